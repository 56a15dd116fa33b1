/// What a lesson's data are, told without looking at a value in them.
struct DataIdentity {
  var kind: DataSummary.Kind
  /// Names of the classes of images, as pages show them; none for a table.
  var classes: [LocalizedText]
  /// SHA-256 of the data files as stored; none for drawn images.
  var files: [(name: String, sha256: String)]
}

extension OpenedData {
  var identity: DataIdentity {
    switch self {
    case .table(let table):
      DataIdentity(kind: .table, classes: [], files: [(table.source.path, table.sha256)])
    case .images(let images):
      DataIdentity(
        kind: images.isDrawn ? .drawnImages : .images, classes: images.classes,
        files: images.hashes)
    }
  }
}
