import Archives
import Publishing

/// What was written for a platform the last time: tells what changed since, and what somebody
/// changed by hand.
struct WrittenState {
  struct Entry: Equatable {
    var grade: String?
    var comment: String?
    /// SHA-256 of the page in hexadecimal.
    var page: String?
    /// The page went with its PDF.
    var hasPDF = false
  }

  static let fileName = "written.json"
  private static let sizeLimit = 64 << 20

  private(set) var entries: [String: Entry] = [:]

  init() {}

  /// Reads the state in an export's folder; empty if nothing was written yet.
  init(folder: String) {
    guard let bytes = try? Files.read("\(folder)/\(Self.fileName)", limit: Self.sizeLimit),
      let json = JSONReader.value(bytes)
    else { return }
    for student in json["students"]?.elements ?? [] {
      guard let id = student["id"]?.text else { continue }
      entries[id] = Entry(
        grade: student["grade"]?.text, comment: student["comment"]?.text,
        page: student["page"]?.text, hasPDF: student["pdf"] == .boolean(true))
    }
  }

  subscript(id: String) -> Entry {
    get { entries[id] ?? Entry() }
    set { entries[id] = newValue }
  }

  /// In the order of `ids`; what is known of others goes with them.
  func json(_ ids: [String]) -> JSONValue {
    .object([
      "schema": .integer(1),
      "students": .array(
        ids.compactMap { id in
          entries[id].map { entry in
            .object([
              "id": .string(id), "grade": entry.grade.map(JSONValue.string),
              "comment": entry.comment.map(JSONValue.string),
              "page": entry.page.map(JSONValue.string),
              "pdf": entry.hasPDF ? .boolean(true) : nil,
            ])
          }
        }),
    ])
  }
}
