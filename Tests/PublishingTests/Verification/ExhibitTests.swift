import Archives
import Drawing
import TestSupport
import Testing

@testable import Publishing

@Suite struct ExhibitTests {
  private let folder = TemporaryFolder()

  private static let page = """
    <!doctype html>
    <meta name="cuaderno:notebook" content="prueba">
    <meta name="cuaderno:seed" content="7">
    <meta name="cuaderno:data" content="abc">
    <meta name="cuaderno:seal" content="\(PageSeal.blank)">
    <p>La red predice 211.74 °F.</p>
    """

  private static let picture: [UInt8] = {
    let metadata = PNGMetadata([
      .init("Title", "Pérdida", language: "es-MX"),
      .init("Description", "Baja de 9 a 1", language: "es-MX"),
      .init("cuaderno:notebook", "prueba"), .init("cuaderno:lesson", "celsius"),
      .init("cuaderno:figure", "loss"), .init("cuaderno:seed", "7"),
      .init("cuaderno:data", "abc"),
    ])
    let drawing = Picture(width: 60, height: 40, title: "Pérdida", panels: [])
    return try! PictureRenderer().png(drawing, metadata: metadata)
  }()

  /// A report of two files, its manifest sealed.
  private func writeReport(_ name: String = "r") -> Manifest {
    let files = ["results.json": "{\"seed\": 7}\n", "data/a.csv": "x,y\n1,2\n"]
    for (file, text) in files { folder.write("\(name)/\(file)", text) }
    let manifest = Manifest(
      version: "1", notebook: "prueba", seed: 7,
      inputs: [.init(name: "notebook.yaml", sha256: "00ff")],
      outputs: files.map { .init(name: $0, sha256: SHA256.hash(Array($1.utf8)).hexadecimal) })
    let text = String(decoding: JSONWriter.bytes(manifest.json), as: UTF8.self)
    folder.write("\(name)/manifest.json", text)
    return manifest
  }

  private func read(_ name: String) throws -> Exhibit? {
    try Exhibit.read("\(folder.path)/\(name)")
  }

  private func read(bytes: [UInt8]) throws -> Exhibit? {
    folder.write("file", bytes: bytes)
    return try read("file")
  }

  @Test func genuineOnesFit() throws {
    _ = writeReport()
    let report = try #require(try read("r"))
    #expect(report.faults == [] && report.notebook == "prueba" && report.seed == 7)
    let page = try #require(try read(bytes: Array(PageSeal.sealed(Self.page).utf8)))
    #expect(page.faults == [] && page.data == "abc")
    let picture = try #require(try read(bytes: Self.picture))
    #expect(picture.faults == [])
    guard case .picture(let identity) = picture.kind else {
      Issue.record("\(picture.kind)")
      return
    }
    #expect(identity.lesson == "celsius" && identity.figure == "loss")
    #expect(identity.language == "es-MX" && identity.scale == 2)
  }

  /// Every byte of a page is under its seal.
  @Test func noByteOfAPageCanChange() throws {
    let page = Array(PageSeal.sealed(Self.page).utf8)
    for place in stride(from: 0, to: page.count, by: 5) {
      var altered = page
      altered[place] ^= 1
      let exhibit = try read(bytes: altered)
      #expect(exhibit == nil || exhibit?.faults == [.edited], "at \(place)")
    }
    #expect(try read(bytes: page + [10])?.faults == [.edited])
    #expect(try read(bytes: page.dropLast(3))?.faults == [.edited])
  }

  @Test func noByteOfAManifestCanChange() throws {
    let manifest = writeReport()
    let bytes = JSONWriter.bytes(manifest.json)
    for place in bytes.indices {
      var altered = bytes
      altered[place] ^= 1
      folder.write("r/manifest.json", bytes: altered)
      let exhibit = try read("r")
      #expect(exhibit == nil || exhibit?.faults.contains(.edited) == true, "at \(place)")
    }
    folder.write("r/manifest.json", bytes: bytes)
    #expect(try read("r")?.faults == [])
  }

