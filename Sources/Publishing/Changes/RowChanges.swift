/// What happened to the rows of a table between two reports. Rows are told by their values in the
/// columns of the lesson, and named by their lines in the file.
public struct RowChanges: Equatable, Sendable {
  public struct Edit: Equatable, Sendable {
    /// In the later file.
    public var line: Int
    public var before: [Double]
    public var after: [Double]
  }

  /// Lines of the later file.
  public var added: [Int] = []
  /// Lines of the earlier file.
  public var removed: [Int] = []
  public var edited: [Edit] = []
  /// The same rows in another order.
  public var isReordered = false

  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && edited.isEmpty && !isReordered }

  /// A table as results.json keeps it.
  struct Table: Equatable, Sendable {
    var columns: [String]
    /// Of the file, one a row.
    var lines: [Int]
    var rows: [[Double]]
  }

  /// Between so many rows on each side, the shortest way from one to the other is looked for; more
  /// that differ are all said to be removed and added.
  static let searchLimit = 500
}

extension RowChanges {
  /// nil where the columns differ: then no row is comparable.
  init?(from earlier: Table, to later: Table) {
    guard earlier.columns.map(Array.init(_:)) == later.columns.map(Array.init(_:)) else {
      return nil
    }
    self.init()
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

  /// Rows that left and came at the same place between rows that stayed are edited.
  private mutating func pair(_ gone: [Int], _ come: [Int], _ earlier: Table, _ later: Table) {
    var (old, new) = (0, 0)
    while old < gone.count || new < come.count {
      // Rows that stayed in front of it: the place of a row among those that both have.
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
