/// Looks for work that may have been copied, beyond tables that are equal: what it finds is shown to
/// the teacher with the evidence, and never costs points.
///
/// Nothing is found in a class that shares its data, where all honest answers agree.
struct CopySearch {
  /// Two students and what they have in common.
  struct Pair: Equatable {
    enum Kind: Equatable {
      /// The same table but for the units of its columns.
      case rescaled
      /// The same table but for a few rows.
      case nearlyEqual(shared: Int, of: Int)
      /// The same answers, to the last digit, over different data.
      case answers([String], byChance: Double)
    }

    var first: String
    var second: String
    var kind: Kind
  }

  /// Tables with fewer rows agree by chance.
  static let leastRows = 8
  /// The most rows of a copied table that somebody has changed.
  private static let changedRows = 2
  /// Answers with fewer possible values in the class agree by chance.
  private static let leastValues = 20.0
  /// The most tables that are compared because they share one row.
  private static let bucketLimit = 200

  let pairs: [Pair]

  init(_ records: [StudentRecord], isShared: Bool) {
    guard !isShared else {
      pairs = []
      return
    }
    var found: [Pair] = []
    func add(_ first: StudentRecord, _ second: StudentRecord, _ kind: Pair.Kind) {
      guard first.dataDigest != second.dataDigest, first.team == nil || first.team != second.team,
        !found.contains(where: { $0.first == first.id && $0.second == second.id })
      else { return }
      found.append(Pair(first: first.id, second: second.id, kind: kind))
    }
    for (first, second) in Self.pairs(of: records, sharing: { $0.shapeDigest.map { [$0] } ?? [] }) {
      add(first, second, .rescaled)
    }
    // Of two tables that differ in two rows, one of the five smallest hashes is in both.
    let neighbours = Self.pairs(of: records) { Array($0.rowHashes.prefix(3 + Self.changedRows)) }
    for (first, second) in neighbours {
      let count = max(first.rowHashes.count, second.rowHashes.count)
      let shared = Self.common(first.rowHashes, second.rowHashes)
      if shared < count, shared >= count - Self.changedRows {
        add(first, second, .nearlyEqual(shared: shared, of: count))
      }
    }
    let quantities = Self.tellingQuantities(records)
    let answers = Self.pairs(of: records) { record in
      let claims = quantities.map {
        record.claims.indices.contains($0.index) ? record.claims[$0.index] : ""
      }
      return claims.isEmpty || claims.contains("") ? [] : [claims.joined(separator: " ")]
    }
    let count = Double(records.count { !$0.claims.isEmpty })
    let chance = quantities.map(\.chance).min() ?? 0
    for (first, second) in answers {
      add(
        first, second,
        .answers(
          quantities.map { first.claims[$0.index] }, byChance: count * (count - 1) / 2 * chance))
    }
    pairs = found
  }

  /// Pairs of records that have a key in common, each once, in the order of the records.
  private static func pairs(
    of records: [StudentRecord], sharing keys: (StudentRecord) -> [String]
  ) -> [(StudentRecord, StudentRecord)] {
    var buckets: [String: [Int]] = [:]
    var seen: Set<[Int]> = []
    var pairs: [(Int, Int)] = []
    for (index, record) in records.enumerated() {
      for key in keys(record) {
        for other in (buckets[key] ?? []).prefix(bucketLimit)
        where seen.insert([other, index]).inserted {
          pairs.append((other, index))
        }
        buckets[key, default: []].append(index)
      }
    }
    return pairs.sorted { $0 < $1 }.map { (records[$0.0], records[$0.1]) }
  }

  /// The number of equal elements of two sorted lists.
  private static func common(_ first: [String], _ second: [String]) -> Int {
    var (left, right, count) = (0, 0, 0)
    while left < first.count, right < second.count {
      if first[left] == second[right] {
        (left, right, count) = (left + 1, right + 1, count + 1)
      } else if first[left] < second[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return count
  }

  /// The quantities whose values in this class are many enough to tell students apart, with the
  /// probability that two honest students write the same: a unit of the coarsest number over
  /// 2 sqrt(pi) standard deviations, as for values that are normally distributed.
  private static func tellingQuantities(
    _ records: [StudentRecord]
  ) -> [(index: Int, chance: Double)] {
    let root = 3.544_907_701_811_032
    return Criterion.Quantity.allCases.indices.compactMap { index in
      let texts = records.compactMap { record in
        record.claims.indices.contains(index) && !record.claims[index].isEmpty
          ? record.claims[index] : nil
      }
      let values = texts.compactMap {
        Double($0.replacing(",", with: "").replacing("\u{2212}", with: "-"))
      }
      guard values.count > 2, let least = values.min(), let most = values.max() else { return nil }
      let decimals = texts.map { $0.split(separator: ".").dropFirst().first?.count ?? 0 }.sorted()
      var unit = 1.0
      for _ in 0..<decimals[decimals.count / 2] { unit /= 10 }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      guard (most - least) / unit >= leastValues, variance > 0 else { return nil }
      return (index, min(1, unit / (root * variance.squareRoot())))
    }
  }
}
