import Datasets
import Lessons

/// What a student wrote down for one quantity of the training.
enum Claim {
  case notWritten
  /// Something is written that is no number, or more than one.
  case unreadable(text: String)
  /// Two different answers to the same question.
  case contradicted
  case written(GivenAnswer)

  /// The reading of a written number that is nearest to `expected`.
  func reading(near expected: Double) -> WrittenNumber.Reading? {
    if case .written(let answer) = self { answer.reading(near: expected) } else { nil }
  }
}

extension HandIn {
  /// The answer under the first name of the quantity that has one.
  func claim(_ quantity: Criterion.Quantity, _ plan: ClassPlan) -> Claim {
    let names = plan.claimNames[quantity] ?? []
    for name in names {
      if let answer = answers?[name] { return .written(answer) }
    }
    for name in names {
      for problem in answers?.problems ?? [] {
        switch problem.fault {
        case .notANumber(let id, let text) where id.utf8.elementsEqual(name.utf8):
          return .unreadable(text: text)
        case .repeatedID(let id, _) where id.utf8.elementsEqual(name.utf8): return .contradicted
        case .notANumber, .repeatedID, .unknownID, .notAChoice: continue
        }
      }
    }
    return .notWritten
  }

  /// The claimed number, read as the meaning that is nearest to what training gives.
  func claimed(
    _ quantity: Criterion.Quantity, _ plan: ClassPlan, _ training: StudentTraining?
  ) -> WrittenNumber.Reading? {
    let claim = claim(quantity, plan)
    guard case .written(let answer) = claim else { return nil }
    if let own = training?.value(of: quantity) { return claim.reading(near: own) }
    guard case .number(let readings, _) = answer.value else { return nil }
    return readings.first
  }
}
