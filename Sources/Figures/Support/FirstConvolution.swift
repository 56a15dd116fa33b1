import Lessons
import Neural

/// The first layer of a network on images, computed again for one image.
struct FirstConvolution {
  let height: Int
  let width: Int
  let filters: Int
  private let kernel: [Float]
  private let bias: [Float]
  let isRectified: Bool

  /// Requires strides of one, no padding and one channel, so that the calculation can be followed
  /// on paper.
  static func need(of lesson: Lesson) -> FigureNeed? {
    guard lesson.hasImages else { return .images }
    guard let layer = lesson.layers.first as? Conv2D, layer.strides == Size2D(1),
      layer.padding == .valid, layer.kernelSize.height <= 5, layer.kernelSize.width <= 5,
      layer.activation == .relu || layer.activation == .linear
    else { return .convolution }
    return nil
  }

  init(_ context: FigureContext) {
    guard let layer = context.lesson.layers.first as? Conv2D,
      let arrays = context.trained.weights.first?.arrays, arrays.count == 2
    else { preconditionFailure("lesson \(context.lesson.id) has no convolution first") }
    (height, width) = (layer.kernelSize.height, layer.kernelSize.width)
    filters = layer.filters
    (kernel, bias) = (arrays[0].values, arrays[1].values)
    isRectified = layer.activation == .relu
    precondition(
      kernel.count == height * width * filters,
      "a kernel of \(kernel.count) weights for one channel")
  }

  func weight(_ y: Int, _ x: Int, filter: Int) -> Double {
    Double(kernel[(y * width + x) * filters + filter])
  }

  func bias(filter: Int) -> Double { Double(bias[filter]) }

  func activated(_ sum: Double) -> Double { isRectified ? max(0, sum) : sum }

  /// A filter's response to an image of 0...255, row by row.
  func map(_ image: LabelledImage, size: (height: Int, width: Int), filter: Int) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity((size.height - height + 1) * (size.width - width + 1))
    for top in 0...(size.height - height) {
      for left in 0...(size.width - width) {
        var sum = bias(filter: filter)
        for y in 0..<height {
          for x in 0..<width {
            let pixel = Double(image.pixels[(top + y) * size.width + left + x]) / 255
            sum += pixel * weight(y, x, filter: filter)
          }
        }
        result.append(activated(sum))
      }
    }
    return result
  }
}
