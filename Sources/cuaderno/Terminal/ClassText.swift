import Classroom

/// The closing summary of a class build, for the teacher.
struct ClassText {
  private let speech: Speech
  private let done: ClassBuild.Done
  private var summary: ClassSummary { done.summary }

  /// Maximum number of students needing attention listed in the terminal; the page lists all.
  private static let shown = 12

  init(_ speech: Speech, _ done: ClassBuild.Done) {
    self.speech = speech
    self.done = done
  }

  func write() {
    for line in lines { Terminal.line(line, to: .error) }
  }

  private var lines: [String] {
    let records = summary.records
    let open = summary.count(.broken) + summary.count(.failed)
    func number(_ value: Int) -> String { speech.numbers.string(value) }
    var lines = [
      speech(
        "class.counts",
        [
          "listed": number(records.count),
          "read": number(records.count { !$0.files.isEmpty }), "open": number(open),
          "partial": number(summary.count(.partial)),
          "missing": number(summary.count(.missing)),
        ])
    ]
    if let made = done.made { lines.append(speech("class.made", ["made": number(made)])) }
    let attention = summary.attention.filter { record in
      record.flags.contains { $0.name != "full" && $0.name != "same" && $0.name != "late" }
    }
    if !attention.isEmpty {
      lines.append(speech("class.attention"))
      for record in attention.prefix(Self.shown) {
        lines.append("  \(record.id) \(record.name): \(record.flags[0].text)".visibleLine)
      }
      if attention.count > Self.shown {
        lines.append(
          "  " + speech("class.more", ["count": number(attention.count - Self.shown)]))
      }
    }
    for twins in summary.twins.prefix(Self.shown) {
      lines.append(speech("class.twins", ["ids": twins.joined(separator: ", ")]))
    }
    let strangers = summary.strangers
    if !strangers.isEmpty {
      lines.append(
        speech(
          "class.strangers",
          ["ids": strangers.prefix(Self.shown).joined(separator: ", ")]))
    }
    if let path = done.decisionsPath {
      lines.append(speech("class.decisionsWritten", ["path": path]))
    }
    return lines + [speech("class.personal")]
  }
}
