import Archives
import Diagnostics
import Lessons
import Prose

/// The text of a hand-out: `handout.LANGUAGE.md` next to notebook.yaml, and
/// `handout_teacher.LANGUAGE.md` for teachers. If there is none, a text composed from the lessons.
struct HandoutProse: Sendable {
  private var sheets: [Language: ProseTemplate] = [:]
  private var teachers: [Language: ProseTemplate] = [:]
  /// The files read, with their SHA-256.
  private(set) var inputs: [InputFile] = []

  /// Reads and checks the texts; throws all errors, file by file.
  init(_ notebook: Notebook) throws(UserErrors) {
    let names = LessonNames(notebook)
    var errors = Self.questionErrors(names)
    // A lesson named `handout` uses these files for its own prose.
    let hasFiles = !notebook.lessons.contains { $0.id == "handout" }
    for (name, isForTeachers) in [("handout", false), ("handout_teacher", true)] where hasFiles {
      let files = notebook.languages.map { ($0, "\(name).\($0.rawValue).md") }
      guard let first = files.first(where: { Files.isFile("\(notebook.folder)/\($0.1)") }) else {
        continue
      }
      for (language, file) in files {
        let path = "\(notebook.folder)/\(file)"
        guard Files.isFile(path) else {
          errors.append(ProseError.missingLanguage(Place(path), other: first.1))
          continue
        }
        do throws(UserErrors) {
          let bytes = try Self.bytes(path)
          let template = try ProseTemplate.parse(bytes, path: path)
          var check = HandoutCheck(names, path: path)
          check.check(template, isForTeachers: isForTeachers)
          errors += check.errors
          if isForTeachers { teachers[language] = template } else { sheets[language] = template }
          inputs.append(InputFile(name: file, sha256: SHA256.hash(bytes).hexadecimal))
        } catch {
          errors += error.errors
        }
      }
    }
    guard errors.isEmpty else { throw UserErrors(errors) }
    if sheets.isEmpty {
      let sheet = Self.composed(notebook)
      for language in notebook.languages { sheets[language] = sheet }
    }
  }

  /// Whether all texts are empty.
  var isEmpty: Bool { sheets.values.allSatisfy(\.nodes.isEmpty) }

  /// The templates of an edition in reading order.
  func templates(_ language: Language, _ edition: HandoutEdition) -> [ProseTemplate] {
    let teacher = edition == .teacher ? teachers[language] : nil
    return [sheets[language], teacher].compactMap { $0 }
  }

  private static func bytes(_ path: String) throws(UserErrors) -> [UInt8] {
    do {
      return try Files.read(path, limit: ProseTemplate.sizeLimit)
    } catch {
      throw UserErrors([error])
    }
  }

  /// Checks questions, choices and cells, which students read.
  private static func questionErrors(_ names: LessonNames) -> [any UserError] {
    let path = "\(names.notebook.folder)/notebook.yaml"
    return names.notebook.lessons.flatMap { lesson in
      lesson.exercises.flatMap { exercise -> [any UserError] in
        var check = HandoutCheck(names, path: path, lesson: lesson.id)
        var seen: Set<String> = []
        for text in exercise.shownTexts.flatMap(\.texts)
        where seen.insert(text).inserted {
          let place = exercise.places[text] ?? TextPlace(line: exercise.line, column: 1)
          // Its syntax was checked with the notebook's prose.
          guard let template = try? ProseTemplate.parse(text, path: path, start: place) else {
            continue
          }
          check.check(template, isForTeachers: false)
        }
        return check.errors
      }
    }
  }

  /// For each lesson: a figure of its data, its code with the essential steps left to the student,
  /// and its exercises.
  private static func composed(_ notebook: Notebook) -> ProseTemplate {
    var text = ""
    for lesson in notebook.lessons {
      guard lesson.training != nil || !lesson.exercises.isEmpty else { continue }
      text += "{{lesson \(lesson.id)}}\n\n# {{lesson.title}}\n\n"
      if lesson.hasImages {
        text += "{{figure samples}}\n\n{{keras imports data prepare}}\n\n"
      } else if lesson.training != nil {
        if lesson.hasSingleInput { text += "{{figure scatter}}\n\n" }
        text += "{{keras imports data}}\n\n"
      }
      if lesson.training != nil { text += "{{todo define compile fit evaluate}}\n\n" }
      if !lesson.exercises.isEmpty { text += "{{exercises}}\n\n" }
    }
    do throws(UserErrors) {
      return try ProseTemplate.parse(text, path: "")
    } catch {
      preconditionFailure("the composed hand-out is not well-formed: \(error)")
    }
  }
}

extension Exercise {
  /// The texts shown to students: question, choices, filled cells.
  fileprivate var shownTexts: [LocalizedText] {
    let cells = (table?.rows ?? []).joined().compactMap { cell in
      if case .text(let text) = cell { text } else { nil }
    }
    return [ask] + (table?.columns ?? []) + cells + choices
  }
}
