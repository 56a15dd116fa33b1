import Diagnostics
import Lessons
import Publishing

/// The findings of `check`, as text for people and as JSON for programs.
struct CheckReport {
  let checks: [NotebookCheck]
  let speech: Speech

  // MARK: Text

  var lines: [String] { checks.flatMap(lines) }

  private func lines(_ check: NotebookCheck) -> [String] {
    var lines: [String] = []
    let translations = check.errors.filter(\.isMissingTranslation)
    for error in check.errors where !error.isMissingTranslation { lines.append(line(error)) }
    if !translations.isEmpty {
      lines.append(speech("check.translations", ["count": String(translations.count)]))
      lines += translations.map { "  " + line($0) }
    }
    for warning in check.warnings {
      lines.append(speech("machine.warning", ["sentence": speech(warning)]))
    }
    for (lesson, sentence) in check.assumed {
      lines.append(
        speech("machine.assumed", ["lesson": lesson, "sentence": speech(sentence)]))
    }
    for advice in check.advice {
      let sentence = speech(advice.message(in: speech.language))
      lines.append(
        prefix(advice.place)
          + speech(
            "check.\(advice.level.rawValue)", ["lesson": advice.lesson, "sentence": sentence]))
    }
    let arguments = [
      "notebook": check.id ?? check.name, "errors": String(check.errors.count),
      "advice": String(check.advice.count { $0.level == .advice }),
      "notes": String(check.advice.count { $0.level == .note }),
    ]
    return lines + [speech(check.errors.isEmpty ? "check.clean" : "check.refused", arguments)]
  }

  private func prefix(_ place: Place?) -> String {
    (place?.description.visibleLine ?? Program.name) + ": "
  }

  private func line(_ error: any UserError) -> String {
    prefix(error.place) + speech(error.message)
  }

  // MARK: JSON

  var json: String {
    let value = JSONValue.object([
      "schema": .integer(1), "notebooks": .array(checks.map(json)),
    ])
    return String(decoding: JSONWriter.bytes(value), as: UTF8.self)
  }

  private func json(_ check: NotebookCheck) -> JSONValue {
    .object([
      "path": .string(check.name), "id": check.id.map { .string($0) },
      "errors": .array(check.errors.map(json)),
      "warnings": .array(check.warnings.map { .string(speech($0)) }),
      "assumed": .array(
        check.assumed.map { lesson, sentence in
          .object([
            "key": .string(sentence.key), "lesson": .string(lesson),
            "message": .string(speech(sentence)),
          ])
        }),
      "advice": .array(check.advice.map(json)),
    ])
  }

  private func json(_ error: any UserError) -> JSONValue {
    .object([
      "key": .string(error.message.key), "path": error.place.map { .string($0.path) },
      "line": error.place?.line.map { .integer($0) },
      "column": error.place?.column.map { .integer($0) },
      "message": .string(speech(error.message)), "code": .integer(Int(error.exitCode.rawValue)),
    ])
  }

  private func json(_ advice: Advice) -> JSONValue {
    .object([
      "rule": .string(advice.rule.rawValue), "level": .string(advice.level.rawValue),
      "lesson": .string(advice.lesson), "path": .string(advice.place.path),
      "line": advice.place.line.map { .integer($0) },
      "message": .string(speech(advice.message(in: speech.language))),
    ])
  }
}

extension UserError {
  /// Whether a text exists in only one of the notebook's languages.
  fileprivate var isMissingTranslation: Bool {
    message.key == "notebook.missingLanguage" || message.key == "prose.missingLanguage"
  }
}
