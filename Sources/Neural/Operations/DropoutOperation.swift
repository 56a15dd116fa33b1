import Tensors

/// In training a seeded part of the values is dropped; otherwise they pass.
final class DropoutOperation: Operation {
  private let rate: Float
  private var mask = 0

  init(_ layer: Dropout, size: Int) {
    rate = layer.rate
    super.init(inputSize: size, outputSize: size)
  }

  override func reserve(in layout: inout WorkspaceLayout) {
    mask = layout.reserve(outputSize)
  }

  override func forward(_ context: SliceContext) {
    guard context.isTraining, rate > 0 else {
      (context.values + output).update(
        from: context.values + input, count: context.count * inputSize)
      return
    }
    for sample in 0..<context.count {
      // Layer, step and place in the batch name the stream, so slices and threads do not matter.
      let place = UInt64(context.firstSample + sample)
      var stream = context.dropout.stream(
        at: UInt64(layer) << 52 | UInt64(context.step) << 24 | place)
      let offset = sample * inputSize
      dropValues(
        context.values + input + offset, count: inputSize, rate: rate, stream: &stream,
        mask: context.values + mask + offset, context.values + output + offset)
    }
  }

  override func backward(_ context: SliceContext) {
    guard let inputGradient else { return }
    let g = context.values + outputGradient
    let dx = context.values + inputGradient
    if rate > 0 {
      multiply(g, context.values + mask, count: context.count * inputSize, dx)
    } else {
      dx.update(from: g, count: context.count * inputSize)
    }
  }
}
