import Drawing

extension FigureContext {
  /// A phrase of the block `figure`.
  func phrase(_ key: String, _ arguments: [String: String] = [:]) -> String {
    phrases["figure." + key, arguments]
  }

  /// Joins at most `limit` texts and says how many more there are.
  func list(_ texts: [String], limit: Int, separator: String = "; ") -> String {
    let shown = texts.prefix(limit).joined(separator: separator)
    guard texts.count > limit else { return shown }
    let more = phrase("more", ["count": numbers.string(texts.count - limit)])
    return shown + separator + more
  }

  /// Joins sentences, skipping nil and empty ones.
  func joined(_ sentences: [String?]) -> String {
    sentences.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The sentence about a training that diverged; nil if it did not.
  var divergenceSentence: String? {
    trained.history.divergence.map {
      phrase(
        "loss.insight.diverged",
        ["epoch": numbers.string($0.epoch), "step": numbers.string($0.step)])
    }
  }

  package var lessonTitle: String { lesson.title[language] }

  /// The usual word for an array of weights, such as `peso` for `kernel`; its own name if there is
  /// none.
  func arrayLabel(_ array: String) -> String {
    let key = "figure.weights.\(array)"
    return [
      "kernel", "bias", "mean", "variance", "gamma", "beta", "moving_mean", "moving_variance",
    ]
    .contains(array) ? phrases[key] : array
  }

  /// The notice inside the picture if drawn garments replace the real images.
  var notice: String? { substitute ? phrase("notice") : nil }

  /// A complete figure. Its texts are `figure.NAME.title`, `alt`, `description` and `caption`, all
  /// with the same arguments.
  func figure(
    _ name: String, _ picture: Picture, _ arguments: [String: String], data: DataTable,
    title: String? = nil, phrases: String? = nil
  ) -> Figure {
    let phrases = phrases ?? name
    var words = arguments
    words["lesson"] = lessonTitle
    var picture = picture
    let title = title ?? phrase("\(phrases).title", words)
    picture.title = title
    picture.notice = notice
    return Figure(
      id: "\(lesson.id)-\(name)", name: name, picture: picture, title: title,
      alt: Self.atMost(250, text("\(phrases).alt", words)),
      longDescription: text("\(phrases).description", words),
      caption: text("\(phrases).caption", words), data: data)
  }

  /// A phrase whose last argument may be empty, followed by the note on substitute images.
  private func text(_ key: String, _ words: [String: String]) -> String {
    var text = phrase(key, words).replacing("  ", with: " ")
    while text.hasSuffix(" ") { text.removeLast() }
    return noticed(text)
  }

  /// `text` followed by the note on substitute images, if there are any.
  private func noticed(_ text: String) -> String {
    notice.map { "\(text) \($0)." } ?? text
  }

  /// As many whole sentences as fit; a first one that does not, up to its last whole word.
  static func atMost(_ count: Int, _ text: String) -> String {
    guard text.count > count else { return text }
    let start = text.prefix(count + 1)
    let ends = start.indices.dropLast().filter {
      ".!?".contains(start[$0]) && start[start.index(after: $0)] == " "
    }
    if let end = ends.last { return String(start[...end]) }
    let words = start.dropLast(2)
    return String(words[..<(words.lastIndex(of: " ") ?? words.endIndex)]) + "…"
  }

  /// Four significant digits.
  package func number(_ value: Double) -> String { numbers.significant(value) }

  func number(_ value: Float) -> String { numbers.significant(Double(value)) }

  /// A probability with one decimal; a value that would wrongly round to 0 or 100 % is written as
  /// `<` or `>`.
  func probability(_ value: Float) -> String { share(Double(value), decimals: 1) }

  /// A share as a percentage: `<1%` for a share that is not zero, `>99.9%` for one that is not all.
  func share(_ value: Double, decimals: Int) -> String {
    numbers.share(value, decimals: decimals)
  }

  /// `label (unit)` of a table column; its name if it has no label.
  package func axisLabel(_ column: String) -> String {
    let label = columnLabel(column)
    return unit(of: column).map { "\(label) (\($0))" } ?? label
  }

  package func columnLabel(_ column: String) -> String {
    result?.regression?.columns[column]?.label?[language] ?? column
  }

  package func unit(of column: String) -> String? {
    guard let unit = result?.regression?.columns[column]?.unit?[language], !unit.isEmpty else {
      return nil
    }
    return unit
  }

  /// A number with the unit of its column.
  package func quantity(_ value: Double, _ column: String) -> String {
    let number = number(value)
    return unit(of: column).map { "\(number) \($0)" } ?? number
  }

  /// `Magnitud de pérdida (°F²)`: a squared error has the square of the target's unit.
  var lossLabel: String {
    let label = phrase("axis.loss")
    guard let unit = lossUnit else { return label }
    return "\(label) (\(unit))"
  }

  var finalLossLabel: String {
    let label = phrase("axis.finalLoss")
    return lossUnit.map { "\(label) (\($0))" } ?? label
  }

  /// The unit of the loss, such as `°F²`; nil unless the target has a short unit.
  package var lossUnit: String? {
    guard let target = result?.regression?.targetName, let unit = unit(of: target) else {
      return nil
    }
    switch lesson.training?.compile.loss {
    case .meanSquaredError where !unit.contains(" "): return unit + "²"
    case .meanAbsoluteError: return unit
    default: return nil
    }
  }

  /// A loss with its unit.
  func lossQuantity(_ value: Double) -> String {
    lossUnit.map { "\(number(value)) \($0)" } ?? number(value)
  }
}

/// Nouns that figures count, with the phrases `figure.count.NAME` and `figure.count.NAMEOne`.
enum CountedNoun: String, CaseIterable {
  case epochs, rows, points, residuals, parameters, images, trainingImages, testImages, classes
  case trainings, places, seeds, rates, mistakes, maps
}

extension FigureContext {
  /// A number with its noun in singular or plural: `1 época`, `1,000 épocas`.
  func count(_ number: Int, _ noun: CountedNoun) -> String {
    let form = number == 1 ? "One" : ""
    return phrase("count.\(noun.rawValue)\(form)", ["count": numbers.string(number)])
  }
}
