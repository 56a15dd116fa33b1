import Testing

@testable import Classroom

@Suite struct ShardTests {
  @Test(arguments: [("1/1", 1, 1), ("3/7", 3, 7), ("10000/10000", 10_000, 10_000)])
  func isReadFromText(_ text: String, _ number: Int, _ count: Int) {
    #expect(Shard(text) == Shard(number: number, of: count))
    #expect(Shard(text)?.folderName == "shard-\(number)-of-\(count)")
  }

  @Test(arguments: [
    "", "3", "0/3", "4/3", "-1/3", "+1/3", "1/0", "1/-3", "a/b", "1/3/5", "1 / 3", "/3", "1/",
    "1/10001", "٣/٧", "99999999999999999999/99999999999999999999",
  ])
  func anythingElseIsNone(_ text: String) {
    #expect(Shard(text) == nil)
  }

  @Test(arguments: [1, 2, 7, 100]) func everyPlaceIsInOneShard(_ count: Int) {
    let shards = (1...count).map { Shard(number: $0, of: count)! }
    for place in 0..<40 {
      #expect(shards.filter { $0.contains(place) }.map(\.number) == [place % count + 1])
    }
  }

  @Test func schedulersNumberFromOne() {
    func numbers(_ variables: [String: String]) -> [String] {
      ShardScheduler.numbers { variables[$0] }
        .map { "\($0.scheduler) \($0.number.map(String.init) ?? "none")" }
    }
    #expect(numbers([:]) == [])
    #expect(numbers(["PARALLEL_SEQ": "3"]) == ["parallel 3"])
    #expect(numbers(["JOB_COMPLETION_INDEX": "0"]) == ["kubernetes 1"])
    #expect(numbers(["SLURM_ARRAY_TASK_ID": "4"]) == ["slurm 4"])
    #expect(
      numbers(["SLURM_ARRAY_TASK_ID": "4", "SLURM_ARRAY_TASK_MIN": "0"]) == ["slurm 5"])
    #expect(
      numbers(["SLURM_ARRAY_TASK_ID": "12", "SLURM_ARRAY_TASK_MIN": "10"]) == ["slurm 3"])
    #expect(numbers(["SLURM_ARRAY_TASK_ID": "x"]) == ["slurm none"])
    #expect(
      numbers(["SLURM_ARRAY_TASK_ID": "1", "PARALLEL_SEQ": "2"]) == ["slurm 1", "parallel 2"])
  }
}
