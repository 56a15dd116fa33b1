/// A range of the parameters that is updated as one piece, with the rows of a kernel it stands for.
struct UpdateRange {
  var offset: Int
  var count: Int
  /// Whose copies of the rows are brought up to date.
  var operation: Int?
  var rows: Range<Int> = 0..<0

  /// About so many parameters a range.
  private static let size = 4096

  /// All trainable parameters: kernels by rows, in pieces that copies can be made from.
  static func cut(_ network: Network) -> [UpdateRange] {
    var ranges: [UpdateRange] = []
    for slot in network.slots where slot.isTrainable {
      guard slot.name == "kernel" else {
        ranges.append(UpdateRange(offset: slot.offset, count: slot.count))
        continue
      }
      let operation = network.operations.firstIndex { $0.layer == slot.layer }
      let columns = slot.storedColumns
      let rows = slot.storedRows
      let step = max(size / columns / 16 * 16, 16)
      var row = 0
      while row < rows {
        let count = min(step, rows - row)
        ranges.append(
          UpdateRange(
            offset: slot.offset + row * columns, count: count * columns, operation: operation,
            rows: row..<row + count))
        row += count
      }
    }
    return ranges
  }
}
