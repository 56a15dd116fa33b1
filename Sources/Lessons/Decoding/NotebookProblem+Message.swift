import Diagnostics

extension NotebookProblem {
  /// The sentence's key and values.
  public var message: Message {
    switch self {
    case .notUTF8: text("notUTF8")
    case .controlCharacter(let code): text("controlCharacter", ["code": code])
    case .tooDeep(let limit): text("tooDeep", ["limit": String(limit)])
    case .unsupported(let what, let found): text("unsupported.\(what)", ["text": found])
    case .syntax(let mistake): text("syntax.\(mistake)")
    case .empty: text("empty")
    case .severalDocuments: text("severalDocuments")
    case .keyIsNotText: text("keyIsNotText")
    case .repeatedKey(let key): text("repeatedKey", ["key": key])
    case .unknown(let kind, let name, let suggestion, let known):
      if let suggestion {
        text("unknown.\(kind).suggested", ["name": name, "suggestion": suggestion])
      } else {
        text("unknown.\(kind).listed", ["name": name, "known": known.joined(separator: ", ")])
      }
    case .noOptions(let name, let key): text("noOptions", ["name": name, "key": key])
    case .missingKey(let key, let parent): text("missingKey", ["key": key, "parent": parent])
    case .missingValue(let key): text("missingValue", ["key": key])
    case .expected(let what, let key, let found):
      text("expected.\(what)", ["key": key, "found": found])
    case .decimalComma(let key, let value): text("decimalComma", ["key": key, "value": value])
    case .outside(let bounds, let key, let value, let low, let high):
      text("outside.\(bounds)", ["key": key, "value": value, "low": low, "high": high])
    case .tooMany(let key, let count, let limit):
      text("tooMany", ["key": key, "count": String(count), "limit": String(limit)])
    case .emptyList(let key): text("emptyList", ["key": key])
    case .ragged(let key): text("ragged", ["key": key])
    case .schema(let value): text("schema", ["value": value])
    case .badIdentifier(let key, let value): text("badIdentifier", ["key": key, "value": value])
    case .repeatedIdentifier(let id, let line):
      text("repeatedIdentifier", ["id": id, "first": String(line)])
    case .repeatedEntry(let key, let value): text("repeatedEntry", ["key": key, "value": value])
    case .missingLanguage(let key, let language):
      text("missingLanguage", ["key": key, "language": language])
    case .oneTextForSeveralLanguages(let key, let languages):
      text(
        "oneTextForSeveralLanguages",
        [
          "key": key,
          "languages": "{" + languages.map { "\($0): \"...\"" }.joined(separator: ", ") + "}",
        ])
    case .noLanguage: text("noLanguage")
    case .incompleteTraining(let missing): text("incompleteTraining", ["missing": missing])
    case .needsTraining(let key): text("needsTraining", ["key": key])
    case .needsTable(let key): text("needsTable", ["key": key])
    case .noSource: text("noSource")
    case .twoSources: text("twoSources")
    case .severalLayersInOneItem: text("severalLayersInOneItem")
    case .inputIsTarget(let column): text("inputIsTarget", ["column": column])
    case .validationWithoutTest: text("validationWithoutTest")
    case .twoValidations: text("twoValidations")
    case .monitorNotRecorded(let name, let known):
      text("monitorNotRecorded", ["name": name, "known": known.joined(separator: ", ")])
    case .predictWidth(let expected, let found):
      text("predictWidth", ["expected": String(expected), "found": String(found)])
    case .weightCount(let key, let expected, let found):
      text("weightCount", ["key": key, "expected": String(expected), "found": String(found)])
    case .weightShape(let key, let expected, let found):
      text("weightShape", ["key": key, "expected": shapeText(expected), "found": shapeText(found)])
    case .initialTwice: text("initialTwice")
    case .missingArray(let name): text("missingArray", ["array": name])
    case .referenceShape(let key, let expected, let found):
      text(
        "referenceShape", ["key": key, "expected": shapeText(expected), "found": shapeText(found)])
    case .choicesMissing: text("choicesMissing")
    case .notForKind(let key, let kind): text("notForKind", ["key": key, "kind": kind])
    case .answerNotAChoice(let value): text("answerNotAChoice", ["value": value])
    case .tableRowWidth(let expected, let found):
      text("tableRowWidth", ["expected": String(expected), "found": String(found)])
    case .noBlanks: text("noBlanks")
    case .notebookMissing: text("notebookMissing")
    case .absolutePath(let path): text("absolutePath", ["path": path])
    case .pathLeavesFolder(let path): text("pathLeavesFolder", ["path": path])
    case .proseLeavesFolder: text("proseLeavesFolder")
    case .fileMissing(let path): text("fileMissing", ["path": path])
    case .notAFile(let path): text("notAFile", ["path": path])
    case .proseMissing(let lesson, let other):
      text("proseMissing", ["lesson": lesson, "other": other])
    case .badImageName(let name): text("badImageName", ["name": name])
    case .imagesMissing(let name): text("imagesMissing", ["name": name])
    case .substituteRefused: text("substituteRefused")
    case .notAClass(let column, let value, let highest):
      text("notAClass", ["column": column, "value": value, "highest": String(highest)])
    case .tooManyClasses(let found): text("tooManyClasses", ["found": String(found)])
    case .nothingLeft(let part, let rows):
      text("nothingLeft.\(part)", ["rows": String(rows)])
    case .shape(let problem): problem.message
    case .other(let message): message
    }
  }

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> Message {
    Message("notebook.\(key)", arguments)
  }
}

