/// What a lesson's data are, told without looking at a value in them.
struct DataIdentity {
  var kind: DataSummary.Kind
  /// Names of the classes of images, as pages show them; none for a table.
  var classes: [LocalizedText]
  /// SHA-256 of the data files as stored; none for drawn images.
  var files: [(name: String, sha256: String)]
  /// SHA-256 of the numbers of a table; empty for anything else.
  var values = ""
}

extension DataIdentity {
  /// A table counts by the numbers in it, not by how they are written or what columns are called.
  init(_ table: OpenedTable, _ data: PreparedData) {
    let names = table.source.plan?.classes?.map(\.label) ?? []
    self.init(
      kind: .table, classes: names, files: [],
      values: table.identity(of: data))
  }

  /// A table of which something is wrong: its files count.
  init(_ table: OpenedTable) {
    self.init(kind: .table, classes: [], files: table.files.map { ($0.name, $0.sha256) })
  }

  init(_ images: OpenedImages) {
    self.init(
      kind: images.isDrawn ? .drawnImages : .images, classes: images.classes,
      files: images.hashes)
  }
}
