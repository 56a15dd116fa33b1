import Foundation
import Testing

@testable import Prose

@Suite struct NumPyTextTests {
  /// Values and what NumPy printed for them; `Tests/Oracles/arrays.py` writes them.
  private struct Printed: Decodable {
    var shape: [Int]
    var bits: [UInt32]
    var repr: String
    var str: String

    var values: [Float] { bits.map { Float(bitPattern: $0) } }
  }

  private static let fixture: [String: [Printed]] = {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let data = try! Data(contentsOf: URL(fileURLWithPath: "/\(folder)/Fixtures/arrays.json"))
    return try! JSONDecoder().decode([String: [Printed]].self, from: data)
  }()

  @Test func arraysReadAsNumPyPrintsThem() throws {
    let arrays = try #require(Self.fixture["arrays"])
    #expect(arrays.count == 59)
    for array in arrays {
      #expect(NumPyText.repr(array.values, shape: array.shape) == array.repr)
      #expect(NumPyText.str(array.values, shape: array.shape) == array.str)
    }
  }

  @Test func scalarsReadAsNumPyPrintsThem() throws {
    let scalars = try #require(Self.fixture["scalars"])
    #expect(scalars.count == 14)
    for scalar in scalars {
      #expect(NumPyText.scalar(scalar.values[0]) == scalar.str)
    }
  }

  @Test func pythonsStringsCannotBeLeft() {
    #expect(Python.string("a\"b\\c\nd\u{1}é") == "\"a\\\"b\\\\c\\nd\\x01é\"")
  }

  @Test(arguments: [
    ("ppm", "ppm"), ("class", "class_2"), ("2x", "x2x"), ("nivel de estrés", "nivel_de_estr_s"),
    ("", "x"), ("modelo", "modelo_2"), ("\"); import os", "____import_os"),
  ])
  func columnsBecomeIdentifiers(name: String, identifier: String) {
    #expect(Python.identifier(name, taken: ["modelo"]) == identifier)
  }
}
