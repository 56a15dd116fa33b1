import Archives

/// The rows of a large table by a hash of each, so that the next report can tell which changed.
extension RowChanges.Table {
  /// FNV-1a of a row's bits, folded to 32 bits.
  static func hash(_ row: some Sequence<Double>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for value in row {
      // 0 and -0 are one number.
      var bits = (value == 0 ? 0 : value).bitPattern
      for _ in 0..<8 {
        hash = (hash ^ (bits & 0xff)) &* 0x100_0000_01b3
        bits >>= 8
      }
    }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  /// Four bytes a row as Base64, and the lines as runs of neighbours.
  static func json(_ rows: [[Double]], lines: [Int]) -> (hashes: JSONValue, runs: JSONValue) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * 4)
    for row in rows {
      withUnsafeBytes(of: hash(row).littleEndian) { bytes += $0 }
    }
    var runs: [(first: Int, last: Int)] = []
    for line in lines {
      if let last = runs.last, last.last + 1 == line {
        runs[runs.count - 1].last = line
      } else {
        runs.append((line, line))
      }
    }
    return (
      .string(Base64.encode(bytes)),
      .array(runs.map { .array([.integer($0.first), .integer($0.last)]) })
    )
  }

  /// nil where the two do not fit together.
  init?(columns: [String], hashes: String, runs: [JSONValue]) {
    let bytes = Base64.decode(hashes)
    var lines: [Int] = []
    for run in runs {
      let ends = run.elements.compactMap { $0.number.flatMap(Int.init(exactly:)) }
      guard ends.count == 2, ends[0] <= ends[1], ends[1] - ends[0] < bytes.count else { return nil }
      lines += ends[0]...ends[1]
    }
    guard bytes.count == lines.count * 4 else { return nil }
    let rows = lines.indices.map { row in
      [Double((0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[row * 4 + $1]) << (8 * UInt32($1)) })]
    }
    self.init(columns: columns, lines: lines, rows: rows, isHashed: true)
  }

  /// The same table by hashes.
  var hashed: Self {
    guard !isHashed else { return self }
    return Self(
      columns: columns, lines: lines, rows: rows.map { [Double(Self.hash($0))] }, isHashed: true)
  }
}
