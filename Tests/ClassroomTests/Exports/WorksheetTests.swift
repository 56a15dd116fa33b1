import Diagnostics
import Lessons
import Testing

@testable import Classroom

/// A teacher's own worksheet comes back the same byte by byte but for the cells that change.
@Suite struct WorksheetTests {
  /// A worksheet with holes `{G}` and `{C}` for the grade and the comment of its second student.
  struct Variant: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var language = "es"
    var encode: @Sendable (String) -> [UInt8] = { Array($0.utf8) }
    var quotes = false

    init(
      _ name: String, _ text: String, language: String = "es", quotes: Bool = false,
      encode: @escaping @Sendable (String) -> [UInt8] = { Array($0.utf8) }
    ) {
      testDescription = name
      self.text = text
      self.language = language
      self.quotes = quotes
      self.encode = encode
    }

    /// The file with these two cells, quoted as the variant quotes.
    func file(grade: String, comment: String) -> [UInt8] {
      func cell(_ text: String) -> String { quotes ? "\"\(text)\"" : text }
      return encode(
        text.replacing("{G}", with: cell(grade)).replacing("{C}", with: cell(comment)))
    }
  }

  private static let spanish = [
    "Identificador,Nombre completo,Estado,Calificación,Calificación máxima,"
      + "La calificación puede ser cambiada,Última modificación (entrega),"
      + "Última modificación (calificación),Comentarios de retroalimentación",
    "Participante 48212,\"Núñez, Eva\",Sin entrega,,\"100,00\",Sí,-,-,",
    "Participante 48213,Ana López,Enviado,{G},\"100,00\",Sí,\"lunes, 9 de noviembre\",-,{C}", "",
  ]
  private static let english = [
    "Identifier,Full name,Status,Grade,Maximum Grade,Grade can be changed,"
      + "Last modified (submission),Online text,Last modified (grade),Feedback comments",
    "Participant 48212,Eva Núñez,No submission,-,100.00,Yes,-,,-,",
    "Participant 48213,Ana López,Submitted,{G},100.00,Yes,x,\"<p>uno</p>\ndos \"\"tres\"\"\",-,{C}",
    "",
  ]
  private static let mexican = [
    "Identificador,Nombre completo,Estatus,Calificación,Calificación Máxima,"
      + "Última modificación (entrega),Última modificación (calificación),"
      + "Comentarios de retroalimentación",
    "48212,Eva,,,100,-,-,", "48213,Ana,,{G},100,-,-,{C}", "",
  ]

  private static let mark: @Sendable (String) -> [UInt8] = { [0xef, 0xbb, 0xbf] + Array($0.utf8) }

  static let variants = [
    Variant("Spanish", spanish.joined(separator: "\n")),
    Variant("Spanish, CRLF and a byte order mark", spanish.joined(separator: "\r\n"), encode: mark),
    Variant(
      "Spanish, semicolons",
      spanish.joined(separator: "\n").replacing("\"100,00\"", with: "100.00").replacing(
        ",", with: ";")),
    Variant(
      "Spanish, tabs",
      spanish.joined(separator: "\n").replacing("\"100,00\"", with: "100.00").replacing(
        ",", with: "\t")),
    Variant("Spanish, cells in quotes", spanish.joined(separator: "\n"), quotes: true),
    Variant("English", english.joined(separator: "\n"), language: "en"),
    Variant("English, CRLF", english.joined(separator: "\r\n"), language: "en"),
    Variant(
      "English, hidden names",
      english.joined(separator: "\n").replacing(",Full name", with: "")
        .replacing(",Eva Núñez", with: "").replacing(",Ana López", with: ""), language: "en"),
    Variant("English, no last line end", String(english.joined(separator: "\n").dropLast())),
    Variant("Mexican Spanish", mexican.joined(separator: "\n")),
    Variant(
      "Mexican Spanish, Windows-1252", mexican.joined(separator: "\n"),
      encode: { text in text.unicodeScalars.map { UInt8($0.value) } }),
    Variant(
      "Spanish, UTF-16", spanish.joined(separator: "\n"),
      encode: { text in [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }),
  ]

  @Test(arguments: variants)
  func everyOtherByteStays(_ variant: Variant) throws {
    let fixture = ExportFixture(
      variant.file(grade: "", comment: ""), language: variant.language)
    let prepared = try fixture.prepared([nil, 85.5])
    // The comment needs no quotes, whatever separates cells here: it has no comma, no semicolon.
    let comment = ExportFixture.comment("8.55", language: variant.language == "en" ? .en : .es)
    let needsQuotes = comment.contains(variant.text.contains("Identificador;") ? ";" : "\u{0}")
    let hasDecimals = variant.text.contains("100.00") || variant.text.contains("100,00")
    let grade = hasDecimals ? "85.50" : "85.5"
    #expect(
      prepared.sheets
        == [variant.file(grade: grade, comment: needsQuotes ? "\"\(comment)\"" : comment)])
    #expect(prepared.written.map(\.column) == [.grade, .comment])
    #expect(prepared.kept.isEmpty && !prepared.missesComments)
  }

  @Test func aScaleIsRefusedWithTheWayOut() throws {
    let fixture = ExportFixture(
      Array(
        """
        Identificador,Nombre completo,Calificación,Escala,Última modificación (calificación)
        Participante 1,Ana,,"Mal
        Bien",-

        """.utf8))
    #expect(throws: ExportError.scale(path: "\(fixture.folder.path)/hoja-1.csv")) {
      try fixture.prepared([5])
    }
  }

  @Test func aSheetWithoutGradesIsRefused() throws {
    let fixture = ExportFixture(Array("Identificador,Nombre completo\nParticipante 1,Ana\n".utf8))
    #expect(throws: ExportError.noGradeColumn(path: "\(fixture.folder.path)/hoja-1.csv")) {
      try fixture.prepared([5])
    }
  }
}