extension ShapeProblem {
  /// The sentence's key and values.
  public var message: Message {
    switch self {
    case .needsImage(let layer, let shape):
      text("needsImage", ["layer": layer, "shape": shapeText(shape)])
    case .needsVector(let layer, let shape):
      text("needsVector", ["layer": layer, "shape": shapeText(shape)])
    case .windowTooLarge(let layer, let window, let image):
      text(
        "windowTooLarge",
        ["layer": layer, "window": shapeText(window), "image": shapeText(image)])
    case .tooLarge(let layer, let limit):
      text("tooLarge", ["layer": layer, "limit": String(limit)])
    case .tooManyParameters(let limit): text("tooManyParameters", ["limit": String(limit)])
    case .nothingToTrain: text("nothingToTrain")
    case .normalizationNotFirst: text("normalizationNotFirst")
    case .outputIsImage(let shape): text("outputIsImage", ["shape": shapeText(shape)])
    case .outputWidth(let expected, let found):
      text("outputWidth", ["expected": String(expected), "found": String(found)])
    case .classUnits(let expected, let found):
      text("classUnits", ["expected": String(expected), "found": String(found)])
    case .softmaxOfOne: text("softmaxOfOne")
    case .lossNeedsSoftmax(let loss, let activation):
      text("lossNeedsSoftmax", ["loss": loss, "activation": activation])
    case .lossNeedsSigmoid(let activation): text("lossNeedsSigmoid", ["activation": activation])
    case .lossNeedsOneUnit(let found): text("lossNeedsOneUnit", ["found": String(found)])
    case .lossNeedsUnits(let loss): text("lossNeedsUnits", ["loss": loss])
    case .lossOfNumbers(let loss): text("lossOfNumbers", ["loss": loss])
    case .metricNeedsClasses(let metric, let loss):
      text("metricNeedsClasses", ["metric": metric, "loss": loss])
    case .metricNeedsNumbers(let metric, let loss):
      text("metricNeedsNumbers", ["metric": metric, "loss": loss])
    }
  }

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> Message {
    Message("shape.\(key)", arguments)
  }
}

/// `28 x 28 x 1`, as a person reads a shape; `[]` for none.
private func shapeText(_ shape: [Int]) -> String {
  shape.isEmpty ? "[]" : shape.map(String.init).joined(separator: " × ")
}