  @Test func filesOfAReportAreHeldAgainstItsManifest() throws {
    _ = writeReport()
    folder.write("r/nota.txt", "del docente")
    #expect(try read("r")?.faults == [])
    folder.write("r/results.json", "{\"seed\": 8}\n")
    #expect(try read("r")?.faults == [.changed(name: "results.json")])
    folder.delete("r/results.json")
    #expect(try read("r")?.faults == [.missing(name: "results.json")])
    folder.link("r/results.json", to: "data/a.csv")
    #expect(try read("r")?.faults == [.notAFile(name: "results.json")])
  }

  /// A manifest that was made for it must not make us read elsewhere.
  @Test(arguments: ["../secret", "/etc/hostname", "data//a.csv", "data/./a.csv", ""])
  func namesStayInTheReport(_ name: String) throws {
    var manifest = writeReport()
    manifest.outputs = [.init(name: name, sha256: "00")]
    folder.write("r/manifest.json", bytes: JSONWriter.bytes(manifest.json))
    #expect(try read("r")?.faults == [.notAFile(name: name)])
  }

  @Test func whatIsWrittenBehindAPictureIsTold() throws {
    #expect(try read(bytes: Self.picture)?.faults == [])
    #expect(try read(bytes: Self.picture + [0])?.faults == [.edited])
  }

  @Test func textsAndPixelsOfAPictureAreTold() throws {
    let original = try #require(PNGPicture(Self.picture))
    let drawing = Picture(width: 60, height: 40, title: "Otra", panels: [])
    // Edited texts with a checksum that fits.
    var texts = Array(original.texts.dropLast(2))
    texts[1].text = "Baja de 9 a 2"
    let other = try PictureRenderer().png(
      Picture(width: 60, height: 40, title: "Pérdida", panels: []), metadata: PNGMetadata(texts))
    let mixed = try #require(Self.replacing("cuaderno:seal", in: other, from: Self.picture))
    #expect(try read(bytes: mixed)?.faults == [.edited])
    // Other pixels under the old texts.
    let repainted = try PictureRenderer().png(drawing, metadata: PNGMetadata(texts))
    let pasted = try #require(Self.chunks("IDAT", "PLTE", in: Self.picture, from: repainted))
    #expect(try read(bytes: pasted)?.faults == [.pixels])
  }

  @Test func othersAreNotOurs() throws {
    #expect(try read(bytes: Array("<!doctype html><p>Hola".utf8)) == nil)
    #expect(try read(bytes: []) == nil)
    #expect(try read(bytes: [137, 80, 78, 71, 13, 10, 26, 10]) == nil)
    let plain = try PictureRenderer().png(Picture(width: 20, height: 20, title: "", panels: []))
    #expect(try read(bytes: plain) == nil)
    folder.write("plain/index.html", "x")
    #expect(try read("plain") == nil)
    #expect(throws: FileError("\(folder.path)/none", .notFound)) { try read("none") }
  }

  // MARK: Chunks

  private static func parts(_ file: [UInt8]) -> [(type: String, bytes: [UInt8])] {
    var parts: [(String, [UInt8])] = []
    var place = 8
    while place < file.count {
      let end = place + 12 + file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      parts.append(
        (String(decoding: file[place + 4..<place + 8], as: UTF8.self), Array(file[place..<end])))
      place = end
    }
    return parts
  }

  /// `file` with the iTXt chunk of `keyword` that `source` has.
  private static func replacing(
    _ keyword: String, in file: [UInt8], from source: [UInt8]
  ) -> [UInt8]? {
    func isWanted(_ part: (type: String, bytes: [UInt8])) -> Bool {
      part.type == "iTXt" && part.bytes.dropFirst(8).starts(with: keyword.utf8)
    }
    guard let replacement = parts(source).first(where: isWanted) else { return nil }
    return file[..<8] + parts(file).flatMap { isWanted($0) ? replacement.bytes : $0.bytes }
  }

  /// `file` with the chunks of these types that `source` has.
  private static func chunks(
    _ types: String..., in file: [UInt8], from source: [UInt8]
  ) -> [UInt8]? {
    let others = parts(source)
    return file[..<8]
      + parts(file).flatMap { part in
        types.contains(part.type) ? others.first { $0.type == part.type }!.bytes : part.bytes
      }
  }
}
