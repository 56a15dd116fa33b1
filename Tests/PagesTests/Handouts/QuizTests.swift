import struct Foundation.Data
import class Foundation.NSObject
import FoundationXML
import Testing

@testable import Lessons
@testable import Pages
@testable import Prose

@Suite struct QuizTests {
  private static let odd = "<b>~=#{}:\\ & \"x\" 'y'</b>\n::[html]"

  private static func exercises(_ text: String) -> [Exercise] {
    let text = LocalizedText([.es: text, .en: text])
    return [
      Exercise(
        id: "n", ask: text, kind: .number, answer: LocalizedText([.es: "−4.5", .en: "−4.5"]),
        tolerance: .absolute(0.25), unit: LocalizedText([.es: "°F", .en: "°F"]), points: 2),
      Exercise(id: "t", ask: text, kind: .text, answer: text),
      Exercise(
        id: "c", ask: text, kind: .choice, answer: LocalizedText([.es: "b", .en: "b"]),
        choices: [text, LocalizedText([.es: "no", .en: "no"])]),
    ]
  }

  private func files(_ text: String) throws -> [String] {
    try BundledHandout.files(
      .teacher, .quiz, notebook: BundledHandout.notebook(Self.exercises(text)), results: [:]
    ).map(\.text)
  }

  @Test func `GIFT as Moodle documents it`() throws {
    #expect(
      try files("¿Cuánto?")[0] == """
        // Prueba

        ::n::[html]<p>¿Cuánto? (en °F) (1 decimal)</p>{#-4.5:0.25}

        ::t::[html]<p>¿Cuánto?</p>{}

        ::c::[html]<p>¿Cuánto?</p>{
        ~¿Cuánto?
        =no
        }


        """)
  }

  @Test func `a reader of GIFT gets odd texts back`() throws {
    let questions = GIFTReader(try files(Self.odd)[0]).questions
    #expect(questions.map(\.name) == ["n", "t", "c"])
    #expect(questions[0].text == "<p>\(Self.html(Self.odd)) (en °F) (1 decimal)</p>")
    #expect(questions[0].answer == "#-4.5:0.25")
    #expect(questions[2].choices == [false, true])
  }

  private static func html(_ text: String) -> String {
    HTML.escaped(text).split(separator: "\n", omittingEmptySubsequences: false).joined(
      separator: "<br>")
  }

  @Test func `Moodle XML is well-formed and says the same`() throws {
    for text in ["¿Cuánto?", Self.odd] {
      let reader = ElementReader(try files(text)[1])
      #expect(reader.isWellFormed)
      #expect(reader.types == ["category", "numerical", "essay", "multichoice"])
      #expect(reader.texts["tolerance"] == ["0.25"])
      #expect(reader.texts["defaultgrade"] == ["2", "1", "1"])
      #expect(reader.texts["text"]?.contains("-4.5") == true)
      #expect(reader.texts["text"]?.contains("<p>\(Self.html(text))</p>") == true)
      #expect(reader.fractions == ["100", "0", "100"])
    }
  }

  @Test func `a percentage at the beginning of a choice is no weight`() throws {
    let exercise = Exercise(
      id: "c", ask: LocalizedText([.es: "¿?", .en: "?"]), kind: .choice,
      answer: LocalizedText([.es: "a", .en: "a"]),
      choices: [
        LocalizedText([.es: "%50% de ellas", .en: "%50% of them"]),
        LocalizedText([.es: "10%", .en: "10%"]),
      ])
    let gift = try BundledHandout.files(
      .teacher, .quiz, notebook: BundledHandout.notebook([exercise]), results: [:])[0].text
    #expect(gift.contains("{\n=&\\#37;50% de ellas\n~10%\n}"))
  }

  @Test func `numbers have no exponent`() {
    let numbers: [(Double, String)] = [
      (0, "0"), (-4.5, "-4.5"), (3.280499e-5, "0.00003280499"), (60_000, "60000"), (100, "100"),
      (1.0 / 3, "0.3333333"), (1e9, "1000000000"),
    ]
    for (value, text) in numbers { #expect(Quiz.Question.number(value) == text) }
  }

  @Test func `every blank of the bundled notebook is a question, numbers with their tolerance`()
    throws
  {
    let files = try BundledHandout.files(.teacher, .quiz)
    let blanks = BundledHandout.notebook.lessons.flatMap(\.exercises).flatMap(\.blanks)
    for place in [0, 2] {
      let questions = GIFTReader(files[place].text).questions
      #expect(questions.map(\.name) == blanks.map(\.id))
      for (question, blank) in zip(questions, blanks)
      where blank.kind == .number && blank.answer != nil {
        #expect(
          question.answer.contains(/^#-?[0-9]+(\.[0-9]+)?:[0-9]+(\.[0-9]+)?$/), "\(blank.id)")
      }
      #expect(ElementReader(files[place + 1].text).isWellFormed)
    }
  }
}

/// Just enough of GIFT to read back what is written.
private struct GIFTReader {
  struct Question {
    var name = ""
    var text = ""
    var answer = ""
    /// Of each choice: whether it is right.
    var choices: [Bool] = []
  }

  var questions: [Question] = []

  init(_ text: String) {
    var rest = Array(text)[...]
    while let character = rest.first {
      if character.isWhitespace {
        rest = rest.dropFirst()
      } else if rest.starts(with: "//") {
        rest = rest.drop { $0 != "\n" }
      } else {
        var question = Question()
        precondition(rest.starts(with: "::"), "no name: \(String(rest.prefix(30)))")
        rest = rest.dropFirst(2)
        question.name = Self.take(&rest, until: ":")
        precondition(rest.starts(with: ":[html]"), "no format")
        rest = rest.dropFirst(7)
        question.text = Self.take(&rest, until: "{")
        var item = ""
        while let next = rest.first, next != "}" {
          rest = rest.dropFirst()
          if next == "\\", let escaped = rest.first {
            item.append(escaped)
            rest = rest.dropFirst()
          } else if next == "=" || next == "~" {
            question.choices.append(next == "=")
          } else {
            item.append(next)
          }
        }
        rest = rest.dropFirst()
        question.answer = item
        questions.append(question)
      }
    }
  }

  /// The text before an unescaped `end`, which is taken too.
  private static func take(_ rest: inout ArraySlice<Character>, until end: Character) -> String {
    var text = ""
    while let next = rest.popFirst(), next != end {
      if next == "\\", let escaped = rest.popFirst() {
        text.append(escaped)
      } else {
        text.append(next)
      }
    }
    return text
  }
}

/// What an XML parser finds.
private final class ElementReader: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var types: [String] = []
  private(set) var fractions: [String] = []
  private(set) var texts: [String: [String]] = [:]
  private var current = ""

  init(_ xml: String) {
    super.init()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if name == "question" { types.append(attributes["type"] ?? "") }
    if name == "answer", types.last != "essay" { fractions.append(attributes["fraction"] ?? "") }
    current = ""
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { current += text }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    texts[name, default: []].append(current)
    current = ""
  }
}
