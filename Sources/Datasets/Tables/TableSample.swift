/// The first records of a table, as one separator cuts them or a sheet has them; empty ones left out.
struct TableSample {
  struct Record {
    let line: Int
    let cellCount: Int
    /// Cells up to the last one that is not empty.
    let width: Int
    let filled: Int
    let numbers: Int
    /// Whether the line begins with `#`.
    let isComment: Bool
    /// Whether every used column is named in it.
    let isNamed: Bool
    /// Whether its first cell stands in quotes.
    let startsQuoted: Bool
  }

  private(set) var records: [Record] = []
  private let used: UsedNames?
  /// The cell in which a quote is not closed, if that ended the sample.
  private(set) var faultyCell: Int?

  private static let size = 56
  /// How many rows of title may stand above the header.
  private static let titleLimit = 5

  init(
    _ source: some RecordSource, _ bytes: UnsafeBufferPointer<UInt8>, used: UsedNames? = nil
  ) {
    self.used = used
    var reader = source
    var cells: [TableCell] = []
    while records.count < Self.size {
      cells.removeAll(keepingCapacity: true)
      do throws(RecordFault) {
        guard let record = try reader.next(&cells) else { return }
        let texts = cells.map { UnsafeBufferPointer(rebasing: bytes[$0.range]) }
        let isFilled = texts.map { !NumberText.trimmed($0[...]).isEmpty }
        guard let last = isFilled.lastIndex(of: true) else { continue }
        records.append(
          Record(
            line: record.line, cellCount: record.cellCount, width: last + 1,
            filled: isFilled.count { $0 },
            numbers: cells.count { $0.number(in: bytes).shape.isNumber },
            isComment: bytes[cells[0].range].first == UInt8(ascii: "#"),
            isNamed: used?.areAll(in: cells, bytes) ?? false,
            startsQuoted: cells[0].range.lowerBound > 0
              && bytes[cells[0].range.lowerBound - 1] == UInt8(ascii: "\"")))
      } catch {
        faultyCell = error.cell
        return
      }
    }
  }

  /// Whether a record holds the names of every column that is used.
  var isNamed: Bool { records.contains(where: \.isNamed) }

  /// Whether every row has one cell more than there are names, the first one quoted, as R writes the
  /// names of rows.
  var hasRowNames: Bool {
    let rows = records.dropFirst(headerIndex + 1)
    return !rows.isEmpty && records[headerIndex].width > 1
      && rows.allSatisfy { $0.width == columns + 1 && $0.cellCount == columns + 1 }
      && records[headerIndex].cellCount == columns
      && rows.allSatisfy(\.startsQuoted)
  }

  /// Which record is the header: the first with all used names, else the first, unless that and at most four after it have one filled
  /// cell each, and then comes one of several cells without a number.
  var headerIndex: Int {
    if let named = records.firstIndex(where: \.isNamed) { return named }
    for (index, record) in records.prefix(Self.titleLimit + 1).enumerated() where record.filled > 1
    {
      return record.numbers == 0 ? index : 0
    }
    return 0
  }

  /// How many cells the header has; at least one.
  var columns: Int {
    records.isEmpty ? (faultyCell ?? 0) + 1 : records[headerIndex].width
  }
}
