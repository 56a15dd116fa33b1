import Tensors
import Testing

@Suite struct MaxPoolTests {
  /// Of equal values the first in reading order gets the gradient, as in TensorFlow.
  @Test("ties", arguments: [1, 3, 8, 19])
  func ties(channels: Int) {
    let geometry = WindowGeometry(
      height: 4, width: 4, channels: channels, windowHeight: 2, windowWidth: 2, strideHeight: 2,
      strideWidth: 2, isSame: false)
    let input = FloatBuffer(count: geometry.inputSize)
    let output = FloatBuffer(count: geometry.outputSize)
    let places = UnsafeMutablePointer<Int32>.allocate(capacity: geometry.outputSize + 8)
    defer { places.deallocate() }
    maxPool(input.base, geometry, count: 1, output.base, places: places)
    for pixel in 0..<4 {
      for channel in 0..<channels {
        let first = (pixel / 2 * 2 * 4 + pixel % 2 * 2) * channels + channel
        #expect(places[pixel * channels + channel] == Int32(first))
      }
    }
  }

  @Test func paddingOfSameIsBelowAndRight() {
    let geometry = WindowGeometry(
      height: 4, width: 5, channels: 1, windowHeight: 3, windowWidth: 2, strideHeight: 2,
      strideWidth: 2, isSame: true)
    #expect(geometry.outputHeight == 2 && geometry.outputWidth == 3)
    #expect(geometry.padTop == 0 && geometry.padLeft == 0)
    #expect(geometry.paddedHeight == 5 && geometry.paddedWidth == 6)
  }
}
