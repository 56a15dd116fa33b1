import Archives

/// Who is to be made in which shard. A function of the class's folder and of the program alone: every
/// machine that has both finds the same plan, so none has to be handed round.
public struct ShardPlan {
  /// Those who handed in something, by the bytes of their ids.
  public let students: [Student]
  /// What decides each report, by id.
  public let keys: [String: String]
  /// What tells this plan from any other: SHA-256 of its lines, in hexadecimal.
  public let key: String

  public init(_ inputs: ClassInputs) {
    let keys = inputs.keys()
    self.keys = keys
    students = inputs.roster.students.filter { keys[$0.id] != nil }
      .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    var hash = SHA256()
    hash.update(Array("\(inputs.plan.baseKey)\n".utf8))
    for student in students { hash.update(Array("\(student.id)\t\(keys[student.id]!)\n".utf8)) }
    key = hash.finish().hexadecimal
  }

  /// In the plan's order.
  func students(of shard: Shard) -> [Student] {
    students.enumerated().filter { shard.contains($0.offset) }.map(\.element)
  }

  /// Tab-separated lines: a header, then one a student.
  ///
  /// - Parameter count: also names each student's shard of so many.
  public func table(shards count: Int?) -> String {
    var lines = [count == nil ? "id\tkey" : "id\tkey\tshard"]
    for (place, student) in students.enumerated() {
      let shard = count.map { "\t\(place % $0 + 1)" } ?? ""
      lines.append("\(student.id)\t\(keys[student.id]!)\(shard)")
    }
    return lines.joined(separator: "\n")
  }
}
