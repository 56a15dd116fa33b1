import Lessons
import TestSupport
import Testing

@testable import Classroom

@Suite struct ClassStartTests {
  private let folder = TemporaryFolder()

  private func start(
    _ name: String, lesson: String? = nil, language: Language = .es
  ) throws -> [String] {
    try ClassStart(
      folder: "\(folder.path)/\(name)", notebook: "practica-tensorflow", lesson: lesson,
      language: language, templates: ExportFixture.templates
    ).write()
  }

  private func plan(_ name: String) throws -> ClassPlan {
    try ClassPlan(
      ClassDescription.load(folder: "\(folder.path)/\(name)"),
      templates: ExportFixture.templates, program: "test")
  }

  @Test func theClassIsReadyToBeUsed() throws {
    #expect(
      try start("es") == [
        "class.yaml", "datos-ejemplo.csv", "respuestas-ejemplo.csv", "descripcion.txt",
        "moodle.txt", ".gitignore",
      ])
    let plan = try plan("es")
    #expect(plan.lesson.id == "stress-normalized")
    #expect(plan.description.points == 100)
    #expect(
      plan.description.criteria.map(\.id) == [
        "archivo", "filas", "rango", "prediccion", "coherencia", "conclusion",
      ])
    #expect(
      try start("en", language: .en) == [
        "class.yaml", "example-data.csv", "example-answers.csv", "description.txt", "moodle.txt",
        ".gitignore",
      ])
    #expect(
      try self.plan("en").description.criteria.map(\.id) == [
        "file", "rows", "range", "prediction", "coherence", "conclusion",
      ])
    #expect(folder.contents["es/datos-ejemplo.csv"]?.contains("ppm,stress\r\n") == true)
  }

  /// A lesson of more neurons has no weight and bias to ask for.
  @Test func whatALessonLacksIsNotAskedFor() throws {
    _ = try start("c", lesson: "celsius-hidden")
    #expect(
      try plan("c").description.criteria.map(\.id) == [
        "archivo", "filas", "rango", "prediccion", "conclusion",
      ])
    let answers = folder.contents["c/respuestas-ejemplo.csv"] ?? ""
    #expect(answers.contains("prediccion,") && !answers.contains("peso"))
  }

  /// Students cannot get points for what nobody asks them for.
  @Test(arguments: [Language.es, .en])
  func theTextAsksForEverythingThatIsJudged(language: Language) throws {
    _ = try start("c", language: language)
    let text = folder.contents[language == .es ? "c/descripcion.txt" : "c/description.txt"] ?? ""
    let answers =
      folder.contents[language == .es ? "c/respuestas-ejemplo.csv" : "c/example-answers.csv"] ?? ""
    let plan = try plan("c")
    for criterion in plan.description.criteria {
      #expect(text.contains("- \(criterion.id) (\(criterion.points.thousandths / 1_000) "))
      let asked: [String]
      switch criterion.check {
      case .claim(let quantity, _): asked = [plan.claimNames[quantity]![0]]
      case .consistent:
        asked = [Criterion.Quantity.prediction, .weight, .bias, .loss].map {
          plan.claimNames[$0]![0]
        }
      case .manual: asked = [criterion.id]
      case .readable, .rows, .ranges, .columns: asked = []
      }
      for name in asked {
        #expect(answers.contains("\n\(name),"), "\(criterion.id): \(name)")
        #expect(text.contains(name), "\(criterion.id): \(name)")
      }
    }
    #expect(!text.contains("{{"))
  }

  @Test func mistakes() throws {
    #expect(throws: ClassError.self) { try start("x", lesson: "celsus") }
    #expect(throws: ClassError.self) { try start("x", lesson: "fashion") }
    #expect(folder.contents.isEmpty)
    folder.write("x/mine.txt", "")
    #expect(throws: ClassError.folderNotEmpty(path: "\(folder.path)/x")) { try start("x") }
    #expect(folder.contents == ["x/mine.txt": ""])
  }
}
