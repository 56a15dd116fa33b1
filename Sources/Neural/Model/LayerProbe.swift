import Tensors

/// Trains nothing, but times the layers one by one as a training step runs them on one thread: for
/// benchmarks. Not for models with batch normalisation, whose steps stop between the layers.
package final class LayerProbe {
  /// Layers that run as one operation, and the seconds of each of its passes.
  package struct Part {
    package let name: String
    /// Multiply-adds of the forward pass for one sample, as the layer's definition has them.
    package let multiplyAdds: Int
    /// Something before it learns, so that its backward pass goes on to its input.
    package let passesGradient: Bool
    package fileprivate(set) var forward: [Double] = []
    package fileprivate(set) var backward: [Double] = []
  }

  package private(set) var parts: [Part] = []
  /// Samples that go through the layers together.
  package let sampleCount: Int
  private let network: Network
  private let source: SampleSource
  private let loss: LossStage
  private let workspace: FloatBuffer
  private let gradients: FloatBuffer

  package init(_ model: Sequential, _ samples: LabelledSamples, loss: Loss) {
    network = model.network
    precondition(network.stages.count == 1, "a probe of a model with batch normalisation")
    self.loss = model.lossStage(loss)
    network.operations.last?.skipsActivationSlope = self.loss.isFused
    source = SampleSource(samples.inputs, samples.targets, width: network.outputSize)
    sampleCount = min(network.unitSamples, samples.inputs.count)
    workspace = FloatBuffer(count: network.workspaceCount)
    gradients = FloatBuffer(count: network.parameterCount)
    for (index, operation) in network.operations.enumerated() {
      let end =
        index + 1 < network.operations.count
        ? network.operations[index + 1].layer : model.layers.count
      let layers = operation.layer..<end
      let products = layers.map { layer in
        let pixels = model.layers[layer].output.dropLast().reduce(1, *)
        let kernel = network.slots.first { $0.layer == layer && $0.name == "kernel" }
        return pixels * (kernel?.count ?? 0)
      }
      parts.append(
        Part(
          name: layers.filter { !(model.layers[$0].layer is Flatten) }.map { model.layers[$0].name }
            .joined(separator: " + "),
          multiplyAdds: products.reduce(0, +), passesGradient: operation.inputGradient != nil))
    }
  }

  /// Runs the samples through once, `sampleCount` at a time; `clock` tells seconds.
  package func run(clock: () -> Double) {
    let order = UnsafeMutablePointer<Int32>.allocate(capacity: source.count)
    defer { order.deallocate() }
    for index in 0..<source.count { (order + index).initialize(to: Int32(index)) }
    for start in stride(from: 0, through: source.count - sampleCount, by: sampleCount) {
      pass(UnsafePointer(order + start), clock)
    }
  }

  private func pass(_ order: UnsafePointer<Int32>, _ clock: () -> Double) {
    let context = SliceContext(
      values: workspace.base, count: sampleCount,
      parameters: UnsafePointer(network.parameters.base),
      statistics: UnsafePointer(network.statistics.base), gradients: gradients.base,
      isTraining: true,
      dropout: RandomStream(seed: 0, scope: "probe", purpose: "dropout"))
    source.gatherInputs(order, count: sampleCount, into: context.values + network.input)
    source.gatherTargets(order, count: sampleCount, into: context.values + network.target)
    for (index, operation) in network.operations.enumerated() {
      let start = clock()
      operation.forward(context)
      parts[index].forward.append(clock() - start)
    }
    let last = network.operations[network.operations.count - 1]
    loss.apply(
      network, context.values, rows: sampleCount, gradient: context.values + last.outputGradient,
      scale: 1 / Float(sampleCount))
    for (index, operation) in network.operations.enumerated().reversed() {
      let start = clock()
      operation.backward(context)
      parts[index].backward.append(clock() - start)
    }
  }
}
