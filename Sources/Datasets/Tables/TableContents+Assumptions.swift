import Diagnostics

/// What a person should be told of how the file was read.
extension TableContents {
  /// What was left out of the file, and where the names were found.
  private var omissions: [Message] {
    var messages: [Message] = []
    if titles.count <= 5 {
      messages += titles.map {
        Message("table.skippedTitle", ["line": "\($0.line)", "text": $0.text])
      }
    } else {
      messages.append(
        Message(
          "table.skippedPreamble",
          [
            "first": "\(titles[0].line)", "last": "\(titles[titles.count - 1].line)",
            "line": "\(headerLine)",
          ]))
    }
    if hasMarkedHeader { messages.append(Message("table.markedHeader", ["line": "\(headerLine)"])) }
    if let unitsLine { messages.append(Message("table.skippedUnits", ["line": "\(unitsLine)"])) }
    if !comments.isEmpty {
      messages.append(
        Message(
          "table.skippedComments", ["count": "\(comments.count)", "line": "\(comments[0])"]))
    }
    if let first = footers.first {
      messages.append(
        Message(
          "table.skippedFooter",
          ["line": "\(first.line)", "text": first.text, "count": "\(footers.count)"]))
    }
    let padded = shortRows.count
    if padded > 0 {
      messages.append(
        Message(
          "table.paddedRows", ["count": "\(padded)", "line": "\(lines[shortRows[0].row])"]))
    }
    return messages
  }

  /// What was assumed beyond the encoding, for columns of nothing but numbers.
  func assumptions(marks: [NumberMark?]) -> [Message] {
    // One column is separated by nothing.
    var messages = [columns.count > 1 ? origin.separator?.assumption : nil].compactMap(\.self)
    messages += omissions
    if hasRowNumbers { messages.append(Message("table.assumedRowNumbers")) }
    let numeric = readings.indices.filter { readings[$0].hasOnlyNumbers }
    let commas = numeric.filter {
      marks[$0] == .comma
        && (readings[$0].firstComma != nil || readings[$0].firstAmbiguousComma != nil)
    }
    if !commas.isEmpty {
      let names = commas.map { columns[$0] }.joined(separator: ", ")
      messages.append(Message("table.assumedDecimalComma", ["columns": names]))
    }
    for column in numeric {
      guard let mark = marks[column], let row = readings[column].firstThousands(mark: mark) else {
        continue
      }
      let value = withNumber(row: row, column: column) { $0.value(decimal: mark) }
      messages.append(
        Message(
          "table.assumedThousands",
          [
            "column": columns[column], "value": shortText(row: row, column: column),
            "line": "\(line(row: row, column: column))", "number": plain(value),
          ]))
    }
    messages += percentages.compactMap(assumption(ofPercentage:))
    if !emptyLines.isEmpty {
      messages.append(Message("table.skippedEmptyRows", ["count": "\(emptyLines.count)"]))
    }
    return messages
  }

  /// That 45 % is 0.45, where the column is one of numbers.
  private func assumption(ofPercentage cell: CellReference) -> Message? {
    guard case .sheet(let firstColumn) = origin,
      let row = lines.firstIndex(of: Int32(cell.row)),
      columns.indices.contains(cell.column - firstColumn)
    else { return nil }
    let column = cell.column - firstColumn
    guard readings[column].hasOnlyNumbers else { return nil }
    return Message(
      "table.assumedFractions",
      [
        "column": columns[column], "cell": cell.description,
        "value": shortText(row: row, column: column),
      ])
  }
}
