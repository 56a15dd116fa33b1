/// What figures count in words: the phrases are `figure.count.NAME` and `figure.count.NAMEOne`.
enum CountedNoun: String, CaseIterable {
  case epochs, rows, points, residuals, parameters, images, trainingImages, testImages, classes
  case trainings, seeds, rates, mistakes, maps
}

extension FigureContext {
  /// A number with its noun in the right form: `1 época`, `1,000 épocas`.
  func count(_ number: Int, _ noun: CountedNoun) -> String {
    let form = number == 1 ? "One" : ""
    return phrase("count.\(noun.rawValue)\(form)", ["count": numbers.string(number)])
  }

  /// At most `limit` of some texts, and how many more there are.
  func list(_ texts: [String], limit: Int, separator: String = "; ") -> String {
    let shown = texts.prefix(limit).joined(separator: separator)
    guard texts.count > limit else { return shown }
    let more = phrase("more", ["count": numbers.string(texts.count - limit)])
    return shown + separator + more
  }

  /// From the least to the greatest in four digits; one number where they show the same.
  func span(_ range: ClosedRange<Double>, unit: String? = nil) -> String {
    func quantity(_ text: String) -> String { unit.map { "\(text) \($0)" } ?? text }
    let (low, high) = (number(range.lowerBound), number(range.upperBound))
    return low == high
      ? quantity(high) : phrase("range", ["from": low, "to": quantity(high)])
  }

  /// Sentences one after the other; those that say nothing are left out.
  func joined(_ sentences: [String?]) -> String {
    sentences.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Where the training left the finite numbers, in a sentence; nil where it did not.
  var divergenceSentence: String? {
    trained.history.divergence.map {
      phrase(
        "loss.insight.diverged",
        ["epoch": numbers.string($0.epoch), "step": numbers.string($0.step)])
    }
  }
}
