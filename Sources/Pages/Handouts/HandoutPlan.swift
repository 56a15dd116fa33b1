import Drawing
import Figures
import Lessons
import Paper
import Phrases
import Prose
import Publishing

/// A hand-out whose text, templates and phrases are read and checked; it can be written once the
/// lessons are trained.
public struct HandoutPlan: Sendable {
  public let notebook: Notebook
  public let languages: [Language]
  public let edition: HandoutEdition
  public let format: HandoutFormat
  let paper: PageFormat
  /// Each page also as PDF.
  let printsPDF: Bool
  let phrases: [Language: PhraseCatalogue]
  /// Those of the notebook's first language, which names the folder and the file of answers.
  private let firstPhrases: PhraseCatalogue
  let prose: HandoutProse
  let printed: PrintedDecimals
  let branding: Branding
  let templates: HandoutTemplates

  /// Reads and checks everything; writes nothing.
  ///
  /// - Parameters:
  ///   - languages: the languages to write, in the notebook's order.
  ///   - paper: nil for the usual size in the notebook's region.
  ///   - originals: the templates that `templates` was copied from, to compare the phrases with.
  public init(
    notebook: Notebook, languages: [Language], edition: HandoutEdition, format: HandoutFormat,
    paper: PageFormat?, printsPDF: Bool = false, templates: String, originals: String? = nil
  ) throws {
    self.notebook = notebook
    self.languages = languages
    self.edition = edition
    self.format = format
    self.paper = paper ?? PageFormat(notebook.region)
    self.printsPDF = printsPDF
    self.templates = try HandoutTemplates(templates: templates)
    phrases = try PhraseCatalogue.checked(
      languages, templates: templates, originals: originals)
    firstPhrases =
      try phrases[notebook.languages[0]]
      ?? PhraseCatalogue.load(templates: templates, language: notebook.languages[0])
    // Throws before training if the fonts are missing.
    _ = try PictureRenderer()
    if printsPDF { for language in languages { _ = try PaperPress(language: language.rawValue) } }
    // Questions and answers are checked with the lessons' prose.
    let lessonProse = try NotebookProse.load(notebook)
    let prose = try HandoutProse(notebook)
    self.prose = prose
    printed = PrintedDecimals(
      notebook, lessonProse, languages.flatMap { prose.templates($0, .teacher) })
    branding = try Branding.load(notebook)
  }

  /// The key of the message that says why the files would be empty; nil if they are not.
  public var emptiness: String? {
    if format == .quiz {
      return notebook.lessons.allSatisfy(\.exercises.isEmpty) ? "handout.emptyQuiz" : nil
    }
    return prose.isEmpty ? "handout.empty" : nil
  }

  /// The files, each edition in its own folder; nil if `proceed`, called after each figure,
  /// returned false.
  public func files(
    results: [String: LessonResult], inputs: [InputFile], threads: Int,
    proceed: (_ done: Int, _ count: Int) -> Bool
  ) throws -> [HandoutFile]? {
    var content = HandoutContent(
      notebook: notebook, edition: edition, paper: paper, results: results, prose: prose,
      printed: printed, branding: branding, inputs: allInputs(inputs),
      answerFileName: firstPhrases.answerFile.name)
    if format != .quiz {
      guard
        let drawn = try FigureStudio.draw(orders(content), threads: threads, proceed: proceed)
      else { return nil }
      content.figures = drawn.figures
    }
    let pages = languages.flatMap { files(content, $0) }
    guard printsPDF else { return pages }
    return pages + (try languages.map { try printed(content, $0) })
  }

  /// The sheet as PDF.
  private func printed(_ content: HandoutContent, _ language: Language) throws -> HandoutFile {
    let orders = orders(content).filter { $0.context.language == language }
    let paper = HandoutPaper(
      HandoutPage(
        content: content, language: language, phrases: phrases[language]!, templates: templates)
    ) { lesson, name in
      var order = orders.first { $0.context.lesson.id == lesson && $0.name == name }
      // A key has many figures, and is no place to measure in them.
      if edition == .teacher, order?.width == nil { order?.width = Self.keyWidth }
      return order?.figure().picture
    }
    let printed = try PaperPress(language: phrases[language]!.locale(notebook.region))
      .print(paper.document())
    return HandoutFile(
      name: name(language, "pdf"), bytes: printed.bytes, missing: printed.missing)
  }

