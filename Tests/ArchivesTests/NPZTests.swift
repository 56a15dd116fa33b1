import Testing

@testable import Archives

@Suite struct NPZTests {
  /// A `.npy` file with any header.
  static func file(_ header: String, data: [UInt8] = [], version: UInt8 = 1) -> [UInt8] {
    var bytes = NPY.magic + [version, 0]
    bytes.append(littleEndian: header.utf8.count, size: version == 1 ? 2 : 4)
    return bytes + Array(header.utf8) + data
  }

  static func floats(_ values: [Float]) -> [UInt8] {
    values.flatMap { value in
      (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
    }
  }

  @Test func readsWhatItWrote() throws {
    let arrays = [
      NPYArray(name: "0", shape: [2, 3], values: [1, -2, 0.5, 1e-30, 3e38, -0.0]),
      NPYArray(name: "1", shape: [3], values: [1, 2, 3]),
      NPYArray(name: "2", shape: [], values: [7]),
      NPYArray(name: "3", shape: [0, 4], values: []),
    ]
    #expect(try NPZ.read(NPZ.write(arrays), path: "w.npz") == arrays)
  }

  @Test func headerIsNumPys() {
    let bytes = NPY.write(NPYArray(name: "0", shape: [1], values: [1.8]))
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }"
    #expect(String(decoding: bytes[10..<10 + header.utf8.count], as: UTF8.self) == header)
    #expect(bytes.count == 128 + 4)
    #expect(bytes[127] == UInt8(ascii: "\n"))
    #expect(bytes.suffix(4).elementsEqual([0x66, 0x66, 0xe6, 0x3f]))
  }

  @Test func readsFortranOrder() throws {
    let bytes = Self.file(
      "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }\n",
      data: Self.floats([1, 4, 2, 5, 3, 6]))
    let array = try NPY.read(bytes, name: "0", path: "w")
    #expect(array.values == [1, 2, 3, 4, 5, 6])
  }

  @Test(arguments: [1, 2, 3] as [UInt8])
  func readsDoublesOfEveryVersion(version: UInt8) throws {
    let data = [0.5, 0.1].flatMap { value in
      (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
    }
    let bytes = Self.file(
      "{\"shape\":(2,1),'descr': '<f8','fortran_order':False}", data: data, version: version)
    let array = try NPY.read(bytes, name: "0", path: "w")
    #expect(array.shape == [2, 1])
    #expect(array.values == [0.5, 0.1])
  }

  /// Keras's Normalization layer keeps an int64 of no dimensions.
  @Test func readsACounter() throws {
    let bytes = Self.file(
      "{'descr': '<i8', 'fortran_order': False, 'shape': ()}", data: [3, 0, 0, 0, 0, 0, 0, 0])
    #expect(try NPY.read(bytes, name: "2", path: "w").values == [3])
  }

  static func header(_ type: String, _ shape: String = "(1,)") -> String {
    "{'descr': \(type), 'fortran_order': False, 'shape': \(shape), }\n"
  }

  static let notAnArray = ArchiveFault.notAnArray(entry: "0")

  static let broken: [(String, [UInt8], ArchiveFault)] = [
    ("empty", [], notAnArray),
    ("text", Array("hola, esto no es".utf8), notAnArray),
    ("version 4", file(header("'<f4'"), version: 4), notAnArray),
    ("version 0", file(header("'<f4'"), version: 0), notAnArray),
    ("header cut", Array(file(header("'<f4'")).dropLast(9)), notAnArray),
    ("pickled objects", file(header("'|O'")), .unsupportedType(entry: "0", type: "|O")),
    ("short integers", file(header("'<i4'")), .unsupportedType(entry: "0", type: "<i4")),
    ("big-endian", file(header("'>f4'")), .unsupportedType(entry: "0", type: ">f4")),
    ("half", file(header("'<f2'")), .unsupportedType(entry: "0", type: "<f2")),
    ("structured", file(header("[('a', '<f4')]")), .unsupportedType(entry: "0", type: "[...]")),
    ("missing key", file("{'descr': '<f4', 'shape': (1,)}"), notAnArray),
    ("key twice", file("{'descr': '<f4', 'descr': '<f4', 'shape': (1,)}"), notAnArray),
    ("unknown key", file("{'descr': '<f4', 'x': '<f4', 'shape': (1,)}"), notAnArray),
    ("after the end", file(header("'<f4'") + "x", data: floats([1])), notAnArray),
    ("negative size", file(header("'<f4'", "(-1,)")), notAnArray),
    ("huge size", file(header("'<f4'", "(99999999999999999999,)")), notAnArray),
    ("overflowing shape", file(header("'<f4'", "(4294967296, 4294967296)")), notAnArray),
    (
      "too few bytes", file(header("'<f4'"), data: [1, 2, 3]),
      .wrongArrayLength(entry: "0", announced: 4, found: 3)
    ),
    (
      "too many bytes", file(header("'<f4'"), data: [1, 2, 3, 4, 5]),
      .wrongArrayLength(entry: "0", announced: 4, found: 5)
    ),
    (
      "infinite", file(header("'<f4'", "(2,)"), data: floats([1, .infinity])),
      .notFinite(entry: "0", index: 1)
    ),
    ("not a number", file(header("'<f4'"), data: floats([.nan])), .notFinite(entry: "0", index: 0)),
  ]

  @Test(arguments: broken)
  func refuses(what: String, bytes: [UInt8], expected: ArchiveFault) {
    #expect(
      fault { () throws(ArchiveError) in try NPY.read(bytes, name: "0", path: "w") } == expected,
      "\(what)")
    let archive = ZipWriter.archive([("0.npy", bytes)])
    #expect(
      fault { () throws(ArchiveError) in try NPZ.read(archive, path: "w") } == expected,
      "\(what), in an archive")
  }

  @Test func refusesArchivesWithOtherThings() {
    let text = ZipWriter.archive([("0.txt", [])])
    #expect(
      fault { () throws(ArchiveError) in try NPZ.read(text, path: "w") }
        == .notAnArray(entry: "0.txt"))
    let many = NPZ.write((0..<65).map { NPYArray(name: "\($0)", shape: [0], values: []) })
    #expect(
      fault { () throws(ArchiveError) in try NPZ.read(many, path: "w") }
        == .tooManyEntries(found: 65, limit: 64))
  }
}
