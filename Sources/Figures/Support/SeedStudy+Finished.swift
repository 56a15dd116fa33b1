import Lessons

extension SeedStudy {
  /// The places of the seeds whose training came to its end; all of them where none did.
  var finished: [Int] {
    let places = seeds.indices.filter { divergences[$0] == nil && losses[$0].isFinite }
    return places.isEmpty ? Array(seeds.indices) : places
  }

  /// The final losses of those.
  var finishedLosses: [Double] { finished.map { losses[$0] } }

  /// What those say of one of the lesson's inputs.
  func finishedPredictions(_ place: Int) -> [Double] {
    finished.map { Double(predictions[$0][place][0]) }
  }
}

extension FigureContext {
  /// How many seeds diverged, in a sentence; nil where none did.
  func divergedSentence(_ studies: [SeedStudy]) -> String? {
    let count = studies.reduce(0) { $0 + $1.divergedCount }
    return count == 0
      ? nil : phrase("seed-spread.diverged", ["count": numbers.string(count)])
  }

  /// The study of a figure that asks for it; the lesson's result has it.
  func seeds(_ variant: ModelVariant, of figure: StudyFigure) -> SeedStudy {
    let count = lesson.parameters(of: figure).seeds ?? SeedStudy.standardSeeds.count
    guard let study = trained.seeds(variant, count: count) else {
      preconditionFailure("lesson \(lesson.id) has no study of \(count) seeds, \(variant)")
    }
    return study
  }
}
