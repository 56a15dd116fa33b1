import TestSupport
import Testing

@testable import Drawing
@testable import Lessons
@testable import Reports

/// Nothing that students get gives an answer away.
@Suite struct StudentFolderTests {
  private static let numbers: [NumberStyle] = [.mexican, .english]

  /// Numbers with three significant digits or more, as somebody would print them.
  private static func shapes(_ value: Double) -> Set<String> {
    var shapes: Set<String> = []
    for style in numbers {
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

  /// Everything that the training found, and every number of the key.
  private static func secrets() throws -> [(what: String, value: Double)] {
    var secrets: [(String, Double)] = []
    for (id, result) in BundledHandout.results.sorted(by: { $0.key < $1.key }) {
      for layer in result.weights where result.parameterCount < 1000 {
        // The mean and variance of an input are the data's own.
        for array in layer.arrays where ["kernel", "bias"].contains(array.name) {
          for value in array.values { secrets.append(("\(id) \(array.name)", Double(value))) }
        }
      }
      for prediction in result.predictions {
        for value in prediction.output { secrets.append(("\(id) prediction", Double(value))) }
      }
      for series in result.history.series {
        for value in series.values.suffix(3) { secrets.append(("\(id) \(series.name)", value)) }
      }
      secrets.append(("\(id) evaluation", result.evaluation.loss))
      if let accuracy = result.evaluation.accuracy {
        secrets.append(("\(id) accuracy", accuracy))
        secrets.append(("\(id) accuracy", 100 * accuracy))
      }
    }
    let key = AnswerKey(
      values: try Fixture.values(
        Array(BundledHandout.results.values), notebook: BundledHandout.notebook))
    for lesson in BundledHandout.notebook.lessons {
      for entry in lesson.exercises.flatMap({ key.entries($0, lesson: lesson.id) }) {
        if let value = entry.value { secrets.append((entry.blank.id, value)) }
      }
    }
    return secrets
  }

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

  /// The file without its pictures' bytes, and what the pictures say.
  private static func parts(_ text: String) throws -> (text: String, metadata: [String]) {
    var rest = ""
    var metadata: [String] = []
    var tail = text[...]
    while let start = tail.firstRange(of: "data:image/png;base64,") {
      rest += tail[..<start.lowerBound]
      let code = tail[start.upperBound...].prefix {
        $0.isLetter || $0.isNumber || "+/=".contains($0)
      }
      let png = Base64Text.decode(String(code))
      #expect(png.starts(with: [0x89, 0x50, 0x4e, 0x47]))
      // iTXt chunks are stored, so their text stands in the bytes.
      metadata.append(String(decoding: png.prefix(4000), as: UTF8.self))
      tail = tail[code.endIndex...]
    }
    return (rest + tail, metadata)
  }

  @Test(arguments: [HandoutFormat.html, .ipynb])
  func `no answer and no trained number is in it`(format: HandoutFormat) throws {
    let files = try BundledHandout.files(.student, format)
    #expect(files.count == 2)
    let secrets = try Self.secrets()
    #expect(secrets.count > 100)
    for file in files {
      // A style sheet is numbers, and none of them a result.
      let (text, metadata) = try Self.parts(file.text.replacing(/<style>[^<]*<\/style>/, with: ""))
      #expect(metadata.count >= 5)
      for part in [text, file.name] + metadata {
        let found = Self.numbers(in: part)
        for (what, value) in secrets {
          let leaked = Self.shapes(value).intersection(found)
          #expect(leaked.isEmpty, "\(file.name): \(what) \(value) as \(leaked)")
        }
      }
      for picture in metadata { #expect(!picture.contains("cuaderno:data")) }
    }
  }

  @Test(arguments: [HandoutFormat.html, .ipynb])
  func `no written answer is in it`(format: HandoutFormat) throws {
    let all = try BundledHandout.files(.student, format).map(\.text).joined()
    for language in Language.allCases {
      let key = AnswerKey(
        values: try Fixture.values(
          Array(BundledHandout.results.values), language: language,
          notebook: BundledHandout.notebook))
      for lesson in BundledHandout.notebook.lessons {
        for entry in lesson.exercises.flatMap({ key.entries($0, lesson: lesson.id) })
        where entry.blank.kind == .text && !entry.text.isEmpty {
          #expect(!all.contains(entry.text.prefix(24)), "\(entry.blank.id)")
          #expect(!all.contains(HTML.escaped(entry.text.prefix(24))), "\(entry.blank.id)")
        }
      }
    }
  }

  @Test func `the search finds what teachers get`() throws {
    let teacher = try #require(try BundledHandout.files(.teacher).first)
    let found = Self.numbers(in: try Self.parts(teacher.text).text)
    let secrets = try Self.secrets().filter { !Self.shapes($0.value).isDisjoint(with: found) }
    #expect(secrets.count > 30)
  }

  private func figure(_ name: String, _ lesson: String, isForStudents: Bool) throws -> Figure {
    let notebook = BundledHandout.notebook
    var context = FigureContext(
      notebook: notebook, lesson: notebook.lessons.first { $0.id == lesson }!,
      result: BundledHandout.results[lesson], language: .es,
      phrases: try PhraseCatalogue.load(templates: templatesFolder, language: .es))
    context.isForStudents = isForStudents
    return FigureCatalogue.figure(named: name, context)
  }

  @Test(arguments: ["celsius", "stress", "stress-normalized"])
  func `the scatter plot of students has points alone`(lesson: String) throws {
    let student = try figure("scatter", lesson, isForStudents: true)
    let plot = try #require(student.picture.panels.first as? Plot)
    #expect(!plot.marks.isEmpty && plot.marks.allSatisfy { $0 is PointMark })
    #expect(student.data.columns.count == 3)
    let teacher = try figure("scatter", lesson, isForStudents: false)
    let line = try #require(teacher.picture.panels.first as? Plot)
    #expect(line.marks.contains { !($0 is PointMark) })
    #expect(teacher.alt.hasPrefix(student.alt) && teacher.alt != student.alt)
  }

  @Test(arguments: ["celsius", "celsius-hidden", "stress"])
  func `the network of students has no numbers`(lesson: String) throws {
    let figure = try figure("network", lesson, isForStudents: true)
    #expect(figure.data.rows.isEmpty)
    #expect(!figure.alt.contains("parámetros") && !figure.longDescription.contains("parámetros"))
    for panel in figure.picture.panels {
      if let diagram = panel as? NetworkDiagram {
        #expect(!diagram.showsWeights && diagram.weights.joined().joined().allSatisfy { $0 == 0 })
      } else {
        let chain = try #require(panel as? ChainDiagram)
        #expect(chain.nodes.dropFirst().allSatisfy { $0.text.isEmpty })
      }
    }
  }
}
