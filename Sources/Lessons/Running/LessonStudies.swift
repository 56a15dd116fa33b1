import Threads

/// Every other training of a lesson that belongs to its result.
struct LessonStudies {
  private(set) var seeds: SeedStudy?
  private(set) var rates: [RateStudy] = []
  private(set) var variants: [VariantStudy] = []

  /// Nil where `proceed`, called now and then with how many trainings of all are done, returned
  /// false. That one of them diverges is a finding, no error.
  init?(
    _ prepared: PreparedLesson, seed: UInt64, threads: Int,
    proceed: (_ done: Int, _ count: Int) -> Bool
  ) {
    let requests = prepared.lesson.studyRequests
    let hasSeeds = SeedStudy.isPart(of: prepared)
    let standard = SeedStudy.standardSeeds
    var sweep: [(optimizer: StudiedOptimizer, rate: Float)] = []
    var others: [(variant: ModelVariant, count: Int)] = []
    for request in requests {
      switch request {
      case .rate(let optimizer, let rate): sweep.append((optimizer, rate))
      case .seeds(let variant, let count): others.append((variant, count))
      }
    }
    let count =
      (hasSeeds ? standard.count : 0) + sweep.count + others.reduce(0) { $0 + $1.count }
    var before = 0
    func train(_ variant: ModelVariant, _ seeds: [UInt64]) -> SeedStudy? {
      let study = SeedStudy.run(variant.applied(to: prepared), seeds: seeds, threads: threads) {
        proceed(before + $0, count)
      }
      before += seeds.count
      return study
    }
    if hasSeeds {
      guard let study = train(.asWritten, standard) else { return nil }
      seeds = study
    }
    for (variant, count) in others {
      guard let study = train(variant, (1...count).map { UInt64($0) }) else { return nil }
      variants.append(VariantStudy(variant: variant, seeds: study))
    }
    let list = sweep
    let trained = ParallelWork.map(
      count: list.count, threads: threads, proceed: { proceed(before + $0, count) }
    ) { index, isStopped in
      RateStudy(
        prepared, seed: seed, optimizer: list[index].optimizer, rate: list[index].rate,
        isStopped: isStopped)
    }
    guard let trained else { return nil }
    rates = trained
  }
}
