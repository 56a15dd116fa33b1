import Diagnostics
import Neural

/// A lesson that trains, with its data in memory.
public struct PreparedLesson: Sendable {
  public var lesson: Lesson
  /// The lesson's own `training`, known to be there.
  public var training: Training
  /// What decides the result.
  public var key: ResultKey
  public var data: PreparedData
  /// Arrays of `initial_weights` in get_weights() order.
  public var initialWeights: [[Float]]?
  /// Seconds that reading the data took; never part of a report.
  public var loadSeconds: Double

  public init(
    lesson: Lesson, training: Training, key: ResultKey, data: PreparedData,
    initialWeights: [[Float]]? = nil,
    loadSeconds: Double = 0
  ) {
    self.lesson = lesson
    self.training = training
    self.key = key
    self.data = data
    self.initialWeights = initialWeights
    self.loadSeconds = loadSeconds
  }
}

/// Training and test samples, and what figures need of their source.
public struct PreparedData: Sendable {
  public enum Source: Sendable {
    case table(PreparedTable)
    case images(PreparedImages)
  }

  public var source: Source
  public var summary: DataSummary
  public var training: LabelledSamples
  /// Held out of training; nil where there is none.
  public var test: LabelledSamples?
  /// The `validation_split` that leaves whole groups; nil for the lesson's own.
  public var split: Double?
  /// What was assumed in reading the data.
  public var assumptions: [Message] { summary.assumptions }

  public init(
    source: Source, summary: DataSummary, training: LabelledSamples, test: LabelledSamples? = nil,
    split: Double? = nil
  ) {
    self.source = source
    self.summary = summary
    self.training = training
    self.test = test
    self.split = split
  }
}

/// The rows of a table, in the file's order.
public struct PreparedTable: Sendable {
  public var inputs: [[Double]]
  public var targets: [Double]
  public var isTest: [Bool]
  /// The file, as errors name it.
  public var path: String
  /// The physical line of each row.
  public var lines: [Int]
  /// The decimal sign that the columns' cells leave no doubt about, the target's last.
  public var marks: [Character?]
  /// The file of the rows behind the first `ownRowCount`, where the test part has one of its own.
  public var testPath: String?
  /// A number for the text of all cells of each row, used or not: rows that differ in it are not the
  /// same. Empty where that is not known.
  public var rowHashes: [UInt64] = []
  public var ownRowCount: Int
  /// The first row that a column calls a total.
  public var totalLabel: TotalLabel?

  public init(
    inputs: [[Double]], targets: [Double], isTest: [Bool], path: String = "", lines: [Int] = [],
    marks: [Character?] = [], testPath: String? = nil, ownRowCount: Int? = nil
  ) {
    self.inputs = inputs
    self.targets = targets
    self.isTest = isTest
    self.path = path
    self.lines = lines
    self.marks = marks
    self.testPath = testPath
    self.ownRowCount = ownRowCount ?? inputs.count
  }
}

/// Images as bytes, for the sample grid and the examples; labels count from 0.
public struct PreparedImages: Sendable {
  public var height: Int
  public var width: Int
  public var classes: [LocalizedText]
  public var trainPixels: [UInt8]
  public var trainLabels: [UInt8]
  public var testPixels: [UInt8]
  public var testLabels: [UInt8]

  public init(
    height: Int, width: Int, classes: [LocalizedText], trainPixels: [UInt8], trainLabels: [UInt8],
    testPixels: [UInt8], testLabels: [UInt8]
  ) {
    self.height = height
    self.width = width
    self.classes = classes
    self.trainPixels = trainPixels
    self.trainLabels = trainLabels
    self.testPixels = testPixels
    self.testLabels = testLabels
  }
}
