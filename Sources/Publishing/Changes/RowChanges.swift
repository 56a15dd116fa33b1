/// The changed rows of a table between two reports. Rows are identified by their values in the
/// lesson's columns and named by their line in the file.
public struct RowChanges: Equatable, Sendable {
  public struct Edit: Equatable, Sendable {
    /// The line in the later file.
    public var line: Int
    /// Empty where only hashes of the rows are known.
    public var before: [Double]
    public var after: [Double]
  }

  /// Lines in the later file.
  public var added: [Int] = []
  /// Lines in the earlier file.
  public var removed: [Int] = []
  public var edited: [Edit] = []
  /// Whether the rows are the same in a different order.
  public var isReordered = false

  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && edited.isEmpty && !isReordered }

  /// A table in results.json.
  struct Table: Equatable, Sendable {
    var columns: [String]
    /// The line of each row in the file.
    var lines: [Int]
    var rows: [[Double]]
    /// Whether each row stands there by its hash alone.
    var isHashed = false
  }

  /// Up to this many differing rows on each side, a shortest edit sequence is computed; beyond that
  /// all are reported as removed and added.
  static let searchLimit = 500
}

extension RowChanges {
  /// nil if the columns differ, so that rows cannot be compared.
  init?(from earlier: Table, to later: Table) {
    guard earlier.columns.map(Array.init(_:)) == later.columns.map(Array.init(_:)) else {
      return nil
    }
    if earlier.isHashed != later.isHashed {
      self.init(from: earlier.hashed, to: later.hashed)
      return
    }
    self.init()
    defer {
      if later.isHashed {
        edited = edited.map { Edit(line: $0.line, before: [], after: []) }
      }
    }
    let (old, new) = (earlier.rows, later.rows)
    let shorter = min(old.count, new.count)
    let start = (0..<shorter).first { old[$0] != new[$0] } ?? shorter
    let end = (0..<shorter - start).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] }
    let tail = end ?? shorter - start
    let (gone, come) = (start..<old.count - tail, start..<new.count - tail)
    if gone.count == come.count, !gone.isEmpty, Self.sorted(old[gone]) == Self.sorted(new[come]) {
      isReordered = true
      return
    }
    var (goneRows, newRows): (Set<Int>, Set<Int>) = (Set(gone), Set(come))
    if gone.count <= Self.searchLimit, come.count <= Self.searchLimit {
      (goneRows, newRows) = ([], [])
      for change in Array(new[come]).difference(from: Array(old[gone])) {
        switch change {
        case .remove(let offset, _, _): goneRows.insert(start + offset)
        case .insert(let offset, _, _): newRows.insert(start + offset)
        }
      }
    }
    pair(gone.filter(goneRows.contains), come.filter(newRows.contains), earlier, later)
  }

  /// Removed and added rows at the same position between unchanged rows count as edited.
  private mutating func pair(_ gone: [Int], _ come: [Int], _ earlier: Table, _ later: Table) {
    var (old, new) = (0, 0)
    while old < gone.count || new < come.count {
      // The number of unchanged rows before it.
      let oldPlace = old < gone.count ? gone[old] - old : Int.max
      let newPlace = new < come.count ? come[new] - new : Int.max
      if oldPlace == newPlace {
        edited.append(
          Edit(
            line: later.lines[come[new]], before: earlier.rows[gone[old]],
            after: later.rows[come[new]]))
        old += 1
        new += 1
      } else if oldPlace < newPlace {
        removed.append(earlier.lines[gone[old]])
        old += 1
      } else {
        added.append(later.lines[come[new]])
        new += 1
      }
    }
  }

  private static func sorted(_ rows: ArraySlice<[Double]>) -> [[Double]] {
    rows.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
