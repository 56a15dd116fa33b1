import Testing

@testable import Reports

@Suite struct NumPyTextTests {
  @Test func arraysReadAsNumPyPrintsThem() {
    for item in NumPyCases.all {
      let values = item.bits.map { Float(bitPattern: $0) }
      #expect(NumPyText.repr(values, shape: item.shape) == item.repr)
      #expect(NumPyText.str(values, shape: item.shape) == item.str)
    }
  }

  /// `str(numpy.float32(x))`, from the bits.
  @Test(
    arguments: [
      (1036831949, "0.1"),
      (1065353216, "1.0"),
      (925353388, "1e-05"),
      (1510874058, "1e+16"),
      (1206984805, "123456.79"),
      (1129561688, "211.74353"),
      (1482907561, "1e+15"),
      (956396589, "0.00012345678"),
      (0, "0.0"),
      (3204448256, "-0.5"),
      (2139081118, "3.4e+38"),
    ] as [(UInt32, String)])
  func scalarsReadAsNumPyPrintsThem(bits: UInt32, text: String) {
    #expect(NumPyText.scalar(Float(bitPattern: bits)) == text)
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
