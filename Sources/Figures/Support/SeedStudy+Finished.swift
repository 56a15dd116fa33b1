import Lessons

extension SeedStudy {
  /// Indices of the seeds whose training finished; of all seeds if none did.
  var finished: [Int] {
    let places = seeds.indices.filter { divergences[$0] == nil && losses[$0].isFinite }
    return places.isEmpty ? Array(seeds.indices) : places
  }

  /// The final losses of the finished seeds.
  var finishedLosses: [Double] { finished.map { losses[$0] } }

  /// The finished seeds' predictions for one of the lesson's inputs.
  func finishedPredictions(_ place: Int) -> [Double] {
    finished.map { Double(predictions[$0][place][0]) }
  }
}

extension FigureContext {
  /// States how many seeds diverged; nil if none did.
  func divergedSentence(_ studies: [SeedStudy]) -> String? {
    let count = studies.reduce(0) { $0 + $1.divergedCount }
    return count == 0
      ? nil : phrase("seed-spread.diverged", ["count": numbers.string(count)])
  }

  /// The seed study for a figure. Precondition: the lesson's result contains it.
  func seeds(_ variant: ModelVariant, of figure: StudyFigure) -> SeedStudy {
    let count = lesson.parameters(of: figure).seeds ?? SeedStudy.standardSeeds.count
    guard let study = trained.seeds(variant, count: count) else {
      preconditionFailure("lesson \(lesson.id) has no study of \(count) seeds, \(variant)")
    }
    return study
  }
}
