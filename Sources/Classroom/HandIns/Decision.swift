import Diagnostics

/// What the teacher wrote about one student in the file of decisions.
struct Decision: Equatable {
  /// The empty name of a criterion, in rows about the work as a whole.
  static let wholeWork = ""

  struct Points: Equatable {
    var criterion: String
    var points: Classroom.Points
    var line: Int
  }

  struct Comment: Equatable {
    var criterion: String
    var text: String
  }

  /// The name of the file that counts, if several may be meant.
  var file: String?
  var points: [Points] = []
  var comments: [Comment] = []
  var isExcused = false
  /// The team's name as its first row spells it.
  var team: String?
  /// Extra time beyond the date, in minutes.
  var extensionMinutes = 0

  func points(of criterion: String) -> Classroom.Points? {
    points.first { $0.criterion.utf8.elementsEqual(criterion.utf8) }?.points
  }

  /// All comments on a criterion, in the order of the rows.
  func comment(on criterion: String) -> String? {
    let texts = comments.filter { $0.criterion.utf8.elementsEqual(criterion.utf8) }.map(\.text)
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }

  /// Everything in it, in a fixed order: part of what a student's report depends on.
  var lines: [String] {
    [file ?? "", isExcused ? "1" : "0", team ?? "", "\(extensionMinutes)"]
      + points.map { "points \($0.criterion) \($0.points.thousandths)" }
      + comments.map { "comment \($0.criterion) \($0.text)" }
  }
}

/// A mistake in the file of decisions.
public struct DecisionError: UserError, Hashable {
  public enum Fault: Hashable, Sendable {
    case missingColumn(names: String)
    case unknownCriterion(name: String, known: String)
    case notPoints(value: String)
    /// More than three decimals.
    case notThousandths(value: String)
    /// Fewer points than the criterion can have, or more.
    case outOfBounds(value: String, criterion: String, minimum: String, maximum: String)
    /// More points for the whole work than all criteria together have.
    case extraOutOfBounds(value: String, maximum: String)
    /// Another row gives the student other points for the same criterion.
    case twoPoints(criterion: String, first: String, firstLine: Int, second: String)
    /// Another row names another file or another team for the student.
    case twoValues(column: String, first: String, firstLine: Int, second: String)
    /// Rows of a team's members differ, and another member has none.
    case teamDisagrees(team: String, criterion: String, firstLine: Int, id: String)
    case notATime(value: String)
    case unknownStudent(id: String)
  }

  public let location: Place
  public let fault: Fault

  init(_ location: Place, _ fault: Fault) {
    self.location = location
    self.fault = fault
  }

  public var place: Place? { location }

  public var message: Message {
    func message(_ key: String, _ arguments: [String: String]) -> Message {
      Message("class.decisions.\(key)", arguments)
    }
    switch fault {
    case .missingColumn(let names): return message("missingColumn", ["names": names])
    case .unknownCriterion(let name, let known):
      return message("unknownCriterion", ["name": name, "known": known])
    case .notPoints(let value): return message("notPoints", ["value": value])
    case .notThousandths(let value): return message("notThousandths", ["value": value])
    case .outOfBounds(let value, let criterion, let minimum, let maximum):
      return message(
        "outOfBounds",
        ["value": value, "criterion": criterion, "minimum": minimum, "maximum": maximum])
    case .extraOutOfBounds(let value, let maximum):
      return message("extraOutOfBounds", ["value": value, "maximum": maximum])
    case .twoPoints(let criterion, let first, let line, let second):
      let arguments = ["first": first, "line": String(line), "second": second]
      return criterion.isEmpty
        ? message("twoExtras", arguments)
        : message("twoPoints", arguments.merging(["criterion": criterion]) { $1 })
    case .twoValues(let column, let first, let line, let second):
      return message(
        "twoValues",
        ["column": column, "first": first, "line": String(line), "second": second])
    case .teamDisagrees(let team, let criterion, let line, let id):
      let arguments = ["team": team, "line": String(line), "id": id]
      return criterion.isEmpty
        ? message("teamDisagreesOnExtra", arguments)
        : message("teamDisagrees", arguments.merging(["criterion": criterion]) { $1 })
    case .notATime(let value): return message("notATime", ["value": value])
    case .unknownStudent(let id): return message("unknownStudent", ["id": id])
    }
  }
}
