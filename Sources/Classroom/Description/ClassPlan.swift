import Archives
import Datasets
import Diagnostics
import Lessons
import Neural
import Phrases
import Publishing

/// A class that can be built: class.yaml and its lesson are read, and what they say fits together.
public struct ClassPlan: Sendable {
  public let description: ClassDescription
  /// The notebook with the lesson alone, as students train it.
  public let notebook: Notebook
  public let lesson: Lesson
  /// Everything that the sheets of the whole notebook ask for.
  let blanks: [ExerciseBlank]
  /// What each claim is called in the answers; the first that is answered counts.
  let claimNames: [Criterion.Quantity: [String]]
  /// The catalogue of the class's pages.
  public let phrases: PhraseCatalogue
  /// The same in every language: a file may have been made in another one.
  private let allPhrases: [PhraseCatalogue]
  /// The catalogue of figures, tables and code.
  let reportPhrases: PhraseCatalogue
  /// What is said of broken files.
  let messages: PhraseCatalogue
  let templates: ClassTemplates
  /// What every student's report depends on, apart from the student: the program, class.yaml, the
  /// notebook, the templates; in hexadecimal.
  let baseKey: String
  /// class.yaml, for the manifest.
  let inputs: [InputFile]

  public var language: Language { description.language }

  /// What a manifest says that reports were made of.
  ///
  /// - Parameter keys: what decides each student's report, by id.
  func manifestInputs(_ keys: [String: String]) -> [Manifest.File] {
    inputs.map(Manifest.File.init)
      + keys.map { Manifest.File(name: "\(PublishedClass.folder)/\($0.key)", sha256: $0.value) }
  }

  /// - Parameters:
  ///   - templates: the folder of templates and bundled notebooks.
  ///   - program: what tells one build of the program from another.
  public init(
    _ description: ClassDescription, templates: String, program: String
  ) throws {
    self.description = description
    let folder = Self.notebookFolder(description, templates: templates)
    let whole = try Notebook.load(folder: folder)
    lesson = try ClassLesson(description, whole).lesson
    var notebook = whole
    notebook.lessons = [lesson]
    self.notebook = notebook
    let language = description.language
    phrases = try .load(templates: templates, folder: .classroom, language: language)
    allPhrases = try Language.allCases.map {
      try .load(templates: templates, folder: .classroom, language: $0)
    }
    let catalogues = [phrases] + allPhrases
    claimNames = Self.claimNames(description, lesson, in: whole) { quantity in
      Self.names("claim.\(quantity.rawValue)", catalogues)
    }
    blanks = Self.blanks(claimNames, description.criteria, in: whole)
    reportPhrases = try .load(templates: templates, language: language)
    messages = try .load(templates: templates, folder: .messages, language: language)
    self.templates = try ClassTemplates(templates: templates)
    let files = [description.path, "\(folder)/notebook.yaml"]
    var key = SHA256()
    key.update(Array("\(program)\n".utf8))
    var inputs: [InputFile] = []
    for (name, path) in zip([ClassDescription.fileName, "notebook.yaml"], files) {
      let hash = SHA256.hash(try Files.read(path, limit: NotebookLimits.fileBytes)).hexadecimal
      inputs.append(InputFile(name: name, sha256: hash))
      key.update(Array("\(hash)\n".utf8))
    }
    for file in try Self.templateFiles(templates, language) {
      key.update(Array("\(SHA256.hash(file).hexadecimal)\n".utf8))
    }
    baseKey = key.finish().hexadecimal
    self.inputs = inputs
  }

  /// A notebook folder, by its full path or from the class's folder, else one that comes with the program.
  private static func notebookFolder(_ description: ClassDescription, templates: String) -> String {
    let own =
      description.notebook.hasPrefix("/")
      ? description.notebook : NotebookFolder.join(description.folder, description.notebook)
    if Files.isFile("\(own)/notebook.yaml") { return own }
    let bundled = "\(templates)/notebooks/\(description.notebook)"
    return !description.notebook.contains("/") && Files.isFile("\(bundled)/notebook.yaml")
      ? bundled : own
  }

  private static func templateFiles(_ templates: String, _ language: Language) throws -> [[UInt8]] {
    var files: [[UInt8]] = []
    for folder in ["classroom", "report"] {
      for name in try FileTree.names(in: "\(templates)/\(folder)") {
        files.append(Array(name.utf8))
        files.append(try Files.read("\(templates)/\(folder)/\(name)", limit: 1 << 20))
      }
    }
    let messages = PhraseCatalogue.path(templates: templates, folder: .messages, language: language)
    return files + [try Files.read(messages, limit: PhraseCatalogue.sizeLimit)]
  }
}

extension ClassPlan {
  var numbers: NumberStyle { reportPhrases.numbers(notebook.region) }

  /// A number of a student with the decimals that were written, as far as six significant digits.
  func written(_ number: WrittenNumber.Reading) -> String {
    numbers.significant(number.value, digits: 6)
  }

  private var source: TableSource {
    guard case .table(let source)? = lesson.training?.data else {
      preconditionFailure("lesson \(lesson.id) has no table")
    }
    return source
  }

  /// The columns that a table must have, inputs first.
  var columnNames: [String] { source.inputs + [source.target] }

  /// A phrase in every language, that of the class first, each once.
  func names(_ key: String) -> [String] { Self.names(key, [phrases] + allPhrases) }

  private static func names(_ key: String, _ catalogues: [PhraseCatalogue]) -> [String] {
    catalogues.map { $0[key] }.reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// Their names in a header.
  var columnLabels: [String] { columnNames }

  /// What people read for a column.
  func label(of column: String) -> String {
    source.columns[column]?.label?[language] ?? column
  }

  func unit(of column: String) -> String {
    source.columns[column]?.unit?[language] ?? ""
  }

  var targetName: String { source.target }

  /// The asked input in words: `90 lpm`.
  var askedInput: String {
    guard let row = lesson.training?.predict.first else { return "" }
    return zip(source.inputs, row).map { column, value in
      let unit = unit(of: column)
      return numbers.significant(value, digits: 6) + (unit.isEmpty ? "" : " \(unit)")
    }.joined(separator: ", ")
  }

  /// A student's page: `informe.es.html`.
  var pageName: String { reportPhrases.pageName }

  /// BCP 47.
  var locale: String { reportPhrases.locale(notebook.region) }
}
