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
    lines += held("contradicted", prepared.contradicted) + held("unfinished", prepared.unfinished)
    if prepared.missesComments { lines.append(speech("class.export.missesComments")) }
    if let written { lines += uploadLines(written) }
    return lines
  }

  /// Students whose pages are not sent.
  private func held(_ key: String, _ ids: [String]) -> [String] {
    guard !ids.isEmpty else { return [] }
    let names = ids.prefix(Self.shown).joined(separator: ", ")
    return [
      speech(
        "class.export.\(key)",
        [
          "count": speech.numbers.string(ids.count),
          "ids": names + (ids.count > Self.shown ? ", …" : ""),
        ])
    ]
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
    let lists = names.filter(export.sheetNames.contains)
    let sheets = (lists.isEmpty ? Array(names.filter { $0.hasSuffix(".csv") }.prefix(1)) : lists)
      .map { "\(folder)/\($0)" }
    let key =
      switch export.roster.kind {
      case .moodle: zips.isEmpty ? "moodleNoPages" : "moodle"
      case .canvas: "canvas"
      case .plain: "plain"
      }
    let text = speech(
      "class.export.\(key)",
      [
        "zips": zips.joined(separator: ", "),
        "sheet": sheets.isEmpty ? folder : sheets.joined(separator: ", "),
        "report": "\(report)/students",
      ])
    var lines = text.split(separator: "\n").map(String.init)
    if export.roster.kind == .moodle {
      if prepared.changesStanding { lines.append(speech("class.export.moodleAgain")) }
      for dialect in export.dialects {
        lines.append(
          speech(
            "class.export.dialect",
            [
              "sheet": "\(folder)/\(dialect.name)", "encoding": dialect.encoding,
              "separator": dialect.separator,
            ]))
      }
    }
    if let title = prepared.ignoredTitle {
      lines.append(speech("class.export.ignoredTitle", ["title": title]))
    }
    return [speech("class.export.upload")] + lines.map { "  \($0)" }
  }
}
