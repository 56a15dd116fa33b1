import Archives
import Diagnostics
import Figures
import Lessons
import Paper
import Prose
import Publishing

extension ReportPlan {
  /// Draws the figures and writes all files of the report except the manifest.
  ///
  /// - Parameters:
  ///   - keys: the keys of the results.
  ///   - previous: the results.json to compare with, to highlight changes.
  ///   - cache: cached figures, which are not drawn again.
  ///   - warn: called with what a PDF cannot show.
  ///   - proceed: called after each figure; returns false to stop.
  /// - Returns: nil if stopped.
  public func write(
    results: [String: LessonResult], inputs: [InputFile], keys: [ResultKey] = [],
    previous: [UInt8]? = nil, cache: FigureCache? = nil, threads: Int, into staging: StagingFolder,
    warn: (Message) -> Void = { _ in },
    proceed: (_ done: Int, _ count: Int) -> Bool
  ) throws -> FigureCounts? {
    var content = content(results, inputs)
    let before = previous.flatMap { ResultsRecord($0) }
    guard
      let (figures, counts) = try FigureStudio.draw(
        orders(content, before), cache: cache, threads: threads, proceed: proceed)
    else { return nil }
    for figure in figures { try staging.write(figure.path, figure.png) }
    // Only the labels depend on the language, and they are not in the file.
    for figure in figures where figure.language == languages[0] {
      try staging.write(figure.dataPath, figure.figure.data.csv)
    }
    try writeWeights(content, into: staging)
    let file = resultsFile(content, figures, keys).json
    try staging.write(Manifest.resultsName, JSONWriter.bytes(file))
    if let before, let now = ResultsRecord(file) {
      content.changes = ResultsComparison(before, now)
    }
    let pages = PageWriter(
      content: content, phrases: phrases, templates: templates, figures: figures)
    for page in pages.pages() { try staging.write(page.name, Array(page.html.utf8)) }
    if printsPDF {
      for language in languages {
        let (name, printed) = try printed(content, before, language)
        try staging.write(name, printed.bytes)
        if !printed.missing.isEmpty {
          warn(MissingCharacters.message(printed.missing, in: name))
        }
      }
    }
    return counts
  }

  /// The report in one language as PDF.
  private func printed(
    _ content: ReportContent, _ before: ResultsRecord?, _ language: Language
  ) throws -> (name: String, PaperPress.Printed) {
    let builder = EditionBuilder(
      content: content, language: language, kind: .alone, phrases: phrases[language]!,
      templates: templates, figures: [])
    let paper = ReportPaper(
      builder: builder, orders: orders(content, before).filter { $0.context.language == language })
    let printed = try PaperPress(language: phrases[language]!.locale(notebook.region)).print(
      paper.document())
    return ("\(phrases[language]!.pageName.dropLast(".html".count)).pdf", printed)
  }

  func content(_ results: [String: LessonResult], _ inputs: [InputFile]) -> ReportContent {
    ReportContent(
      notebook: notebook, languages: languages, lessons: lessons, results: results, prose: prose,
      only: only, inputs: allInputs(inputs), branding: branding, glossaries: glossaries)
  }

  /// All figures in all languages, in the order of the lessons.
  ///
  /// - Parameter before: the results that this report is compared with.
  func orders(_ content: ReportContent, _ before: ResultsRecord? = nil) -> [FigureOrder] {
    let digests = phrases.mapValues { $0.digest(ofKeys: "figure.", "language.numbers.") }
    return lessons.flatMap { lesson in
      figureNames(lesson).flatMap { name in
        let companions = FigureCatalogue.companions(of: name, lesson, in: notebook)
        let others = content.results.filter { companions.contains($0.key) }
        let result = content.results[lesson.id]
        let losses = before?.lesson(lesson.id)?.losses ?? []
        let isSame = losses == result?.history["loss"]
        return languages.map { language in
          FigureOrder(
            name: name,
            context: FigureContext(
              notebook: notebook, lesson: lesson, result: result, others: others,
              earlierLosses: isSame ? [] : losses, language: language, phrases: phrases[language]!),
            tag: phrases[language]!.locale(notebook.region), phrases: digests[language]!)
        }
      }
    }
  }

  /// The figures that the lesson asks for or has by default, those placed by its prose, and its
  /// weights.
  private func figureNames(_ lesson: Lesson) -> [String] {
    let asked = FigureCatalogue.names(for: lesson)
    // `figures: []` asks for no figures.
    let always =
      asked.isEmpty ? [] : FigureCatalogue.defaults(for: lesson).filter { $0 == "weights" }
    return (asked + prose.figures(lesson.id) + always).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  private func writeWeights(_ content: ReportContent, into staging: StagingFolder) throws {
    for lesson in lessons {
      guard let result = content.results[lesson.id] else { continue }
      let arrays = result.weights.flatMap(\.arrays).enumerated().map { index, array in
        NPYArray(name: String(index), shape: array.shape, values: array.values)
      }
      try staging.write("weights/\(lesson.id).npz", NPZ.write(arrays))
    }
  }

  private func resultsFile(
    _ content: ReportContent, _ figures: [DrawnFigure], _ keys: [ResultKey]
  ) -> ResultsFile {
    ResultsFile(
      notebook: notebook.id, seed: notebook.seed,
      lessons: lessons.map { lesson in
        let own = figures.filter { $0.lesson == lesson.id }
        return ResultsFile.Entry(
          id: lesson.id, result: content.results[lesson.id],
          parts: keys.first { $0.lesson == lesson.id }?.lessonParts ?? [],
          figures: own.filter { $0.language == languages[0] }.map { first in
            let same = own.filter { $0.figure.id == first.figure.id }
            func text(_ part: (DrawnFigure) -> String) -> LocalizedText {
              LocalizedText(languages) { language in
                same.first { $0.language == language }.map(part)
              }
            }
            return ResultsFile.Figure(
              id: first.figure.id, paths: text(\.path), alt: text(\.figure.alt))
          })
      })
  }
}

/// The input of a report's pages and files after training.
struct ReportContent: Sendable {
  var notebook: Notebook
  /// The languages of the report, a subset of the notebook's.
  var languages: [Language]
  /// The lessons shown, in the notebook's order.
  var lessons: [Lesson]
  /// Results by lesson, including lessons that the shown ones refer to.
  var results: [String: LessonResult]
  var prose: NotebookProse
  /// The lessons of `--only`.
  var only: [String]?
  var inputs: [InputFile]
  var branding = Branding()
  /// Terms are not explained in languages without a glossary.
  var glossaries: [Language: Glossary] = [:]
  /// The changes since the replaced report, if they are to be highlighted.
  var changes: ResultsComparison?
}