  /// Keeps the files in the folder that this run does not write, if they were made from the same
  /// inputs by the same version; returns the names of those dropped because they no longer match.
  public func keepOthers(
    of target: ReportTarget, beside manifest: Manifest, in staging: StagingFolder
  ) throws(OutputError) -> [String] {
    guard let old = target.manifest else { return [] }
    let written = Set(staging.outputs.map(\.name))
    let others = old.outputs.map(\.name).filter { !written.contains($0) }
    guard old.hasSameInputs(as: manifest), old.version == manifest.version else { return others }
    for name in others {
      if let bytes = try ReportTarget.read("\(target.path)/\(name)") {
        try staging.write(name, bytes)
      }
    }
    return []
  }

  /// The manifest of the folder, without its outputs.
  public func manifest(inputs: [InputFile]) -> Manifest {
    Manifest(
      version: Program.version, kind: .handout, notebook: notebook.id, seed: notebook.seed,
      inputs: allInputs(inputs).map { Manifest.File(name: $0.name, sha256: $0.sha256) })
  }

  /// For example `estudiante/ID.estudiante.es.html`: that folder contains nothing else, so that it
  /// can be given to students.
  private func name(_ language: Language, _ ending: String) -> String {
    let folder = firstPhrases.word(edition)
    return
      "\(folder)/\(notebook.id).\(phrases[language]!.word(edition)).\(language.rawValue).\(ending)"
  }

  private func files(_ content: HandoutContent, _ language: Language) -> [HandoutFile] {
    let phrases = phrases[language]!
    switch format {
    case .html:
      let page = HandoutPage(
        content: content, language: language, phrases: phrases, templates: templates)
      return [HandoutFile(name(language, "html"), page.html())]
    case .ipynb:
      let notebook = ColabNotebook(content: content, language: language, phrases: phrases)
      return [HandoutFile(name: name(language, "ipynb"), bytes: notebook.bytes())]
    case .quiz:
      let quiz = Quiz(content: content, language: language, phrases: phrases)
      return [
        HandoutFile(name(language, "gift.txt"), quiz.gift()),
        HandoutFile(name(language, "moodle.xml"), quiz.moodleXML()),
      ]
    }
  }

  private func allInputs(_ inputs: [InputFile]) -> [InputFile] {
    inputs + prose.inputs.filter { file in !inputs.contains { $0.name == file.name } }
  }

  /// Width of a figure in a column, in points; its letters keep the size of full-width figures.
  private static let narrowWidth = 430.0
  private static let keyWidth = 470.0

  /// The figures placed by the text of this edition.
  private func orders(_ content: HandoutContent) -> [FigureOrder] {
    languages.flatMap { language in
      let values = LessonValues(
        notebook: notebook, results: content.results, language: language,
        phrases: phrases[language]!)
      let text = HandoutText(
        prose.templates(language, edition), values: values, edition: edition,
        isNotebook: format == .ipynb)
      return text.figures.compactMap { figure in
        order(figure, content, language)
      }
    }
  }

  private func order(
    _ figure: PlacedFigure, _ content: HandoutContent, _ language: Language
  ) -> FigureOrder? {
    let id = figure.lesson
    guard edition == .teacher || StudentKnowledge.maySee(figure: figure.name),
      let lesson = notebook.lessons.first(where: { $0.id == id })
    else { return nil }
    var context = FigureContext(
      notebook: notebook, lesson: lesson, result: content.results[id], others: content.results,
      language: language, phrases: phrases[language]!)
    context.isForStudents = edition == .student
    var order = FigureOrder(
      name: figure.name, context: context, tag: phrases[language]!.locale(notebook.region),
      // The figures of a hand-out are not cached.
      phrases: "")
    if figure.isNarrow { order.width = Self.narrowWidth }
    return order
  }
}

/// A file of a hand-out.
public struct HandoutFile: Sendable {
  public let name: String
  public let bytes: [UInt8]
  /// Characters that no font has, which a PDF shows as boxes.
  public let missing: [Unicode.Scalar]

  init(name: String, bytes: [UInt8], missing: [Unicode.Scalar] = []) {
    self.name = name
    self.bytes = bytes
    self.missing = missing
  }

  init(_ name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }
}
