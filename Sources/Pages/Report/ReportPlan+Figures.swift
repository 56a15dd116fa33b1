import Drawing
import Figures
import Lessons
import Paper
import Publishing

extension ReportPlan {
  /// Draws the figures and writes them into one folder: for each `LESSON-FIGURE` a picture, a
  /// `.LANGUAGE.txt` with its texts, and the data as `.csv`.
  ///
  /// - Parameters:
  ///   - cache: cached figures, which are not drawn again.
  ///   - scale: pixels per point of a PNG: 1, 2 or 3.
  ///   - format: the format of the pictures.
  ///   - proceed: called after each figure; returns false to stop.
  /// - Returns: nil if stopped.
  public func writeFigures(
    results: [String: LessonResult], inputs: [InputFile], cache: FigureCache? = nil, scale: Int,
    format: FigureFormat = .png, threads: Int,
    into staging: StagingFolder, proceed: (_ done: Int, _ count: Int) -> Bool
  ) throws -> FigureCounts? {
    let orders = orders(content(results, inputs)).map { order in
      var order = order
      order.scale = scale
      return order
    }
    guard
      let (figures, counts) = try FigureStudio.draw(
        orders, cache: cache, threads: threads, proceed: proceed)
    else { return nil }
    let svg = format == .svg ? try SVGRenderer() : nil
    let presses = try format == .pdf ? languages.map { ($0, try press($0)) } : []
    for (drawn, order) in zip(figures, orders) {
      let stem = "\(drawn.figure.id).\(drawn.language.rawValue)"
      let figure = drawn.figure
      let bytes: [UInt8]
      switch format {
      case .png: bytes = drawn.png
      case .svg:
        bytes = svg!.svg(order.figure().picture, title: figure.title, description: figure.alt)
      case .pdf:
        bytes = presses.first { $0.0 == drawn.language }!.1
          .print(order.figure().picture, title: figure.title, alt: figure.alt)
      }
      try staging.write("\(stem).\(format.rawValue)", bytes)
      try staging.write("\(stem).txt", Array(words(of: drawn).utf8))
      // The data are the same in every language.
      if drawn.language == languages[0] {
        try staging.write("\(drawn.figure.id).csv", drawn.figure.data.csv)
      }
    }
    return counts
  }

  private func press(_ language: Language) throws -> PaperPress {
    try PaperPress(language: phrases[language]!.locale(notebook.region))
  }

  /// All figures of the report, to be drawn one by one.
  package func orders(
    results: [String: LessonResult], inputs: [InputFile]
  ) -> [FigureOrder] {
    orders(content(results, inputs))
  }

  /// Title, caption, alternative text, description and source, to paste next to the picture.
  private func words(of drawn: DrawnFigure) -> String {
    let figure = drawn.figure
    let phrases = phrases[drawn.language]!
    let lesson = lessons.first { $0.id == drawn.lesson }
    let source = phrases[
      "figure.pack.source",
      [
        "notebook": notebook.title[drawn.language], "lesson": lesson?.title[drawn.language] ?? "",
        "seed": String(notebook.seed), "data": "\(figure.id).csv",
      ]]
    return """
      \(figure.title)

      \(figure.caption)

      \(phrases["figure.pack.alt"])
      \(figure.alt)

      \(phrases["figure.pack.description"])
      \(figure.longDescription)

      \(source)

      """
  }
}

/// What a figure alone is written as.
public enum FigureFormat: String, CaseIterable, Sendable {
  /// Pixels, for slides and gradebooks.
  case png
  /// Shapes that stay sharp at any size.
  case svg, pdf
}
