import Diagnostics

/// Why the list of a class is refused.
public struct RosterError: UserError, Hashable {
  public enum Fault: Hashable, Sendable {
    /// No column says who is who.
    case noIdentifier(columns: String)
    case badIdentifier(id: String)
    case repeatedIdentifier(id: String, firstLine: Int)
    case noStudents
  }

  public let location: Place
  public let fault: Fault

  public init(_ location: Place, _ fault: Fault) {
    self.location = location
    self.fault = fault
  }

  public var place: Place? { location }

  public var message: Message {
    switch fault {
    case .noIdentifier(let columns): Message("class.roster.noIdentifier", ["columns": columns])
    case .badIdentifier(let id): Message("class.roster.badIdentifier", ["id": id])
    case .repeatedIdentifier(let id, let line):
      Message("class.roster.repeatedIdentifier", ["id": id, "first": String(line)])
    case .noStudents: Message("class.roster.noStudents")
    }
  }
}
