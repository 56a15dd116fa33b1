import Diagnostics

/// A mistake in decisiones.csv.
public struct DecisionError: UserError, Hashable {
  public enum Fault: Hashable, Sendable {
    case missingColumn(names: String)
    case unknownCriterion(name: String, known: String)
    case notPoints(value: String)
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
    switch fault {
    case .missingColumn(let names): Message("class.decisions.missingColumn", ["names": names])
    case .unknownCriterion(let name, let known):
      Message("class.decisions.unknownCriterion", ["name": name, "known": known])
    case .notPoints(let value): Message("class.decisions.notPoints", ["value": value])
    case .unknownStudent(let id): Message("class.decisions.unknownStudent", ["id": id])
    }
  }
}
