import Diagnostics

/// What can be wrong with a table as a lesson's data, beyond how it is written.
enum TableProblem: UserError, Hashable {
  case reversedRange(range: String, path: String)
  case unfitForAll(columns: [String], except: [String], path: String)
  case nothingForAll(path: String)
  case notListed(column: String, values: [String], known: [String], path: String, line: Int)
  case tooManyWords(column: String, count: Int, limit: Int, path: String)
  case codesWithoutPolicy(column: String, count: Int, path: String)
  case notSplit(
    column: String, value: String, separator: String, count: Int, path: String, line: Int)
  case wordsForNumbers(column: String, values: [String], path: String, line: Int)
  case classCount(column: String, classes: [String], units: Int, path: String)
  case tooManyGaps(column: String, count: Int, rows: Int, allow: Double, path: String)
  case noRowsLeft(path: String)
  case noTestRows(column: String, value: String, path: String)
  case positiveUnknown(String, classes: [String], path: String)
  case predictWidth(columns: [String], found: Int, place: Place)
  case predictWord(column: String, value: String, known: [String], place: Place)
  case personal(columns: [String], place: Place)
  case restricted(Place)

  var place: Place? {
    switch self {
    case .reversedRange(_, let path), .unfitForAll(_, _, let path), .nothingForAll(let path),
      .codesWithoutPolicy(_, _, let path), .tooManyWords(_, _, _, let path),
      .classCount(_, _, _, let path),
      .tooManyGaps(_, _, _, _, let path), .noRowsLeft(let path), .noTestRows(_, _, let path),
      .positiveUnknown(_, _, let path):
      Place(path)
    case .notListed(_, _, _, let path, let line), .notSplit(_, _, _, _, let path, let line),
      .wordsForNumbers(_, _, let path, let line):
      Place(path, line: line)
    case .predictWidth(_, _, let place), .predictWord(_, _, _, let place), .personal(_, let place),
      .restricted(let place):
      place
    }
  }

  var message: Message {
    func listed(_ texts: [String]) -> String {
      texts.prefix(20).joined(separator: ", ") + (texts.count > 20 ? "…" : "")
    }
    switch self {
    case .reversedRange(let range, _): return Message("data.reversedRange", ["range": range])
    case .unfitForAll(let columns, let except, _):
      return Message(
        "data.unfitForAll",
        ["columns": listed(columns), "except": listed((except + columns).map(Self.quoted))])
    case .nothingForAll: return Message("data.nothingForAll")
    case .notListed(let column, let values, let known, _, _):
      return Message(
        "data.notListed",
        ["column": column, "values": listed(values), "known": listed(known)])
    case .tooManyWords(let column, let count, let limit, _):
      return Message(
        "data.tooManyWords", ["column": column, "count": "\(count)", "limit": "\(limit)"])
    case .codesWithoutPolicy(let column, let count, _):
      return Message("data.codesWithoutPolicy", ["column": column, "count": "\(count)"])
    case .notSplit(let column, let value, let separator, let count, _, _):
      return Message(
        "data.notSplit",
        ["column": column, "value": value, "separator": separator, "count": "\(count)"])
    case .wordsForNumbers(let column, let values, _, _):
      return Message("data.wordsForNumbers", ["column": column, "values": listed(values)])
    case .classCount(let column, let classes, let units, _):
      return Message(
        "data.classCount",
        [
          "column": column, "count": "\(classes.count)", "classes": listed(classes),
          "units": "\(units)",
        ])
    case .tooManyGaps(let column, let count, let rows, let allow, _):
      let share = Decimal.text((Double(count) / Double(rows) * 100).rounded())
      // The next hundredth above the share is enough.
      let enough = Decimal.text((Double(count) / Double(rows) * 100).rounded(.up) / 100)
      return Message(
        "data.tooManyGaps",
        [
          "column": column, "count": "\(count)", "rows": "\(rows)", "share": share,
          "allow": Decimal.text(allow * 100), "enough": enough,
        ])
    case .noRowsLeft: return Message("data.noRowsLeft")
    case .noTestRows(let column, let value, _):
      return Message("data.noTestRows", ["column": column, "value": value])
    case .positiveUnknown(let value, let classes, _):
      return Message("data.positiveUnknown", ["value": value, "classes": listed(classes)])
    case .predictWidth(let columns, let found, _):
      return Message(
        "data.predictWidth",
        ["columns": listed(columns), "expected": "\(columns.count)", "found": "\(found)"])
    case .predictWord(let column, let value, let known, _):
      return known.isEmpty
        ? Message("data.predictNumber", ["column": column, "value": value])
        : Message(
          "data.predictWord", ["column": column, "value": value, "known": listed(known)])
    case .personal(let columns, _):
      return Message("data.personal", ["columns": listed(columns)])
    case .restricted: return Message("data.restricted")
    }
  }

  /// As YAML takes it in a list.
  private static func quoted(_ name: String) -> String {
    name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? name : "\"\(name)\""
  }
}
