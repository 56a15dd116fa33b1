import Tensors

/// Turns declared layers into operations.
struct OperationFactory {
  let layers: [PlacedLayer]
  let slots: [WeightSlot]
  /// Neighbours that have a common kernel become one operation.
  let fuses: Bool

  /// Multiply-adds of a forward pass for one sample.
  var cost: Int {
    layers.indices.reduce(0) { sum, index in
      let outputs = layers[index].output.reduce(1, *)
      let kernel = slots.first { $0.layer == index && $0.name == "kernel" }
      return sum + outputs * (kernel.map { $0.count / $0.shape[$0.shape.count - 1] } ?? 1)
    }
  }

  func operations(unitSamples: Int) -> [Operation] {
    var operations: [Operation] = []
    var index = 0
    while index < layers.count {
      let pooled = fuses ? pooledConvolution(at: index) : nil
      let site = site(of: index, unitSamples: unitSamples)
      if let operation = pooled ?? layers[index].layer.operation(at: site) {
        operation.layer = index
        operations.append(operation)
      }
      index += pooled == nil ? 1 : 2
    }
    return operations
  }

  private func site(of index: Int, unitSamples: Int) -> LayerSite {
    LayerSite(
      input: layers[index].input, slots: slots.filter { $0.layer == index },
      unitSamples: unitSamples)
  }

  /// A convolution and the pooling behind it as one operation, if one kernel does both.
  private func pooledConvolution(at index: Int) -> Operation? {
    guard index + 1 < layers.count, let layer = layers[index].layer as? Conv2D,
      let pooling = layers[index + 1].layer as? MaxPooling2D,
      KernelChoice.fuses(layer, pooling)
    else { return nil }
    let site = site(of: index, unitSamples: 1)
    let geometry = site.geometry(layer.kernelSize, layer.strides, layer.padding)
    let usesLists = KernelChoice.pooledListsPay(
      kernelRows: geometry.windowHeight * geometry.windowWidth * geometry.channels,
      learnsBefore: learns(before: index))
    return PooledConvolutionOperation(
      geometry, filters: layer.filters, isRectified: layer.activation == .relu,
      kernel: site.offset("kernel"), bias: site.offset("bias"), usesLists: usesLists,
      usesWinograd: usesLists && KernelChoice.winogradPays(geometry))
  }

  /// Something before layer `index` learns, so that its input's gradient is needed.
  private func learns(before index: Int) -> Bool {
    slots.contains { $0.layer < index && $0.isTrainable }
  }
}
