import Diagnostics
import YAML

/// What can be wrong with a notebook; the sentences are the blocks `notebook` and `shape` of the
/// message catalogues.
public enum NotebookProblem: Hashable, Sendable {
  // The text of the file.
  case notUTF8
  case controlCharacter(code: String)
  case tooDeep(limit: Int)
  /// An anchor, alias, tag, merge key or directive of YAML.
  case unsupported(UnsupportedYAML, text: String)
  case syntax(SyntaxMistake)
  case empty
  case severalDocuments
  case keyIsNotText
  case repeatedKey(String)

  // Keys, types and values.
  case unknown(NameKind, String, suggestion: String?, known: [String])
  /// A layer without options was given one.
  case noOptions(of: String, key: String)
  case missingKey(String, of: String)
  case missingValue(String)
  case expected(Expectation, key: String, found: String)
  case decimalComma(key: String, value: String)
  case outside(Bounds, key: String, value: String, low: String, high: String)
  case tooMany(key: String, count: Int, limit: Int)
  case emptyList(String)
  case ragged(String)
  case schema(String)
  case badIdentifier(key: String, value: String)
  case repeatedIdentifier(String, firstLine: Int)
  case repeatedEntry(key: String, value: String)

  // Languages.
  case missingLanguage(key: String, language: String)
  case oneTextForSeveralLanguages(key: String, languages: [String])
  case noLanguage

  // Lessons.
  case incompleteTraining(missing: String)
  case needsTraining(String)
  case needsTable(String)
  case noSource
  case twoSources
  case severalLayersInOneItem
  case inputIsTarget(String)
  case validationWithoutTest
  case twoValidations
  case monitorNotRecorded(String, known: [String])
  case predictWidth(expected: Int, found: Int)
  case weightCount(key: String, expected: Int, found: Int)
  case weightShape(key: String, expected: [Int], found: [Int])
  case initialTwice
  case missingArray(String)
  case referenceShape(key: String, expected: [Int], found: [Int])
  case choicesMissing
  /// A key that means nothing for exercises of that kind.
  case notForKind(key: String, kind: String)
  case answerNotAChoice(String)
  case tableRowWidth(expected: Int, found: Int)
  case noBlanks

  // Files.
  case notebookMissing
  case absolutePath(String)
  case pathLeavesFolder(String)
  /// A prose file is a link to somewhere else.
  case proseLeavesFolder
  case fileMissing(String)
  case notAFile(String)
  case proseMissing(lesson: String, other: String)
  case badImageName(String)

  // Data against the model.
  case imagesMissing(String)
  case substituteRefused
  case notAClass(column: String, value: String, highest: Int)
  case tooManyClasses(found: Int)
  case nothingLeft(DataPart, rows: Int)
  case shape(ShapeProblem)

  /// A mistake in another file that is read with the same readers.
  case other(Message)
}

/// The parts into which rows are divided.
public enum DataPart: String, Sendable {
  case training, test, validation
}

/// What a value should have been.
public enum Expectation: String, CaseIterable, Sendable {
  case map, list, text, number, integer, boolean, texts, numbers, layer, optimizer, size
  case figure
}

/// Which ends of an interval are allowed.
public enum Bounds: String, CaseIterable, Sendable {
  /// Both.
  case closed
  /// Neither.
  case open
  /// The lower one only.
  case halfOpen
  /// Any number above the lower one.
  case above
  /// The second of two numbers must be the greater one.
  case ascending
}

/// What a name that is not known was expected to name.
public enum NameKind: String, CaseIterable, Sendable {
  case key, layer, activation, padding, optimizer, loss, metric, region, language, validation, kind
  case tolerance, column, value, figure, figureParameter
}

/// Why a model does not fit its data, its loss or itself.
public enum ShapeProblem: Hashable, Sendable {
  /// A vector where the layer needs an image.
  case needsImage(layer: String, shape: [Int])
  /// An image where the layer needs a vector: Flatten is missing.
  case needsVector(layer: String, shape: [Int])
  case windowTooLarge(layer: String, window: [Int], image: [Int])
  case tooLarge(layer: String, limit: Int)
  case tooManyParameters(limit: Int)
  case nothingToTrain
  case normalizationNotFirst
  case outputIsImage(shape: [Int])
  /// The last layer must have as many units as there are targets.
  case outputWidth(expected: Int, found: Int)
  case classUnits(expected: Int, found: Int)
  case softmaxOfOne
  case lossNeedsSoftmax(loss: String, activation: String)
  case lossNeedsSigmoid(activation: String)
  case lossNeedsOneUnit(found: Int)
  case lossNeedsUnits(loss: String)
  case lossOfNumbers(loss: String)
  case metricNeedsClasses(metric: String, loss: String)
  case metricNeedsNumbers(metric: String, loss: String)
}

/// A mistake in `notebook.yaml` or in the files of its folder, with its place.
public struct NotebookError: UserError, Hashable {
  public let location: Place
  public let problem: NotebookProblem

  public init(_ problem: NotebookProblem, at location: Place) {
    self.location = location
    self.problem = problem
  }

  public var place: Place? { location }
  public var message: Message { problem.message }

  public var exitCode: ExitCode {
    switch problem {
    case .notebookMissing, .fileMissing, .proseMissing, .imagesMissing, .substituteRefused:
      .missingInput
    default: .invalidInput
    }
  }
}
