import Testing

@testable import Neural

@Suite struct GlobalMaxPooling2DTests {
  /// Two images of 2 x 2 pixels and three channels; a maximum alone, twice, four times.
  private static let images: [Float] = [
    1, 5, 2, 3, 5, 2, -4, 0, 2, 2, 1, 2,
    -1, -2, 9, -3, -2, 8, -5, -9, 7, -1, -3, 9,
  ]

  @Test func theLargestOfEachChannel() throws {
    let model = try Sequential(inputShape: [2, 2, 3], layers: [GlobalMaxPooling2D()], threads: 1)
    let samples = Samples(shape: [2, 2, 3], storage: .floats(Self.images))
    #expect(model.outputShape == [3] && model.parameterCount == 0)
    #expect(model.predict(samples) == [3, 5, 2, -1, -2, 9])
  }

  /// A 1 x 1 convolution by the identity shows the gradient: equal maxima share it.
  @Test func equalMaximaShareTheGradient() throws {
    let model = try Sequential(
      inputShape: [2, 2, 3],
      layers: [Conv2D(filters: 3, kernelSize: Size2D(1)), GlobalMaxPooling2D()], threads: 1)
    model.setWeights([[1, 0, 0, 0, 1, 0, 0, 0, 1], [0, 0, 0]])
    let targets = [Float](repeating: 0, count: 6)
    let found = model.gradients(
      of: LabelledSamples(
        inputs: Samples(shape: [2, 2, 3], storage: .floats(Self.images)),
        targets: .values(targets, width: 3)), loss: .meanSquaredError)
    // The mean of squares over three outputs and two images; each winner's pixel has its share.
    var kernel = [Double](repeating: 0, count: 9)
    for image in 0..<2 {
      let pixels = (0..<4).map { pixel in
        (0..<3).map { Double(Self.images[image * 12 + pixel * 3 + $0]) }
      }
      for c in 0..<3 {
        let largest = pixels.map { $0[c] }.max()!
        let winners = pixels.filter { $0[c] == largest }
        for pixel in winners {
          for k in 0..<3 {
            kernel[k * 3 + c] += 2 * largest / 6 / Double(winners.count) * pixel[k]
          }
        }
      }
    }
    #expect(zip(found.weights[0], kernel).allSatisfy { abs(Double($0) - $1) < 1e-5 })
    #expect(found.weights[0].count == kernel.count)
  }

  @Test func aVectorHasNoPixels() {
    #expect(throws: ShapeError.rank(layer: "GlobalMaxPooling2D", expected: .image, shape: [4])) {
      try Sequential(inputShape: [4], layers: [GlobalMaxPooling2D()])
    }
  }
}
