import TestSupport

@testable import Lessons

/// The bundled notebook with other data or another training.
struct BundledVariant {
  var name: String
  var celsius: String?
  var biometric: String?
  /// Nil for the garments that the program draws where no set is found.
  var images: BundledImages?
  /// Texts of notebook.yaml and what stands in their place.
  var edits: [(String, String)] = []

  private static let source = "\(templatesFolder)/notebooks/practica-tensorflow"
  private static let lessons = [
    "intro", "celsius", "celsius-hidden", "stress", "stress-normalized", "fashion", "closing",
  ]

  private static func read(_ name: String) -> String {
    TemporaryFolder.text(of: "\(source)/\(name)")
  }

  /// Its folder; `missing` are the edits whose text does not stand in notebook.yaml.
  func write() -> (folder: TemporaryFolder, missing: [String]) {
    let folder = TemporaryFolder()
    let small = (
      "{images: fashion-mnist}", "{images: fashion-mnist, train: 240, test: 80}"
    )
    var yaml = Self.read("notebook.yaml")
    var missing: [String] = []
    for (old, new) in edits + (images == nil ? [small] : []) {
      if !yaml.contains(old) { missing.append(old) }
      yaml = yaml.replacing(old, with: new)
    }
    folder.write("notebook.yaml", yaml)
    folder.write("data/celsius.csv", celsius ?? Self.read("data/celsius.csv"))
    folder.write("data/biometric.csv", biometric ?? Self.read("data/biometric.csv"))
    images?.write(to: folder)
    for lesson in Self.lessons {
      for language in Language.allCases {
        let name = "\(lesson).\(language.rawValue).md"
        folder.write(name, Self.read(name))
      }
    }
    return (folder, missing)
  }

  /// The result of every lesson, with no image set but that of the folder. Trained are those that
  /// `known` does not hold yet.
  static func results(
    _ notebook: Notebook, known: inout [KnownLesson]
  ) throws -> [String: LessonResult] {
    let before = known
    let preparation = NotebookPreparation(
      notebook, dataFolder: nil, isStrict: false, systemFolder: "\(notebook.folder)/none",
      known: { key in before.first { $0.key == key }?.result })
    let prepared = try preparation.run()
    var results = Dictionary(
      prepared.known.map { ($0.result.lesson, $0.result) }, uniquingKeysWith: { first, _ in first })
    for lesson in prepared.lessons {
      guard let run = LessonRunner.run(lesson, seed: notebook.seed, threads: 2) else { continue }
      results[lesson.lesson.id] = run.result
      known.append(KnownLesson(key: lesson.key, result: run.result))
    }
    return results
  }
}
