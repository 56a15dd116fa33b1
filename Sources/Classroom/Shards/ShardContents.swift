import Reports

/// class.json of a shard's folder: which part of which plan it is, and its students' records.
struct ShardContents {
  var shard: Shard
  /// The plan's key.
  var plan: String
  var records: [StudentRecord]
  /// Students whose report failed twice.
  var lost: [String]

  var json: JSONValue {
    .object([
      "schema": .integer(1), "shard": .integer(shard.number), "of": .integer(shard.count),
      "plan": .string(plan), "students": .array(records.map(\.json)),
      "lost": .array(lost.map(JSONValue.string)),
    ])
  }
}

extension ShardContents {
  /// The contents that `json` holds, if they are a shard's.
  init?(_ json: JSONValue) {
    guard case .integer(let number)? = json["shard"], case .integer(let count)? = json["of"],
      let shard = Shard(number: number, of: count), let plan = json["plan"]?.text,
      let students = json["students"]?.elements, let lost = json["lost"]?.elements
    else { return nil }
    self.init(
      shard: shard, plan: plan, records: students.compactMap(StudentRecord.init),
      lost: lost.compactMap(\.text))
    guard records.count == students.count else { return nil }
  }
}
