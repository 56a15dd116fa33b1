import TestSupport
import Testing

@testable import Lessons
@testable import Pages
@testable import Prose

@Suite struct HandoutPageTests {
  private static let odd =
    "<script>alert(\"1\")</script> & 'x' {{seed}} \\ \u{202e}"
    + String(repeating: "Ñandú ", count: 40)

  private func page(_ edition: HandoutEdition, _ exercises: [Exercise], title: String = "Título")
    throws -> String
  {
    let files = try BundledHandout.files(
      edition, notebook: BundledHandout.notebook(exercises, title: title), results: [:])
    return try #require(files.first).text
  }

  @Test func `files are named by edition and language, each edition in its folder`() throws {
    #expect(
      try BundledHandout.files(.student).map(\.name) == [
        "estudiante/practica-tensorflow.estudiante.es.html",
        "estudiante/practica-tensorflow.student.en.html",
      ])
    #expect(
      try BundledHandout.files(.teacher, .quiz).map(\.name) == [
        "DOCENTE/practica-tensorflow.DOCENTE.es.gift.txt",
        "DOCENTE/practica-tensorflow.DOCENTE.es.moodle.xml",
        "DOCENTE/practica-tensorflow.TEACHER.en.gift.txt",
        "DOCENTE/practica-tensorflow.TEACHER.en.moodle.xml",
      ])
  }

  @Test func `paper follows the region unless asked for`() throws {
    let exercise = Exercise(id: "a", ask: LocalizedText([.es: "¿?", .en: "?"]), kind: .text)
    #expect(try page(.student, [exercise]).contains("size: letter;"))
    var spain = BundledHandout.notebook([exercise])
    spain.region = .es
    #expect(
      try BundledHandout.files(.student, notebook: spain, results: [:])[0].text.contains(
        "size: A4;"))
    #expect(
      try BundledHandout.files(.student, paper: .letter, notebook: spain, results: [:])[0].text
        .contains("size: letter;"))
  }

  @Test func `only the teacher's edition has stamp and key`() throws {
    let exercise = Exercise(
      id: "a", ask: LocalizedText([.es: "¿Cuánto?", .en: "How much?"]), kind: .number,
      answer: LocalizedText([.es: "4.5", .en: "4.5"]), unit: LocalizedText([.es: "°F", .en: "°F"]),
      points: 2)
    let teacher = try page(.teacher, [exercise])
    #expect(teacher.contains("<p class=\"stamp\">Versión del docente. No distribuir.</p>"))
    // On every printed page.
    #expect(
      teacher.contains(
        "@top-center { content: \"Versi\\f3 n del docente\\2e  No distribuir\\2e \"; }"))
    #expect(teacher.contains("<b>R:</b> 4.5\u{a0}°F</p>"))
    #expect(!teacher.contains("<input"))
    let student = try page(.student, [exercise])
    let shown = student[(student.firstRange(of: "<body")!.lowerBound)...]
    #expect(!student.contains("Versión del docente") && !shown.contains("4.5"))
    #expect(student.contains("@top-center { content: \"\"; }"))
    #expect(student.contains("data-id=\"a\""))
    #expect(student.contains("<span class=\"points\">(2 puntos)</span>"))
    #expect(student.contains("Calificación ______ / 2"))
  }

  @Test func `every kind of exercise has its blanks`() throws {
    let table = ExerciseTable(
      columns: [
        LocalizedText([.es: "Qué", .en: "What"]), LocalizedText([.es: "Cuánto", .en: "How much"]),
      ],
      rows: [
        [
          .text(LocalizedText([.es: "peso", .en: "weight"])),
          .blank(ExerciseTable.Blank(name: "w", answer: LocalizedText([.es: "1.8", .en: "1.8"]))),
        ]
      ])
    let ask = LocalizedText([.es: "¿?", .en: "?"])
    let exercises = [
      Exercise(id: "n", ask: ask, kind: .number, lines: 3),
      Exercise(id: "t", ask: ask, kind: .text, lines: 4),
      Exercise(
        id: "c", ask: ask, kind: .choice, answer: LocalizedText([.es: "b", .en: "b"]),
        choices: [LocalizedText([.es: "sí", .en: "yes"]), LocalizedText([.es: "no", .en: "no"])]),
      Exercise(id: "m", ask: ask, kind: .table, table: table),
    ]
    let student = try page(.student, exercises)
    for id in ["n", "t", "c", "m.w"] { #expect(student.contains("data-id=\"\(id)\""), "\(id)") }
    #expect(student.contains("<textarea class=\"ruled\" rows=\"4\""))
    #expect(student.contains("type=\"radio\" name=\"c\" data-id=\"c\" value=\"b\""))
    let teacher = try page(.teacher, exercises)
    #expect(teacher.contains("<li><b>b) no</b> ✓</li>"))
    #expect(teacher.contains("<td class=\"key\">1.8</td>"))
    #expect(teacher.contains("<b>R:</b> respuesta abierta"))
  }

  @Test(arguments: HandoutEdition.allCases)
  func `odd texts stay text`(edition: HandoutEdition) throws {
    let odd = LocalizedText([.es: Self.odd.replacing("{{", with: "\\{{"), .en: "x"])
    let plain = LocalizedText([.es: Self.odd.replacing("{{", with: "\\{{"), .en: "y"])
    let page = try page(
      edition,
      [
        Exercise(id: "a", ask: odd, kind: .text, answer: plain),
        Exercise(
          id: "b", ask: odd, kind: .choice, answer: LocalizedText([.es: "a", .en: "a"]),
          choices: [odd, plain]),
        Exercise(
          id: "c", ask: odd, kind: .table,
          table: ExerciseTable(columns: [odd], rows: [[.blank(.init(unit: odd))]])),
      ], title: Self.odd)
    #expect(!page.contains("<script>alert"))
    #expect(page.contains("&lt;script&gt;alert(&quot;1&quot;)"))
    #expect(page.contains("{{seed}}"))
  }

  @Test func `the policy names the style sheet and the script of the page`() throws {
    let student = try page(
      .student, [Exercise(id: "a", ask: LocalizedText([.es: "¿?", .en: "?"]), kind: .text)])
    let policy = HTML.escaped("default-src 'none'; img-src data: 'self' file:; style-src 'sha256-")
    #expect(student.contains(policy))
    #expect(student.contains(HTML.escaped("script-src 'sha256-")))
    #expect(!student.contains(" style="))
    // Nothing to hand in: no script.
    #expect(!(try page(.student, [])).contains("script-src"))
  }

  @Test(
    .enabled(if: Tidy.isInstalled, Comment(rawValue: Tidy.absence)),
    arguments: HandoutEdition.allCases)
  func `the page is valid HTML`(edition: HandoutEdition) throws {
    let folder = TemporaryFolder()
    for (number, page) in try BundledHandout.files(edition).enumerated() {
      folder.write("\(number).html", page.text)
      #expect(Tidy.complaints(of: "\(folder.path)/\(number).html") == [])
    }
  }

  @Test func `the bundled key ends with what differs from the original`() throws {
    let pages = try BundledHandout.files(.teacher)
    #expect(pages[0].text.contains("<h2>Diferencias con el cuaderno original</h2>"))
    #expect(pages[1].text.contains("<h2>Differences from the original notebook</h2>"))
    for page in pages { #expect(page.text.contains("<ol start=\"47\">")) }
    for page in try BundledHandout.files(.student) {
      #expect(!page.text.contains("Diferencias con") && !page.text.contains("Differences from"))
      #expect(page.text.contains("<li class=\"task\"><strong>"))
    }
  }

  @Test func `a range of seeds stands behind the answers that have one`() throws {
    let page = try BundledHandout.files(.teacher)[0].text
    #expect(
      page.contains(
        /211\.7\d+\u{a0}°F <span class="range">\(20 semillas: de 211\.7\d+ a 211\.7\d+\)/))
  }
}
