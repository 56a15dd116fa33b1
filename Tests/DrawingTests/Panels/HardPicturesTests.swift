import Drawing
import Glibc
import Testing

/// Whatever comes along is drawn whole: `CUADERNO_PICTURES=DIR swift test --filter HardPictures`
/// writes every picture there, to be looked at.
@Suite struct HardPicturesTests {
  @Test func textsNeitherMeetNorLeave() throws {
    let renderer = try PictureRenderer()
    for (name, picture) in HardPictures.all {
      let texts = renderer.recording(picture).texts.filter { !$0.text.isEmpty }
      let page = Rect(0, 0, picture.width, picture.height)
      for (index, (text, box)) in texts.enumerated() {
        #expect(page.contains(box, tolerance: 0.01), "\(name): “\(text)” leaves")
        if let (other, _) = texts[..<index].first(where: { box.inset(0.6).overlaps($0.box) }) {
          Issue.record("\(name): “\(text)” meets “\(other)”")
        }
      }
    }
  }

  @Test func noLineIsLongerThanAnEyeCanSee() throws {
    let renderer = try PictureRenderer()
    for (name, picture) in HardPictures.all where name.contains("many") {
      for entry in renderer.recording(picture).entries {
        if case .stroke(let path, _) = entry { #expect(path.segments.count < 6000, "\(name)") }
        if case .stamp(_, let places, _, _) = entry { #expect(places.count < 60_000, "\(name)") }
      }
    }
  }

  @Test(.enabled(if: getenv("CUADERNO_PICTURES") != nil, "CUADERNO_PICTURES names no folder"))
  func draw() throws {
    let folder = String(cString: getenv("CUADERNO_PICTURES"))
    let renderer = try PictureRenderer()
    for (name, picture) in HardPictures.all {
      let file = try #require(fopen("\(folder)/\(name).png", "w"))
      let bytes = renderer.png(picture, scale: 1)
      #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
      fclose(file)
    }
  }
}
