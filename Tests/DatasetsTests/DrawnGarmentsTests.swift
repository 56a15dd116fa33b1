import Archives
import Testing

@testable import Datasets

@Suite struct DrawnGarmentsTests {
  @Test func imagesArePinned() {
    let (train, test) = DrawnGarments.make(seed: 7, train: 300, test: 20)
    #expect(train.count == 300 && train.height == 28 && train.width == 28 && test.count == 20)
    #expect(
      SHA256.hash(train.pixels + train.labels).hexadecimal
        == "a48e2ca774f068f1c0470df20863d2c37f12ce935dee4f7c6dd6733ffa134199")
  }

  @Test func anImageDependsOnItsIndexAlone() {
    let (train, test) = DrawnGarments.make(seed: 3, train: 600, test: 5)
    let (fewer, more) = DrawnGarments.make(seed: 3, train: 2, test: 300)
    #expect(fewer.pixels.elementsEqual(train.pixels.prefix(2 * 784)))
    #expect(test.pixels.elementsEqual(more.pixels.prefix(5 * 784)))
    #expect(test.pixels != Array(train.pixels.prefix(5 * 784)))
    #expect(DrawnGarments.make(seed: 4, train: 2, test: 0).train != fewer)
  }

  @Test func everyClassIsDrawnAboutAsOften() {
    let train = DrawnGarments.make(seed: 1, train: 2000, test: 0).train
    for label in 0..<10 {
      #expect((140...260).contains(train.labels.count { $0 == label }), "class \(label)")
    }
  }

  /// Black round the edge of most, some hundred grey pixels in every one.
  @Test func garmentsFillTheirFrames() {
    let train = DrawnGarments.make(seed: 1, train: 500, test: 0).train
    for index in 0..<train.count {
      #expect((40...700).contains(train[index].count { $0 > 20 }), "image \(index)")
    }
  }

  @Test func coverageIsExactAlongALine() {
    var canvas = GarmentCanvas()
    canvas.fill(
      [GarmentPoint(1.25, 2), GarmentPoint(3.5, 2), GarmentPoint(3.5, 3), GarmentPoint(1.25, 3)],
      1)
    #expect(Array(canvas.pixels[2 * 28..<2 * 28 + 5]) == [0, 0.75, 1, 0.5, 0])
    #expect(canvas.pixels[3 * 28 + 2] == 0 && canvas.pixels[28 + 2] == 0)
  }

  @Test func outlinesMayLeaveThePicture() {
    var canvas = GarmentCanvas()
    canvas.fill(
      [GarmentPoint(-90, -90), GarmentPoint(90, -90), GarmentPoint(90, 90), GarmentPoint(-90, 90)],
      0.5)
    canvas.fill([GarmentPoint(40, 40), GarmentPoint(50, 40), GarmentPoint(45, 50)], 1)
    canvas.fill([GarmentPoint(-9, -9), GarmentPoint(-5, -9), GarmentPoint(-5, -2)], 1)
    #expect(canvas.bytes == [UInt8](repeating: 128, count: 784))
  }
}
