import Diagnostics
import Lessons
import TestSupport
import Testing

@testable import Pages
@testable import Phrases
@testable import Publishing

@Suite struct RowChangesTests {
  private static let base: [[Double]] = [[1, 2], [2, 4], [3, 6], [4, 8], [5, 10]]

  private static func table(_ rows: [[Double]], columns: [String] = ["x", "y"]) -> RowChanges.Table
  {
    RowChanges.Table(columns: columns, lines: rows.indices.map { $0 + 2 }, rows: rows)
  }

  private static func changes(_ rows: [[Double]], from old: [[Double]] = base) -> RowChanges? {
    RowChanges(from: table(old), to: table(rows))
  }

  @Test func theSameRowsDidNotChange() {
    #expect(Self.changes(Self.base)?.isEmpty == true)
    #expect(Self.changes([], from: [])?.isEmpty == true)
  }

  @Test func anEditedRowIsNamedWithItsValues() {
    var rows = Self.base
    rows[2] = [3, 7]
    #expect(
      Self.changes(rows)
        == RowChanges(edited: [.init(line: 4, before: [3, 6], after: [3, 7])]))
  }

  @Test(
    arguments: [
      ([[1, 2], [2, 4], [3, 6], [4, 8], [5, 10], [6, 12]], [7], []),
      ([[0, 0], [1, 2], [2, 4], [3, 6], [4, 8], [5, 10]], [2], []),
      ([[1, 2], [2, 4], [2.5, 5], [3, 6], [4, 8], [5, 10]], [4], []),
      ([[1, 2], [3, 6], [4, 8], [5, 10]], [], [3]),
      ([[2, 4], [3, 6], [4, 8]], [], [2, 6]),
      ([], [], [2, 3, 4, 5, 6]),
      // One leaves at one place and one comes at another.
      ([[2, 4], [3, 6], [3.5, 7], [4, 8], [5, 10]], [4], [2]),
      // A row twice.
      ([[1, 2], [1, 2], [2, 4], [3, 6], [4, 8], [5, 10]], [3], []),
    ] as [([[Double]], [Int], [Int])])
  func addedAndRemovedRowsAreNamed(rows: [[Double]], added: [Int], removed: [Int]) {
    #expect(Self.changes(rows) == RowChanges(added: added, removed: removed))
  }

  @Test func anEditIsToldFromNeighboursThatCameAndWent() {
    #expect(
      Self.changes([[2, 4], [3, 7], [4, 8], [5, 10], [6, 12]])
        == RowChanges(
          added: [6], removed: [2], edited: [.init(line: 3, before: [3, 6], after: [3, 7])]))
  }

  @Test func otherOrderIsSaidAsSuch() {
    #expect(Self.changes(Self.base.reversed()) == RowChanges(isReordered: true))
  }

  @Test func otherColumnsAreNotCompared() {
    #expect(
      RowChanges(from: Self.table(Self.base), to: Self.table(Self.base, columns: ["x", "z"])) == nil
    )
  }

  @Test func manyRowsThatDifferAreAllNamed() throws {
    let old = (0..<2000).map { [Double($0), 0] }
    let new = (0..<2000).map { [Double($0), 1] }
    let changes = try #require(Self.changes(new, from: old))
    #expect(changes.edited.count == 2000)
    #expect(changes.edited[1999].line == 2001)
  }

  /// Rows that are known by their hashes alone.
  @Test func hashesTellWhichRowsChanged() throws {
    let old = (0..<3_000).map { [Double($0), Double($0) / 7] }
    var new = old + (0..<10_000).map { [Double($0), -1] }
    new[41][1] = 9
    func stored(_ rows: [[Double]]) throws -> RowChanges.Table {
      let lines = rows.indices.map { $0 < 100 ? $0 + 2 : $0 + 5 }
      let (hashes, runs) = RowChanges.Table.json(rows, lines: lines)
      #expect(runs.elements.count == 2)
      return try #require(
        RowChanges.Table(
          columns: ["x", "y"], hashes: hashes.text ?? "", runs: runs.elements))
    }
    let changes = try #require(RowChanges(from: try stored(old), to: try stored(new)))
    // What differs is more than is searched: the edited row is paired with the one in its place.
    #expect(changes.edited.first == .init(line: 43, before: [], after: []))
    #expect(changes.edited.count + changes.added.count == 12_959)
    let added = try #require(RowChanges(from: try stored(old), to: try stored(old + [[1, 1]])))
    #expect(added == RowChanges(added: [3_005]))
    // A small table has values, and is held against the hashes of a large one.
    let small = Self.table(Array(old.prefix(100)))
    let grown = try #require(RowChanges(from: small, to: try stored(old)))
    #expect(grown.added == Array(105...3_004))
    #expect(RowChanges.Table(columns: ["x"], hashes: "AAAA", runs: []) == nil)
  }

  private static func words(_ language: Language) throws -> RowChangesText {
    RowChangesText(
      phrases: try PhraseCatalogue.load(templates: templatesFolder, language: language),
      numbers: reportPhrases(language).numbers(.mx))
  }

  private static let edit = RowChanges.Edit(line: 14, before: [1], after: [2])

  @Test(
    arguments: [
      (RowChanges(), "", ""),
      (RowChanges(edited: [edit]), "1 fila editada: la 14", "1 row edited: 14"),
      (
        RowChanges(added: [15, 16, 17, 20], removed: [3]),
        "4 filas agregadas: 15 a 17 y 20; 1 fila eliminada: la 3",
        "4 rows added: 15 to 17 and 20; 1 row removed: 3"
      ),
      (
        RowChanges(removed: [2, 3]), "2 filas eliminadas: 2 y 3", "2 rows removed: 2 and 3"
      ),
      (
        RowChanges(added: [2, 4, 6, 8, 10, 12, 14]), "7 filas agregadas: 2, 4, 6, 8, 10, 12, …",
        "7 rows added: 2, 4, 6, 8, 10, 12, …"
      ),
      (
        RowChanges(isReordered: true), "las mismas filas en otro orden",
        "the same rows in another order"
      ),
    ] as [(RowChanges, String, String)])
  func saysIt(changes: RowChanges, es: String, en: String) throws {
    #expect(try Self.words(.es).text(changes) == es)
    #expect(try Self.words(.en).text(changes) == en)
  }
}
