import Reports

/// What a student reads beside the grade, as platforms want it: one line of HTML.
struct CommentText {
  let plan: ClassPlan

  /// The reasons of each criterion with its points.
  func html(of record: StudentRecord) -> String {
    let numbers = plan.numbers
    let lines = record.criteria.map { criterion in
      let points = criterion.points.map { numbers.significant($0) } ?? "–"
      return plan.phrases[
        "export.criterion",
        [
          "points": points, "maximum": numbers.significant(criterion.maximum),
          "text": criterion.text,
        ]]
    }
    return ([plan.phrases["export.comment"]] + lines).map(Self.escaped).joined(separator: "<br>")
  }

  /// The cell after ours has joined it. What we wrote the last time gives way to what we write now.
  static func joined(
    _ comment: String, to cell: String, last: String?, mode: ExportOptions.Comments
  ) -> String {
    if cell.isEmpty { return comment }
    if let last, !last.isEmpty, cell.contains(last) {
      return cell.replacing(last, with: comment, maxReplacements: 1)
    }
    if cell.contains(comment) { return cell }
    switch mode {
    case .append: return "\(cell)<br>\(comment)"
    case .replace: return comment
    case .keep: return cell
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\r", with: "").replacing("\n", with: "<br>")
  }
}
