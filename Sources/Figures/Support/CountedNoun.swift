/// Nouns that figures count, with the phrases `figure.count.NAME` and `figure.count.NAMEOne`.
enum CountedNoun: String, CaseIterable {
  case epochs, rows, points, residuals, parameters, images, trainingImages, testImages, classes
  case trainings, seeds, rates, mistakes, maps
}

extension FigureContext {
  /// A number with its noun in singular or plural: `1 época`, `1,000 épocas`.
  func count(_ number: Int, _ noun: CountedNoun) -> String {
    let form = number == 1 ? "One" : ""
    return phrase("count.\(noun.rawValue)\(form)", ["count": numbers.string(number)])
  }
}
