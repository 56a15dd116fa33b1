import Archives
import Glibc
import Publishing

/// All shards of one plan, each there once.
struct ShardSet {
  /// By number.
  let shards: [PublishedShard]

  /// Finds them below a folder, whatever their folders are called.
  ///
  /// Throws `ShardError`: the first that holds of foreign, mixed, doubled and missing ones, each
  /// naming all the shards that it is said of.
  init(folder: String, plan: ShardPlan) throws {
    var found: [PublishedShard] = []
    var damaged: [String] = []
    for name in try Self.names(in: folder) {
      do {
        if let shard = try PublishedShard(name, in: folder) { found.append(shard) }
      } catch ShardError.damaged {
        damaged.append(name)
      }
    }
    if !damaged.isEmpty { throw ShardError.damaged(folder: folder, names: damaged) }
    let foreign = found.filter { $0.contents.plan != plan.key }
    if !foreign.isEmpty { throw ShardError.foreign(folder: folder, names: foreign.map(\.name)) }
    let incomplete = found.filter { $0.ids != plan.students(of: $0.contents.shard).map(\.id) }
    if !incomplete.isEmpty {
      throw ShardError.damaged(folder: folder, names: incomplete.map(\.name))
    }
    guard let count = found.first?.contents.shard.count else {
      throw ShardError.none(folder: folder)
    }
    guard found.allSatisfy({ $0.contents.shard.count == count }) else {
      throw ShardError.mixed(folder: folder, names: found.map(\.name))
    }
    shards = found.sorted { $0.contents.shard.number < $1.contents.shard.number }
    let doubled = shards.filter { shard in
      shards.count { $0.contents.shard == shard.contents.shard } > 1
    }
    if !doubled.isEmpty { throw ShardError.doubled(folder: folder, names: doubled.map(\.name)) }
    let numbers = Set(shards.map(\.contents.shard.number))
    let missing = (1...count).filter { !numbers.contains($0) }
    if !missing.isEmpty {
      throw ShardError.missing(folder: folder, numbers: missing, count: count)
    }
  }

  private static func names(in folder: String) throws -> [String] {
    do throws(FileTree.SystemError) {
      return try FileTree.names(in: folder).filter { name in
        !name.hasPrefix(".") && (try? FileTree.kind("\(folder)/\(name)")) == .folder
      }
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { throw ShardError.none(folder: folder) }
      throw OutputError.failed(path: folder, code: error.code)
    }
  }
}

/// A shard's folder as `class run` published it, wherever it was made and copied from.
struct PublishedShard {
  let name: String
  let contents: ShardContents
  private let published: PublishedClass
  private let damaged: ShardError

  /// nil for a folder that holds no shard.
  ///
  /// Throws `ShardError.damaged` where it is one whose list of students is not what it was.
  init?(_ name: String, in folder: String) throws {
    let path = "\(folder)/\(name)"
    let damaged = ShardError.damaged(folder: folder, names: [name])
    let bytes = try? Files.read("\(path)/\(Manifest.fileName)", limit: 64 << 20)
    guard let manifest = bytes.flatMap(Manifest.init(bytes:)), manifest.kind == .shard else {
      guard name.hasPrefix("shard-") else { return nil }
      throw damaged
    }
    let listed = manifest.outputs.first { $0.name == PublishedClass.recordsName }?.sha256
    guard
      let records = try? Files.read("\(path)/\(PublishedClass.recordsName)", limit: 256 << 20),
      SHA256.hash(records).hexadecimal == listed,
      let contents = JSONReader.value(records).flatMap(ShardContents.init)
    else { throw damaged }
    self.name = name
    self.damaged = damaged
    self.contents = contents
    published = PublishedClass(try ReportTarget.check(path, kind: .shard))
  }

  /// The ids of all its students, in the order of the plan.
  var ids: [String] {
    (contents.records.map(\.id) + contents.lost)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The students' reports, by id.
  ///
  /// Throws `ShardError.damaged` where a file of them is not what it was.
  func students() throws -> [(id: String, student: FinishedStudent)] {
    try contents.records.map { record in
      guard let record = published.record(of: record.id) else {
        throw damaged
      }
      return (
        record.id, FinishedStudent(record: record, folder: published.folder(of: record.id))
      )
    }
  }
}

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
