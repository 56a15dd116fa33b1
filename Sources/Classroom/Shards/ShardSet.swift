import Glibc
import Reports

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
