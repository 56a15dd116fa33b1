import Archives
import Diagnostics
import Lessons

/// The prose of all lessons of a notebook, read and checked before training.
public struct NotebookProse: Sendable {
  private var templates: [String: [Language: ProseTemplate]] = [:]
  /// Relative names and SHA-256 of the files read, in the notebook's order.
  public private(set) var inputs: [InputFile] = []

  /// Reads `LESSON.LANGUAGE.md` of each lesson that has it, in the notebook's languages, and checks
  /// its names and those in exercise answers. Throws all errors, file by file.
  public static func load(_ notebook: Notebook) throws(UserErrors) -> NotebookProse {
    var prose = NotebookProse()
    var errors: [any UserError] = []
    let names = LessonNames(notebook)
    for lesson in notebook.lessons {
      errors += prose.read(lesson, names)
      errors += exerciseErrors(lesson, names)
    }
    guard errors.isEmpty else { throw UserErrors(errors) }
    return prose
  }

  /// The prose of a lesson; nil if it has none.
  public func template(_ lesson: String, _ language: Language) -> ProseTemplate? {
    templates[lesson]?[language]
  }

  /// The figures placed by a lesson's prose in any language, without duplicates.
  public func figures(_ lesson: String) -> [String] {
    (templates[lesson] ?? [:]).keys.sorted().reduce(into: []) { names, language in
      for name in template(lesson, language)?.figures ?? [] where !names.contains(name) {
        names.append(name)
      }
    }
  }

  private mutating func read(_ lesson: Lesson, _ names: LessonNames) -> [any UserError] {
    let notebook = names.notebook
    let files = notebook.languages.map { language in
      (language, "\(lesson.id).\(language.rawValue).md")
    }
    let present = files.filter { Files.isFile("\(notebook.folder)/\($0.1)") }
    guard let first = present.first else { return [] }
    var errors: [any UserError] = []
    for (language, name) in files {
      let path = "\(notebook.folder)/\(name)"
      guard present.contains(where: { $0.1 == name }) else {
        errors.append(ProseError.missingLanguage(Place(path), other: first.1))
        continue
      }
      do throws(UserErrors) {
        let bytes = try Self.bytes(path)
        let template = try ProseTemplate.parse(bytes, path: path)
        errors += template.check(lesson, names)
        templates[lesson.id, default: [:]][language] = template
        inputs.append(InputFile(name: name, sha256: SHA256.hash(bytes).hexadecimal))
      } catch {
        errors += error.errors
      }
    }
    return errors
  }

  private static func bytes(_ path: String) throws(UserErrors) -> [UInt8] {
    do {
      return try Files.read(path, limit: ProseTemplate.sizeLimit)
    } catch {
      throw UserErrors([error])
    }
  }

  /// Questions, answers and cells of exercises are templates too.
  private static func exerciseErrors(_ lesson: Lesson, _ names: LessonNames) -> [any UserError] {
    let path = "\(names.notebook.folder)/notebook.yaml"
    var errors: [any UserError] = []
    for exercise in lesson.exercises {
      let texts = exercise.texts.flatMap(\.texts)
      var seen: Set<String> = []
      for text in texts where seen.insert(text).inserted {
        let place = exercise.places[text] ?? TextPlace(line: exercise.line, column: 1)
        do throws(UserErrors) {
          errors += try ProseTemplate.parse(text, path: path, start: place).check(lesson, names)
        } catch {
          errors += error.errors
        }
      }
    }
    return errors
  }
}
