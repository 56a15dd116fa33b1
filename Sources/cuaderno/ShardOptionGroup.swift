import ArgumentParser
import Classroom

/// Which shard of a class is to be made: `--shard 3/7`, or `--shard auto --of 7` under a scheduler
/// that numbers its tasks.
struct ShardOptionGroup: ParsableArguments {
  @Option(help: help("shard")) var shard: String
  @Option(help: help("shardOf")) var of: Int?

  private static let automatic = "auto"

  func validate() throws { _ = try chosen() }

  static func check(count: Int) throws {
    guard !Shard.counts.contains(count) else { return }
    throw ValidationError(
      Speech.current(
        "command.optionRange",
        [
          "option": "--of", "value": String(count), "low": String(Shard.counts.lowerBound),
          "high": String(Shard.counts.upperBound),
        ]))
  }

  func chosen() throws -> Shard {
    let speech = Speech.current
    guard shard == Self.automatic else {
      guard let shard = Shard(shard), of == nil || of == shard.count else {
        throw ValidationError(speech("command.shard", ["value": self.shard]))
      }
      return shard
    }
    guard let of else { throw ValidationError(speech("command.shardOf")) }
    try Self.check(count: of)
    let numbers = ShardScheduler.numbers(Terminal.environment)
    guard let (scheduler, number) = numbers.first else {
      throw ValidationError(
        speech(
          "command.shardNoScheduler",
          ["names": ShardScheduler.allCases.map(\.rawValue).joined(separator: ", ")]))
    }
    guard numbers.count == 1 else {
      throw ValidationError(
        speech(
          "command.shardSchedulers",
          ["names": numbers.map(\.scheduler.rawValue).joined(separator: ", ")]))
    }
    guard let shard = number.flatMap({ Shard(number: $0, of: of) }) else {
      throw ValidationError(
        speech(
          "command.shardNumber",
          [
            "name": scheduler.rawValue, "value": Terminal.environment(scheduler.rawValue) ?? "",
            "count": String(of),
          ]))
    }
    return shard
  }
}
