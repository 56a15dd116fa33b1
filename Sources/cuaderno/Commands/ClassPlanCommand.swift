import ArgumentParser
import Classroom
import Diagnostics

/// `cuaderno class plan`: prints which students each shard contains, as a table.
struct ClassPlanCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: Speech.current("command.classPlanAbout"))

  @OptionGroup var folder: ClassFolderOptions
  @Option(help: help("planOf")) var of: Int?

  func validate() throws {
    if let of { try ShardOptionGroup.check(count: of) }
  }

  func execute() throws -> Diagnostics.ExitCode {
    let speech = Speech.current
    let plan = try ShardPlan(folder.inputs())
    Terminal.line(plan.table(shards: of), to: .output)
    Terminal.line(
      speech(
        "class.shards.plan",
        [
          "students": speech.numbers.string(plan.students.count),
          "key": String(plan.key.prefix(12)),
        ]), to: .error)
    return .done
  }
}
