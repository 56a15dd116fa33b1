import Testing

@testable import Datasets

/// The twelve situations that csv-spectrum asks every reader to handle, in our own words.
@Suite struct TableSpectrumTests {
  static let cases: [(String, String, [String], [[String]])] = [
    (
      "comma in quotes", "nombre,calle,cp\nAna,\"Roble 12, depto. 3\",\"03100\"\n",
      ["nombre", "calle", "cp"], [["Ana", "Roble 12, depto. 3", "03100"]]
    ),
    (
      "empty cells", "a,b,c\n1,\"\",\"\"\n2,3,4\n", ["a", "b", "c"],
      [["1", "", ""], ["2", "3", "4"]]
    ),
    (
      "empty cells, CRLF", "a,b,c\r\n1,\"\",\"\"\r\n2,3,4\r\n", ["a", "b", "c"],
      [["1", "", ""], ["2", "3", "4"]]
    ),
    (
      "doubled quotes", "a,b\n1,\"dijo \"\"hola\"\" y\"\n\"\"\"x\"\"\",2\n", ["a", "b"],
      [["1", "dijo \"hola\" y"], ["\"x\"", "2"]]
    ),
    (
      "JSON", "clave,valor\n1,\"{\"\"tipo\"\": \"\"Punto\"\", \"\"xy\"\": [1.5, 2]}\"\n",
      ["clave", "valor"], [["1", "{\"tipo\": \"Punto\", \"xy\": [1.5, 2]}"]]
    ),
    (
      "coordinates", "lugar,posición\n1,\"19° 25′ 42″ N, 99° 7′ 39″ O\"\n", ["lugar", "posición"],
      [["1", "19° 25′ 42″ N, 99° 7′ 39″ O"]]
    ),
    (
      "newlines in quotes", "a,b,c\n1,2,3\n\"Había\nuna vez\",5,6\n7,8,9\n", ["a", "b", "c"],
      [["1", "2", "3"], ["Había\nuna vez", "5", "6"], ["7", "8", "9"]]
    ),
    (
      "newlines in quotes, CRLF", "a,b,c\r\n1,2,3\r\n\"Había\r\nuna vez\",5,6\r\n7,8,9\r\n",
      ["a", "b", "c"], [["1", "2", "3"], ["Había\r\nuna vez", "5", "6"], ["7", "8", "9"]]
    ),
    (
      "quotes and newlines", "a,b\n1,\"ja \"\"ja\"\"\n\n\"\"sí\"\"\"\n3,4\n", ["a", "b"],
      [["1", "ja \"ja\"\n\n\"sí\""], ["3", "4"]]
    ),
    ("simple", "a,b,c\n1,2,3\n", ["a", "b", "c"], [["1", "2", "3"]]),
    ("simple, CRLF", "a,b,c\r\n1,2,3\r\n", ["a", "b", "c"], [["1", "2", "3"]]),
    (
      "UTF-8", "a,b,c\n1,2,3\n4,5,ʤ ñ 😀\n", ["a", "b", "c"],
      [["1", "2", "3"], ["4", "5", "ʤ ñ 😀"]]
    ),
  ]

  @Test(arguments: cases)
  func reads(what: String, text: String, columns: [String], rows: [[String]]) throws {
    let table = try readTable(text)
    #expect(table.columns == columns, "\(what)")
    #expect(table.texts.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    #expect(table.assumptions == [])
  }
}
