import Archives
import Reports

/// A shard's folder as `class run` published it, wherever it was made and copied from.
struct PublishedShard {
  let name: String
  let contents: ShardContents
  private let published: PublishedClass
  private let damaged: ShardError

  /// nil for a folder that holds no shard.
  ///
  /// Throws `ShardError.damaged` where it is one whose list of students is not what it was.
  init?(_ name: String, in folder: String) throws {
    let path = "\(folder)/\(name)"
    let damaged = ShardError.damaged(folder: folder, names: [name])
    let bytes = try? Files.read("\(path)/\(Manifest.fileName)", limit: 64 << 20)
    guard let manifest = bytes.flatMap(Manifest.init(bytes:)), manifest.kind == .shard else {
      guard name.hasPrefix("shard-") else { return nil }
      throw damaged
    }
    let listed = manifest.outputs.first { $0.name == PublishedClass.recordsName }?.sha256
    guard
      let records = try? Files.read("\(path)/\(PublishedClass.recordsName)", limit: 256 << 20),
      SHA256.hash(records).hexadecimal == listed,
      let contents = JSONReader.value(records).flatMap(ShardContents.init)
    else { throw damaged }
    self.name = name
    self.damaged = damaged
    self.contents = contents
    published = PublishedClass(try ReportTarget.check(path, kind: .shard))
  }

  /// Of all its students, in the order of the plan.
  var ids: [String] {
    (contents.records.map(\.id) + contents.lost)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The students' reports, by id.
  ///
  /// Throws `ShardError.damaged` where a file of them is not what it was.
  func students() throws -> [(id: String, student: FinishedStudent)] {
    try contents.records.map { record in
      guard let record = published.record(of: record.id) else {
        throw damaged
      }
      return (
        record.id, FinishedStudent(record: record, folder: published.folder(of: record.id))
      )
    }
  }

  /// nil where the page was not printed.
  func pdf(of page: PrintedPages.Page) -> [UInt8]? {
    published.pdf(of: page.id, page: page.name, hash: page.sha256)
  }
}
