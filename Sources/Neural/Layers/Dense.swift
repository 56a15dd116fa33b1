import Tensors

/// `activation(input * kernel + bias)`. Kernel is inputs x units.
public struct Dense: Layer, Hashable {
  public static let kind = LayerKind.dense
  public static let summary =
    "Every unit is a weighted sum of all inputs, plus bias, then the activation."
  public static let prototype = Dense(units: 1)
  public static let settings: [Setting<Dense>] = [
    Setting("units", \.units, .integer(1...65_536), "Neurons.", .required, argument: .byName),
    Setting("activation", \.activation, .activation, "Function after the sum."),
  ]
  public var units: Int
  public var activation: Activation

  public init(units: Int, activation: Activation = .linear) {
    precondition(units > 0, "Dense needs at least one unit, not \(units)")
    self.units = units
    self.activation = activation
  }

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] {
    guard input.count == SampleRank.vector.rawValue else {
      throw .rank(layer: Self.className, expected: .vector, shape: input)
    }
    return [units]
  }

  public func weightShapes(for input: [Int]) -> [WeightShape] {
    [
      WeightShape("kernel", [input[0], units], .glorotUniform),
      WeightShape("bias", [units], .constant(0)),
    ]
  }

  public func operation(at site: LayerSite) -> Operation? {
    DenseOperation(
      self, inputs: site.size, kernel: site.offset("kernel"), bias: site.offset("bias"),
      unitSamples: site.unitSamples)
  }
}

/// `activation(x * kernel + bias)`.
private final class DenseOperation: Operation {
  private let units: Int
  private let kernel: Int
  private let bias: Int
  private let usesTiles: Bool
  private var stage: ActivationStage
  /// The kernel in blocks of 16 units, and its transpose in blocks of 16 inputs.
  private let packed: FloatBuffer
  private let packedTranspose: FloatBuffer
  private let inputRows: OffsetTable
  private let outputRows: OffsetTable
  private let places: OffsetTable

  init(_ layer: Dense, inputs: Int, kernel: Int, bias: Int, unitSamples: Int) {
    units = layer.units
    self.kernel = kernel
    self.bias = bias
    stage = ActivationStage(layer.activation)
    usesTiles = KernelChoice.tilesPay(rows: inputs, columns: layer.units)
    packed = FloatBuffer(
      count: usesTiles ? packedCount(rows: inputs, columns: layer.units) : 0)
    packedTranspose = FloatBuffer(
      count: usesTiles ? packedCount(rows: layer.units, columns: inputs) : 0)
    inputRows = OffsetTable((0..<unitSamples).map { $0 * inputs })
    outputRows = OffsetTable((0..<unitSamples).map { $0 * layer.units })
    places = OffsetTable(usesTiles ? Array(0..<inputs) : [])
    super.init(inputSize: inputs, outputSize: layer.units)
  }

  override var cost: Int { inputSize * units }
  override var sums: Int? { stage.sums }

  override func reserve(in layout: inout WorkspaceLayout) {
    if stage.keepsSums { stage.sums = layout.reserve(units) }
  }

  override func refresh(_ parameters: UnsafePointer<Float>, rows: Range<Int>) {
    guard usesTiles else { return }
    packColumns(
      parameters + kernel, rows: inputSize, columns: units, range: rows, into: packed.base)
    if inputGradient != nil {
      packTransposed(
        parameters + kernel, rows: inputSize, columns: units, range: rows,
        into: packedTranspose.base)
    }
  }

  override func forward(_ context: SliceContext) {
    let x = context.values + input
    let y = context.values + output
    let target = context.values + (stage.sums ?? output)
    if usesTiles {
      tiledProduct(
        x, inputRows.base, rows: context.count, runs: 1, length: inputSize, stride: 0,
        packed.base, columns: units, bias: context.parameters + bias, start: .bias, target,
        outputRows.base)
    } else {
      smallProduct(
        x, rows: context.count, inputs: inputSize, context.parameters + kernel, units: units,
        bias: context.parameters + bias, target)
    }
    stage.apply(target, y, rows: context.count, columns: units)
  }

  override func backward(_ context: SliceContext) {
    let x = context.values + input
    let g = context.values + outputGradient
    if !skipsActivationSlope {
      stage.applySlope(
        context.values + (stage.sums ?? output), context.values + output, g, rows: context.count,
        columns: units)
    }
    let kernelGradient = context.gradients + kernel
    let biasGradient = context.gradients + bias
    if usesTiles {
      outerProduct(
        x, inputRows.base, count: context.count, places.base, kernelRows: inputSize, g,
        columns: units, into: kernelGradient, accumulates: context.accumulates)
      columnSums(
        g, count: context.count, columns: units, into: biasGradient,
        accumulates: context.accumulates)
    } else {
      smallOuterProduct(
        x, rows: context.count, inputs: inputSize, g, units: units, into: kernelGradient,
        bias: biasGradient, accumulates: context.accumulates)
    }
    guard let inputGradient else { return }
    let dx = context.values + inputGradient
    if usesTiles {
      tiledProduct(
        g, outputRows.base, rows: context.count, runs: 1, length: units, stride: 0,
        packedTranspose.base, columns: inputSize, bias: context.parameters, start: .zero, dx,
        inputRows.base)
    } else {
      smallTransposedProduct(
        g, rows: context.count, units: units, context.parameters + kernel, inputs: inputSize, dx)
    }
  }
}
