import Lessons
import Publishing

/// `result.json` of a student: what was found out, for programs. No hash of data is in it, and
/// nothing of anybody else.
struct StudentResult {
  let plan: ClassPlan
  let record: StudentRecord
  let training: StudentTraining?
  let handIn: HandIn?

  var json: JSONValue {
    .object([
      "schema": .integer(1), "id": .string(record.id), "lesson": .string(plan.lesson.id),
      "seed": .unsigned(plan.notebook.seed), "status": .string(record.status.rawValue),
      "late": .boolean(record.isLate), "points": record.points.map(\.json),
      "maximum": record.maximum.json, "grade": record.grade.map(\.json),
      "grade_maximum": record.gradeMaximum.json,
      "criteria": .array(record.criteria.map(criterion)),
      "data": handIn?.readTable.map { .object(["rows": .integer($0.table.rowCount)]) },
      "claims": claims, "training": training.map(trained),
    ])
  }

  private func criterion(_ criterion: StudentRecord.Criterion) -> JSONValue {
    .object([
      "id": .string(criterion.id), "points": criterion.points.map(\.json),
      "maximum": criterion.maximum.json, "verdict": .string(criterion.verdict),
      "text": .string(criterion.text),
    ])
  }

  private var claims: JSONValue? {
    guard let handIn else { return nil }
    let members = Criterion.Quantity.allCases.compactMap { quantity in
      handIn.claimed(quantity, plan, training).map {
        JSONValue.Member(quantity.rawValue, .number($0.value))
      }
    }
    return members.isEmpty ? nil : .object(members)
  }

  private func trained(_ training: StudentTraining) -> JSONValue {
    let result = training.result
    return .object([
      "loss": .number(result.evaluation.loss),
      "predictions": .array(
        result.predictions.map {
          .object([
            "input": .array($0.input.map(JSONValue.number)),
            "output": .array($0.output.map { JSONValue.number($0) }),
          ])
        }),
      "weights": .array(
        result.weights.map { layer in
          .object([
            "layer": .string(layer.layer),
            "arrays": .array(
              layer.arrays.map { array in
                .object([
                  "name": .string(array.name),
                  "values": .array(array.values.map { JSONValue.number($0) }),
                ])
              }),
          ])
        }),
      "least_squares": result.regression?.leastSquares.map { fit in
        .object([
          "coefficients": .array(fit.coefficients.map(JSONValue.number)),
          "intercept": .number(fit.intercept), "loss": .number(fit.meanSquaredError),
        ])
      },
      "seeds": training.seeds.map { study in
        .object([
          "count": .integer(study.seeds.count), "diverged": .integer(study.divergedCount),
          "prediction": training.range(of: .prediction).map(range),
          "loss": training.range(of: .loss).map(range),
        ])
      },
    ])
  }

  private func range(_ range: ClosedRange<Double>) -> JSONValue {
    .array([.number(range.lowerBound), .number(range.upperBound)])
  }
}
