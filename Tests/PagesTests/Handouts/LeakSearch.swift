import Diagnostics
import Drawing
import Phrases
import TestSupport

@testable import Figures
@testable import Lessons
@testable import Pages
@testable import Prose

/// Looks through what students get for answers: everything that a training found, and every answer of
/// the key, as anybody would print them.
struct LeakSearch {
  let notebook: Notebook
  let results: [String: LessonResult]
  private let numbers: [(what: String, shapes: Set<String>)]
  /// Written answers as far as their first 24 characters.
  private let words: [(what: String, text: String)]

  init(_ notebook: Notebook, _ results: [String: LessonResult]) throws {
    self.notebook = notebook
    self.results = results
    let known = Self.data(results)
    let styles =
      notebook.languages.map { reportPhrases($0).numbers(notebook.region) } + [.english]
    var numbers = Self.found(results)
    var words: [(String, String)] = []
    for language in notebook.languages {
      let key = AnswerKey(
        values: try Fixture.values(
          results.keys.sorted().map { results[$0]! }, language: language, notebook: notebook))
      for lesson in notebook.lessons {
        for entry in lesson.exercises.flatMap({ key.entries($0, lesson: lesson.id) }) {
          if let value = entry.value {
            numbers.append((entry.blank.id, value))
          } else if entry.blank.kind == .text, !entry.text.isEmpty {
            words.append((entry.blank.id, String(entry.text.prefix(24))))
          }
        }
      }
    }
    self.numbers = numbers.map { ($0.what, Self.shapes($0.value, styles).subtracting(known)) }
    self.words = words
  }

  /// How many different things it looks for.
  var count: Int { numbers.count { !$0.shapes.isEmpty } + words.count }

  /// What each file gives away, in a sentence: in its name, its text, what its pictures say of
  /// themselves, which are all PNG files of ours or a logo.
  func leaks(in files: [(name: String, text: String)]) -> [String] {
    files.flatMap { file in
      // A style sheet is numbers, and none of them a result.
      let (text, metadata) = Self.parts(file.text.replacing(/<style>[^<]*<\/style>/, with: ""))
      return ([file.name, text] + metadata).flatMap { leaks(in: $0, of: file.name) }
        + metadata.filter { $0.contains("cuaderno:data") }.map { _ in "\(file.name): data hash" }
    }
  }

  /// What stands in the pictures themselves, in every language.
  func leaksInPictures() throws -> [String] {
    let renderer = try PictureRenderer()
    let prose = try HandoutProse(notebook)
    return try notebook.languages.flatMap { language in
      let values = try Fixture.values(
        Array(results.values), language: language, notebook: notebook)
      let text = HandoutText(
        prose.templates(language, .student), values: values, edition: .student, isNotebook: false)
      return text.figures.filter { StudentKnowledge.maySee(figure: $0.name) }.flatMap { placed in
        var context = FigureContext(
          notebook: notebook, lesson: notebook.lessons.first { $0.id == placed.lesson }!,
          result: results[placed.lesson], others: results, language: language,
          phrases: values.phrases)
        context.isForStudents = true
        let figure = FigureCatalogue.figure(named: placed.name, context)
        let lines = renderer.recording(figure.picture).lines.compactMap { line in
          line.firstMatch(of: /^text .*“(.*)”$/).map { String($0.1) }
        }
        return ([figure.alt, figure.longDescription, figure.caption] + lines).flatMap {
          leaks(in: $0, of: "\(placed.lesson)-\(placed.name).\(language)")
        }
      }
    }
  }

  private func leaks(in text: String, of name: String) -> [String] {
    let found = Self.numbers(in: text)
    return numbers.compactMap { what, shapes in
      let leaked = shapes.intersection(found)
      return leaked.isEmpty ? nil : "\(name): \(what) as \(leaked.sorted())"
    }
      + words.filter { text.contains($0.text) || text.contains(HTML.escaped($0.text)) }
      .map { "\(name): \($0.what)" }
  }

  // MARK: What is looked for

  private static func found(_ results: [String: LessonResult]) -> [(what: String, value: Double)] {
    var numbers: [(String, Double)] = []
    for (id, result) in results.sorted(by: { $0.key < $1.key }) {
      for layer in result.weights where result.parameterCount < 1000 {
        // The mean and variance of an input are the data's own.
        for array in layer.arrays where ["kernel", "bias"].contains(array.name) {
          for value in array.values { numbers.append(("\(id) \(array.name)", Double(value))) }
        }
      }
      for prediction in result.predictions {
        for value in prediction.output { numbers.append(("\(id) prediction", Double(value))) }
      }
      for series in result.history.series {
        for value in series.values.suffix(3) { numbers.append(("\(id) \(series.name)", value)) }
      }
      numbers.append(("\(id) evaluation", result.evaluation.loss))
      if let accuracy = result.evaluation.accuracy {
        numbers.append(("\(id) accuracy", accuracy))
        numbers.append(("\(id) accuracy", 100 * accuracy))
      }
    }
    return numbers
  }

  /// A number with three significant digits or more, as somebody would print it.
  private static func shapes(_ value: Double, _ styles: [NumberStyle]) -> Set<String> {
    var shapes: Set<String> = []
    for style in styles {
      for digits in 3...9 { shapes.insert(style.significant(value, digits: digits)) }
      for decimals in 0...6 { shapes.insert(style.string(value, decimals: decimals)) }
    }
    shapes.insert(value.description)
    shapes.insert(Float(value).description)
    return shapes.filter { text in
      let digits = text.filter { $0.isASCII && $0.isNumber }.drop { $0 == "0" }
      return digits.count >= 3
    }
  }

  /// Numbers of the tables: that a result is one of them tells nothing.
  private static func data(_ results: [String: LessonResult]) -> Set<String> {
    var known: Set<String> = []
    for result in results.values {
      guard let table = result.regression else { continue }
      for value in table.inputs.joined() { known.insert(Python.literal(value)) }
      for value in table.targets { known.insert(Python.literal(value)) }
    }
    return known
  }

  // MARK: Where it is looked for

  /// Numbers as they stand in a text, without what is around them.
  private static func numbers(in text: String) -> Set<String> {
    var found: Set<String> = []
    for match in text.matches(of: /[−\-]?\d[\d.,]*\d|\d/) {
      let token = String(match.output)
      found.insert(token)
      found.insert(token.trimmingPrefix("-").description)
    }
    return found
  }

  /// A file without its pictures' bytes, and what the pictures say.
  static func parts(_ text: String) -> (text: String, metadata: [String]) {
    var rest = ""
    var metadata: [String] = []
    var tail = text[...]
    while let start = tail.firstRange(of: "data:image/png;base64,") {
      rest += tail[..<start.lowerBound]
      let code = tail[start.upperBound...].prefix {
        $0.isLetter || $0.isNumber || "+/=".contains($0)
      }
      let png = Base64Text.decode(String(code))
      precondition(png.starts(with: [0x89, 0x50, 0x4e, 0x47]), "no PNG")
      // iTXt chunks are stored, so their text stands in the bytes.
      metadata.append(String(decoding: png.prefix(4000), as: UTF8.self))
      tail = tail[code.endIndex...]
    }
    return (rest + tail, metadata)
  }
}
