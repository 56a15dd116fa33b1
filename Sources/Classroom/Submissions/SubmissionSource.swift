/// The platform's download: its zip, or the folder it was unpacked to.
protocol SubmissionSource: AnyObject {
  /// Every file, in an order that depends on the names alone.
  var entries: [SubmissionEntry] { get }
  /// Reads a file of at most `limit` bytes, once: what identifies its contents and how to get them.
  func load(_ entry: SubmissionEntry, limit: Int) throws(SubmittedFault) -> LoadedFile
}

/// A file of the download. Its path is bytes: names are compared as they are stored.
struct SubmissionEntry {
  /// In the source's own order.
  let index: Int
  let parts: [[UInt8]]
  let size: Int
  let fault: SubmittedFault?
}

/// The bytes of a handed-in file as they are stored, and how they become its contents.
struct LoadedFile {
  /// What decides the contents: the same bytes, the same contents.
  let stored: [UInt8]
  private let inflate: ([UInt8]) throws -> [UInt8]

  init(_ stored: [UInt8], inflate: @escaping ([UInt8]) throws -> [UInt8] = { $0 }) {
    self.stored = stored
    self.inflate = inflate
  }

  func contents() throws(SubmittedFault) -> [UInt8] {
    do {
      return try inflate(stored)
    } catch {
      throw .damaged
    }
  }
}
