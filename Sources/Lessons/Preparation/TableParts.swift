import Datasets
import Diagnostics
import Neural
import Tensors

/// Which rows of a table are held out of training.
struct TableParts {
  let source: TableSource
  let table: Table
  /// The rows that are used; those of a test table come behind the table's own.
  let rows: [Int]
  let targets: [Double]
  let isOfClasses: Bool

  /// The same rows for the same seed, lesson and row count.
  func testRows(
    lesson: Lesson, seed: UInt64, marks: TrainingMarks, file: NotebookFile
  ) throws -> [Bool] {
    var isTest = rows.map { $0 >= table.rowCount }
    switch source.testPart {
    case nil: break
    case .table:
      guard isTest.contains(true) else {
        throw file.error(.nothingLeft(.test, rows: rows.count), at: marks.test)
      }
    case .column(let name, let value):
      let column = try table.column(
        matching: name, aliases: source.columns[name]?.aliases ?? [])
      let words = table.words(inColumn: column)
      let wanted = canonical(value)
      isTest = rows.map { words[$0].map(canonical) == wanted }
      guard isTest.contains(true) else {
        throw TableProblem.noTestRows(column: name, value: value, path: table.path)
      }
    case .fraction(let fraction, let isStratified):
      let count = Int((Double(rows.count) * fraction).rounded())
      guard count > 0 else {
        throw file.error(.nothingLeft(.test, rows: rows.count), at: marks.test)
      }
      guard count < rows.count else {
        throw file.error(.nothingLeft(.training, rows: rows.count), at: marks.test)
      }
      var stream = RandomStream(seed: seed, scope: lesson.id, purpose: "test")
      if let group = source.group {
        try drawGroups(group, count, &stream, &isTest)
      } else if isStratified, isOfClasses {
        drawStratified(fraction, &stream, &isTest)
      } else {
        var order = rows.indices.map { Int32($0) }
        stream.shuffle(&order)
        for row in order.prefix(count) { isTest[Int(row)] = true }
      }
    }
    guard isTest.contains(false) else {
      throw file.error(.nothingLeft(.training, rows: rows.count), at: marks.test)
    }
    return isTest
  }

  /// Each class's rows are shuffled, and shared out by largest remainder; the only row of a class
  /// stays in training.
  private func drawStratified(
    _ fraction: Double, _ stream: inout RandomStream, _ isTest: inout [Bool]
  ) {
    let classes = Set(targets).sorted()
    let members = classes.map { code in rows.indices.filter { targets[$0] == code } }
    let total = Int((Double(rows.count) * fraction).rounded())
    let shares = members.map { $0.count > 1 ? Double($0.count) * fraction : 0 }
    var counts = shares.map { Int($0.rounded(.down)) }
    let order = shares.indices.sorted { left, right in
      let (a, b) = (shares[left] - Double(counts[left]), shares[right] - Double(counts[right]))
      return a == b ? left < right : a > b
    }
    for place in order where counts.reduce(0, +) < total && counts[place] < members[place].count - 1
    {
      counts[place] += 1
    }
    for (rows, count) in zip(members, counts) {
      var order = rows.map { Int32($0) }
      stream.shuffle(&order)
      for row in order.prefix(count) { isTest[Int(row)] = true }
    }
  }

  private func drawGroups(
    _ name: String, _ count: Int, _ stream: inout RandomStream, _ isTest: inout [Bool]
  ) throws {
    let column = try table.column(matching: name, aliases: source.columns[name]?.aliases ?? [])
    let words = table.words(inColumn: column)
    let draw = GroupDraw(groups: rows.map { words[$0] })
    for row in draw.rows(count, among: Array(rows.indices), &stream) { isTest[row] = true }
  }
}

/// Draws rows so that those of one group stay together.
struct GroupDraw {
  /// The group of each row; a row without one is a group of its own.
  let groups: [String?]

  func rows(_ count: Int, among rows: [Int], lesson: Lesson, seed: UInt64) -> Set<Int> {
    var stream = RandomStream(seed: seed, scope: lesson.id, purpose: "validation")
    return Set(self.rows(count, among: rows, &stream))
  }

  /// Whole groups in a drawn order, as long as that brings their rows nearer to `count`; never all.
  func rows(_ count: Int, among rows: [Int], _ stream: inout RandomStream) -> [Int] {
    var members: [String: [Int]] = [:]
    var names: [String] = []
    for row in rows {
      let name = groups[row] ?? "\u{0}\(row)"
      if members[name] == nil { names.append(name) }
      members[name, default: []].append(row)
    }
    var order = names.indices.map { Int32($0) }
    stream.shuffle(&order)
    var taken: [Int] = []
    for place in order {
      let group = members[names[Int(place)]]!
      guard
        taken.isEmpty || abs(taken.count + group.count - count) < abs(taken.count - count)
      else { continue }
      guard taken.count + group.count < rows.count else { continue }
      taken += group
    }
    return taken
  }
}
