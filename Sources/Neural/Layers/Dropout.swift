import Tensors

/// In training, sets a seeded `rate` of the values to zero and scales the others by
/// `1 / (1 - rate)`; at prediction, nothing.
public struct Dropout: Layer, Hashable {
  public static let kind = LayerKind.dropout
  public static let summary =
    "In training some values are set to zero and the others scaled up; at prediction nothing happens."
  public static let prototype = Dropout(rate: 0)
  public static let settings: [Setting<Dropout>] = [
    Setting(
      "rate", \.rate, .fraction,
      "Fraction of values set to zero in training, drawn with the seed.", .required,
      argument: .byPosition)
  ]
  public var rate: Float

  public init(rate: Float) {
    precondition((0..<1).contains(rate), "Dropout's rate must be in 0..<1, not \(rate)")
    self.rate = rate
  }

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] { input }

  public func weightShapes(for input: [Int]) -> [WeightShape] { [] }

  public func operation(at site: LayerSite) -> Operation? {
    DropoutOperation(rate: rate, size: site.size)
  }
}

/// In training a seeded part of the values is dropped; otherwise they pass.
private final class DropoutOperation: Operation {
  private let rate: Float
  private var mask = 0

  init(rate: Float, size: Int) {
    self.rate = rate
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
      // Layer, step and index in the batch name the stream, so slices and threads do not matter.
      let index = UInt64(context.firstSample + sample)
      var stream = context.dropout.stream(
        at: UInt64(layer) << 52 | UInt64(context.step) << 24 | index)
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
