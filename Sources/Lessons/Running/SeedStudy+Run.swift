import Neural
import Threads

extension SeedStudy {
  /// The seeds of the study that a result carries.
  public static let standardSeeds: [UInt64] = Array(1...20)

  /// A lesson with a table gets its study unasked if one training costs at most so much: epochs x
  /// (rows x parameters + 1,000 for every update). 20 trainings of that cost take about a second.
  public static let costLimit = 10_000_000

  /// Trains `prepared` once with each of `seeds`, on several threads; nil where `proceed`, called
  /// some 25 times a second with the number of seeds done, returned false.
  ///
  /// A function of lesson, data and seeds alone: the same for any number of threads.
  public static func run(
    _ prepared: PreparedLesson, seeds: [UInt64] = standardSeeds, threads: Int = 1,
    proceed: (_ done: Int) -> Bool = { _ in true }
  ) -> SeedStudy? {
    let trained = ParallelWork.map(count: seeds.count, threads: threads, proceed: proceed) {
      index, isStopped in
      SeedTraining(prepared, seed: seeds[index], isStopped: isStopped)
    }
    guard let trained else { return nil }
    return SeedStudy(
      seeds: seeds, losses: trained.map(\.loss), predictions: trained.map(\.predictions),
      weights: trained.map(\.weights), divergences: trained.map(\.divergence),
      isConstant: trained.map(\.isConstant), lossBand: LossBand(trained.map(\.curve)))
  }

  /// Whether the study of a lesson belongs to its result.
  static func isPart(of prepared: PreparedLesson) -> Bool {
    guard case .table(let table) = prepared.data.source else { return false }
    if prepared.lesson.asksForSeeds { return true }
    let rows = table.targets.count
    let fit = prepared.training.fit
    let updates = (rows + fit.batchSize - 1) / fit.batchSize
    let parameters = LessonRun.makeModel(prepared, threads: 1).parameterCount
    return Double(fit.epochs) * (Double(rows) * Double(parameters) + 1000 * Double(updates))
      <= Double(costLimit)
  }
}

/// What one seed's training gives.
private struct SeedTraining: Sendable {
  let loss: Double
  let predictions: [[Float]]
  let weights: [Float]
  let divergence: Divergence?
  let isConstant: Bool
  let curve: [Double]

  /// Nil where it was stopped.
  init?(_ prepared: PreparedLesson, seed: UInt64, isStopped: () -> Bool) {
    let run = LessonRun(prepared, seed: seed, threads: 1, recordsTrajectory: false)
    guard let trained = run.train({ _ in !isStopped() }) else { return nil }
    loss = run.evaluation.loss
    predictions = run.predictions.map(\.output)
    weights = run.model.weights.flatMap(\.values)
    divergence = trained.history.divergence
    curve = trained.history["loss"] ?? []
    let outputs = run.model.predict(run.training.inputs)
    let width = outputs.count / run.training.inputs.count
    isConstant = outputs.indices.allSatisfy { outputs[$0] == outputs[$0 % width] }
  }
}
