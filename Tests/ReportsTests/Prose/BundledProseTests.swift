import Archives
import Lessons
import TestSupport
import Testing

@testable import Reports

/// The prose of the bundled notebook's table lessons on data and trainings that make each of its
/// claims true once and false once.
@Suite struct BundledProseTests {
  private struct Variant {
    var name: String
    var celsius: String?
    var biometric: String?
    /// Texts of notebook.yaml and what stands in their place.
    var edits: [(String, String)] = []
  }

  private static let folder = "\(templatesFolder)/notebooks/practica-tensorflow"
  private static let lessons = [
    "intro", "celsius", "celsius-hidden", "stress", "stress-normalized",
  ]

  /// What none of these tables flips: which seeds are studied depends on the length of the training
  /// alone, whether rows are held out on the lesson, and whether seeds agree on the normalisation.
  private static let constant: Set<String> = [
    "celsius: facts.seed_study", "stress: facts.seed_study", "stress-normalized: facts.seed_study",
    "celsius-hidden: facts.seed_study", "stress: facts.has_test",
    "stress: facts.seeds_agree.90", "stress-normalized: facts.seeds_agree.90",
  ]

  private static let exact =
    "celsius,fahrenheit\n-40,-40\n-10,14\n0,32\n8,46.4\n15,59\n22,71.6\n38,100.4\n"
  /// Forty rows past 100 °C.
  private static let otherLaw = table("celsius,fahrenheit", rows: 40) { row in
    let degrees: Int = row * 4 - 40
    return "\(degrees),\(row % 7 * 9)"
  }
  /// Of a tenth, so that no row is a rounded one.
  private static let noisyLaw = table("celsius,fahrenheit", rows: 12) { row in
    let degrees: Int = row * 7 - 40
    let exact: Double = 1.8 * Double(degrees) + 32
    return "\(degrees),\(exact + Double(row % 3) / 10)"
  }
  private static let unrelated = table("ppm,stress", rows: 48) { row in
    "\(60 + row),\(row * 7 % 10 + 1)"
  }
  private static let almostLevel = table("ppm,stress", rows: 200) { row in
    let stress: Double = 3 + Double(row) / 100
    return "\(50 + row / 2),\(stress + Double(row % 3) / 10)"
  }
  private static let fastPulses = table("ppm,stress", rows: 32) { row in
    let pulse: Int = 60 + row * 100 / 31
    return "\(pulse),\(Double(row) / 4 + Double(row % 2) + 1)"
  }
  private static let sixRows = "ppm,stress\n60,2\n70,3\n85,4\n95,6\n110,7\n120,9\n"

  private static var variants: [Variant] {
    let weights = "weights: [[[1.8]], [4.5]]"
    let rate = "{learning_rate: 0.1}"
    var variants: [Variant] = []
    func add(_ variant: Variant) { variants.append(variant) }
    add(Variant(name: "as bundled"))
    add(Variant(name: "an exact table", celsius: exact))
    add(Variant(name: "another law", celsius: otherLaw))
    add(Variant(name: "a noisy law", celsius: noisyLaw))
    add(Variant(name: "hardly trained", edits: [("epochs: 1000", "epochs: 20")]))
    add(Variant(name: "trained longer", edits: [("epochs: 1000", "epochs: 5000")]))
    add(Variant(name: "a large rate", edits: [(rate, "{learning_rate: 1}")]))
    add(Variant(name: "a small rate", edits: [(rate, "{learning_rate: 0.01}")]))
    add(Variant(name: "a wrong slope", edits: [(weights, "weights: [[[2.5]], [4.5]]")]))
    add(
      Variant(name: "nothing to improve", edits: [(weights, "weights: [[[1.7979]], [31.9525]]")]))
    add(Variant(name: "stress without relation to the pulse", biometric: unrelated))
    add(Variant(name: "stress that hardly rises", biometric: almostLevel))
    add(Variant(name: "a pulse up to 160", biometric: fastPulses))
    add(Variant(name: "six rows", biometric: sixRows, edits: [("test: 0.2", "test: 0.5")]))
    return variants
  }

  private static func table(_ header: String, rows: Int, row: (Int) -> String) -> String {
    header + "\n" + (0..<rows).map { row($0) + "\n" }.joined()
  }

  private static func read(_ name: String) -> String {
    TemporaryFolder.text(of: "\(folder)/\(name)")
  }

  /// The notebook without its image lesson and the closing one, which speaks of it.
  private func notebook(_ variant: Variant) throws -> (Notebook, TemporaryFolder) {
    let folder = TemporaryFolder()
    var yaml = Self.read("notebook.yaml")
    let end = try #require(yaml.firstRange(of: "\n  # The convolutional network"))
    yaml = String(yaml[..<end.lowerBound])
    for (old, new) in variant.edits {
      #expect(yaml.contains(old), "\(variant.name)")
      yaml = yaml.replacing(old, with: new)
    }
    folder.write("notebook.yaml", yaml)
    folder.write("data/celsius.csv", variant.celsius ?? Self.read("data/celsius.csv"))
    folder.write("data/biometric.csv", variant.biometric ?? Self.read("data/biometric.csv"))
    for lesson in Self.lessons {
      for language in Language.allCases {
        let name = "\(lesson).\(language.rawValue).md"
        folder.write(name, Self.read(name))
      }
    }
    return (try Notebook.load(folder: folder.path), folder)
  }

  @Test func everyClaimIsMadeAndLeftOut() throws {
    var seen: [String: Set<Bool>] = [:]
    for variant in Self.variants {
      let (notebook, folder) = try notebook(variant)
      let prepared = try notebook.prepare()
      var results: [String: LessonResult] = [:]
      for lesson in prepared.lessons {
        let run = try #require(LessonRunner.run(lesson, seed: notebook.seed, threads: 2))
        results[lesson.lesson.id] = run.result
      }
      let prose = try NotebookProse.load(notebook)
      for language in notebook.languages {
        let values = LessonValues(
          notebook: notebook, results: results, language: language,
          phrases: try PhraseCatalogue.load(templates: templatesFolder, language: language))
        for lesson in notebook.lessons {
          let template = try #require(prose.template(lesson.id, language))
          let html = ProseRenderer(values: values)
            .render(template, lesson: lesson.id, figure: { _ in "" }).html
          #expect(!html.contains("{{"), "\(variant.name), \(lesson.id)")
          // A value that the training did not give.
          #expect(!html.contains(" – "), "\(variant.name), \(lesson.id), \(language)")
          template.visit(template.nodes) { node in
            guard case .section(let tag, _) = node else { return }
            let owner = tag.name.hasPrefix("of.") ? "" : "\(lesson.id): "
            seen[owner + tag.name, default: []].insert(values.isTrue(tag.name, in: lesson.id))
          }
        }
      }
      withExtendedLifetime(folder) {}
    }
    #expect(seen.count > 30)
    let stuck = seen.filter { $0.value.count < 2 }
      .filter { !Self.constant.contains($0.key) }
    #expect(
      stuck.isEmpty,
      "\(stuck.map { "\($0.key) is always \($0.value.first!)" }.sorted().joined(separator: "\n"))")
  }
}
