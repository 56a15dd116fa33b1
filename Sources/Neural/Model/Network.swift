import Tensors

/// The layers made concrete: operations, the offsets of all values, parameters and statistics.
final class Network {
  let operations: [Operation]
  let slots: [WeightSlot]
  let unitSamples: Int
  /// Floats of one workspace.
  let workspaceCount: Int
  /// Offset of the inputs in a workspace.
  let input: Int
  let target: Int
  let losses: Int
  let scratch: Int
  let mixed: Int
  let inputSize: Int
  let outputSize: Int
  /// Multiply-adds of a forward pass for one sample.
  let cost: Int
  let parameterCount: Int
  let statisticsCount: Int
  /// The parameters, and their twin: a step reads one and writes the other.
  var parameters: FloatBuffer
  var nextParameters: FloatBuffer
  let statistics: FloatBuffer
  /// The operations between those that need the whole batch; each of these begins a stage.
  let stages: [Range<Int>]

  init(layers: [PlacedLayer], fuses: Bool) {
    var slots: [WeightSlot] = []
    var sizes = (parameters: 0, statistics: 0)
    for (index, layer) in layers.enumerated() {
      for weight in layer.weights {
        slots.append(
          WeightSlot(
            layer: index, weight: weight,
            offset: weight.isTrainable ? sizes.parameters : sizes.statistics))
        // From a cache line on; the gap behind lets a tile read whole blocks.
        let room = (weight.count + 15) / 16 * 16
        if weight.isTrainable { sizes.parameters += room } else { sizes.statistics += room }
      }
    }
    (parameterCount, statisticsCount) = sizes
    parameters = FloatBuffer(count: parameterCount)
    nextParameters = FloatBuffer(count: parameterCount)
    statistics = FloatBuffer(count: statisticsCount)
    inputSize = layers[0].input.reduce(1, *)
    outputSize = layers[layers.count - 1].output.reduce(1, *)

    let factory = OperationFactory(layers: layers, slots: slots, fuses: fuses)
    unitSamples = KernelChoice.unitSamples(cost: factory.cost)
    let operations = factory.operations(unitSamples: unitSamples)
    self.operations = operations
    for index in slots.indices {
      let operation = operations.first { $0.layer == slots[index].layer }
      slots[index].isByFilter =
        slots[index].name == "kernel" && operation?.keepsKernelByFilter == true
    }
    self.slots = slots
    cost = operations.reduce(0) { $0 + $1.cost }

    var layout = WorkspaceLayout(unitSamples: unitSamples)
    input = layout.reserve(inputSize)
    target = layout.reserve(outputSize)
    losses = layout.reserve(1)
    scratch = layout.reserve(2 * outputSize)
    mixed = layout.reserve(outputSize)
    var values = input
    var gradients: Int?
    for operation in operations {
      operation.input = values
      operation.output = layout.reserve(operation.outputSize)
      operation.inputGradient = gradients
      operation.outputGradient = layout.reserve(operation.outputSize)
      operation.reserve(in: &layout)
      values = operation.output
      let learns = slots.contains { $0.layer == operation.layer && $0.isTrainable }
      gradients = gradients != nil || learns ? operation.outputGradient : nil
    }
    workspaceCount = layout.count

    let wide = operations.indices.filter { operations[$0].isBatchWide }
    let starts = [0] + wide
    let ends = wide + [operations.count]
    stages = zip(starts, ends).map { $0..<$1 }
  }

  /// Brings everything that is derived from the weights up to date.
  func refresh() {
    for operation in operations {
      operation.refresh(parameters.base, rows: 0..<kernelRows(ofLayer: operation.layer))
      (operation as? NormalizationOperation)?.refresh(statistics: statistics.base)
    }
  }

  /// Before a pass outside training.
  func useMovingAverages() {
    for operation in operations {
      (operation as? BatchNormalizationOperation)?
        .useMovingAverages(parameters: parameters.base, statistics: statistics.base)
    }
  }

  /// Rows of a layer's kernel as it is kept; 0 without one.
  private func kernelRows(ofLayer layer: Int) -> Int {
    slots.first { $0.layer == layer && $0.name == "kernel" }?.storedRows ?? 0
  }

  func values(of slot: WeightSlot) -> [Float] {
    slot.values(
      (slot.isTrainable ? parameters : statistics).values(slot.offset..<slot.offset + slot.count))
  }

  func write(_ values: [Float], to slot: WeightSlot) {
    (slot.isTrainable ? parameters : statistics).write(slot.stored(values), at: slot.offset)
  }

  /// Runs the samples that `context` holds through all operations.
  func forward(_ context: SliceContext) {
    for operation in operations { operation.forward(context) }
  }
}
