import Classroom

/// The summary of an export for the teacher: counts, cells left as they were, and the next steps.
struct ExportText {
  let speech: Speech
  let export: ClassExport
  let prepared: ClassExport.Prepared
  let folder: String
  let report: String

  /// Maximum number of unchanged cells listed in the terminal; the list of changes has all.
  private static let shown = 12

  /// - Parameter written: the names of the written files; nil after a simulation.
  func lines(written: [String]?) -> [String] {
    let changes = prepared.written
    func count(_ column: CellChange.Column) -> String {
      speech.numbers.string(changes.count { $0.column == column })
    }
    var lines = [
      speech(
        written == nil ? "class.export.simulation" : "class.export.written",
        [
          "grades": count(.grade), "comments": count(.comment),
          "pages": speech.numbers.string(prepared.pageCount), "folder": folder,
        ])
    ]
    if !prepared.kept.isEmpty { lines += keptLines }
    if prepared.missesComments { lines.append(speech("class.export.missesComments")) }
    if let written { lines += uploadLines(written) }
    return lines
  }

  private var keptLines: [String] {
    var lines = [speech("class.export.kept")]
    for change in prepared.kept.prefix(Self.shown) {
      let key = "class.export.reason.\(change.kept?.rawValue ?? "")"
      lines.append(
        "  "
          + speech(
            "class.export.keptLine",
            [
              "id": change.student, "name": change.name,
              "column": speech("class.export.column.\(change.column.rawValue)"),
              "before": change.before.isEmpty ? "–" : change.before, "after": change.after,
              "reason": speech(key),
            ]))
    }
    if prepared.kept.count > Self.shown {
      let rest = prepared.kept.count - Self.shown
      lines.append(
        "  "
          + speech(
            "class.export.more",
            ["count": speech.numbers.string(rest), "file": "\(folder)/\(export.changesName)"]))
    }
    return lines
  }

  private func uploadLines(_ names: [String]) -> [String] {
    let zips = names.filter { $0.hasSuffix(".zip") }.map { "\(folder)/\($0)" }
    let sheet = names.first { $0.hasSuffix(".csv") }.map { "\(folder)/\($0)" } ?? folder
    let key =
      switch export.roster.kind {
      case .moodle: zips.isEmpty ? "moodleNoPages" : "moodle"
      case .canvas: "canvas"
      case .plain: "plain"
      }
    let text = speech(
      "class.export.\(key)",
      ["zips": zips.joined(separator: ", "), "sheet": sheet, "report": "\(report)/students"])
    return [speech("class.export.upload")]
      + text.split(separator: "\n").map { "  \($0)" }
  }
}
