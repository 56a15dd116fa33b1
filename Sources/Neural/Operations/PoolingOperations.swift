import Tensors

/// The largest value of each window.
final class MaxPoolingOperation: Operation {
  private let geometry: WindowGeometry
  private var places = 0

  init(_ geometry: WindowGeometry) {
    self.geometry = geometry
    super.init(inputSize: geometry.inputSize, outputSize: geometry.outputSize)
  }

  override func reserve(in layout: inout WorkspaceLayout) {
    places = layout.reserve(outputSize)
  }

  private func places(_ context: SliceContext) -> UnsafeMutablePointer<Int32> {
    UnsafeMutableRawPointer(context.values + places).assumingMemoryBound(to: Int32.self)
  }

  override func forward(_ context: SliceContext) {
    maxPool(
      context.values + input, geometry, count: context.count, context.values + output,
      places: places(context))
  }

  override func backward(_ context: SliceContext) {
    guard let inputGradient else { return }
    maxPoolGradient(
      context.values + outputGradient, places: places(context), geometry, count: context.count,
      into: context.values + inputGradient)
  }
}

/// The mean of each window; with a window as large as the image, the global mean.
final class AveragePoolingOperation: Operation {
  private let geometry: WindowGeometry

  init(_ geometry: WindowGeometry) {
    self.geometry = geometry
    super.init(inputSize: geometry.inputSize, outputSize: geometry.outputSize)
  }

  override func forward(_ context: SliceContext) {
    averagePool(
      context.values + input, geometry, count: context.count, context.values + output)
  }

  override func backward(_ context: SliceContext) {
    guard let inputGradient else { return }
    averagePoolGradient(
      context.values + outputGradient, geometry, count: context.count,
      into: context.values + inputGradient)
  }
}
