import Diagnostics
import Neural

/// Everything that training a lesson found out: what figures, prose and results.json are made of.
///
/// A pure value: the same lesson, data, seed and program version give the same one on any machine.
public struct LessonResult: Codable, Equatable, Sendable {
  public var lesson: String
  public var seed: UInt64
  public var data: DataSummary
  public var layers: [LayerSummary]
  public var parameterCount: Int
  /// Updates of the parameters in one epoch.
  public var stepsPerEpoch: Int
  public var batchSize: Int
  public var history: History
  /// Final weights in Keras's get_weights() order.
  public var weights: [LayerWeights]
  /// For models of at most 64 parameters: all parameters, flattened in get_weights() order, before
  /// training (index 0) and after each epoch.
  public var trajectory: [[Float]]?
  public var predictions: [Prediction]
  /// On the test part where there is one, else on the training data; final weights.
  public var evaluation: Evaluation
  /// On the training part, final weights.
  public var trainingEvaluation: Evaluation
  public var untrained: [Prediction]
  public var reference: Reference?
  /// Tables only.
  public var regression: RegressionStudy?
  /// Images only.
  public var classification: ClassificationStudy?
  /// Tables only, where training is cheap (`SeedStudy.costLimit`) or the lesson asks for it.
  public var seedStudy: SeedStudy?
  /// What the lesson's figures ask for besides.
  public var rateStudies: [RateStudy] = []
  public var variantStudies: [VariantStudy] = []

  /// The study of seeds 1 to `count`; nil where the lesson has not asked for it.
  public func seeds(_ variant: ModelVariant, count: Int) -> SeedStudy? {
    if variant == .asWritten, let seedStudy, seedStudy.seeds.count == count { return seedStudy }
    return variantStudies.first { $0.variant == variant && $0.seeds.seeds.count == count }?.seeds
  }
}

public struct DataSummary: Codable, Equatable, Sendable {
  public enum Kind: String, Codable, Sendable {
    case table
    case images
    /// The garments drawn by us, in place of a real set that was not found.
    case drawnImages = "drawn-images"
  }

  public var kind: Kind
  /// Samples for training, those that `validation_split` takes included; the test ones not counted.
  public var rows: Int
  /// Samples held out of training.
  public var testRows: Int
  /// SHA-256 of the data files' bytes as stored, in hexadecimal, one per file.
  public var hashes: [String: String]
  /// What was assumed in reading a table (separator, decimal mark, encoding, renamed columns).
  public var assumptions: [Message]

  public init(
    kind: Kind, rows: Int, testRows: Int, hashes: [String: String], assumptions: [Message] = []
  ) {
    self.kind = kind
    self.rows = rows
    self.testRows = testRows
    self.hashes = hashes
    self.assumptions = assumptions
  }
}

/// The weights of one layer that has some.
public struct LayerWeights: Codable, Equatable, Sendable {
  public struct Array: Codable, Equatable, Sendable {
    /// `kernel`, `bias`, `gamma`, `beta`, `moving_mean`, `moving_variance`, `mean`, `variance`.
    public var name: String
    public var shape: [Int]
    public var values: [Float]

    public init(name: String, shape: [Int], values: [Float]) {
      self.name = name
      self.shape = shape
      self.values = values
    }
  }

  /// Keras's name, numbered from 0 within the lesson: `dense`, `dense_1`.
  public var layer: String
  public var arrays: [Array]

  public init(layer: String, arrays: [Array]) {
    self.layer = layer
    self.arrays = arrays
  }
}

public struct Prediction: Codable, Equatable, Sendable {
  public var input: [Double]
  public var output: [Float]
  /// Some input lies outside the range of the training data.
  public var extrapolates: Bool

  public init(input: [Double], output: [Float], extrapolates: Bool) {
    self.input = input
    self.output = output
    self.extrapolates = extrapolates
  }

  /// An input as names write it: `100`, `36.5`, several joined by commas.
  package static func name(of input: [Double]) -> String {
    input.map { value in
      value == value.rounded() && value.magnitude < 1e15
        ? String(Int(value)) : value.description
    }.joined(separator: ",")
  }
}

/// The rows of a table and what classical statistics say of them.
public struct RegressionStudy: Codable, Equatable, Sendable {
  public var inputNames: [String]
  public var targetName: String
  public var columns: [String: ColumnDescription]
  /// One row each, in the file's order.
  public var inputs: [[Double]]
  public var targets: [Double]
  public var isTest: [Bool]
  /// What the trained network says for each row.
  public var fitted: [Float]
  /// Of the training rows; nil where it has no unique solution.
  public var leastSquares: LinearFit?
  /// The mean squared error on the evaluation rows of always saying the training mean.
  public var baselineMeanSquaredError: Double
  /// Of the file, one a row.
  public var lines: [Int] = []
}

/// `target = sum(coefficients * inputs) + intercept`, by least squares.
public struct LinearFit: Codable, Equatable, Sendable {
  public var coefficients: [Double]
  public var intercept: Double
  public var meanSquaredError: Double

  public init(coefficients: [Double], intercept: Double, meanSquaredError: Double) {
    self.coefficients = coefficients
    self.intercept = intercept
    self.meanSquaredError = meanSquaredError
  }

  public func callAsFunction(_ inputs: [Double]) -> Double {
    zip(coefficients, inputs).reduce(intercept) { $0 + $1.0 * $1.1 }
  }
}

/// A trained classifier on its test images.
public struct ClassificationStudy: Codable, Equatable, Sendable {
  public var classes: [LocalizedText]
  /// Image height and width in pixels.
  public var height: Int
  public var width: Int
  public var trainClassCounts: [Int]
  public var testLabels: [UInt8]
  public var testPredicted: [UInt8]
  /// The probability given to the predicted class.
  public var testConfidence: [Float]
  /// Two training images of each class, class by class, for the sample grid.
  public var samples: [LabelledImage]
  /// A few test images, with the ten probabilities: the first ones and the most confident mistakes.
  public var examples: [LabelledImage]
}

public struct LabelledImage: Codable, Equatable, Sendable {
  /// Place in its set (training for `samples`, test for `examples`).
  public var index: Int
  public var label: Int
  /// Row by row, 0 white to 255 black, `height * width`.
  public var pixels: [UInt8]
  /// The network's, one per class; empty for a sample.
  public var probabilities: [Float]

  public init(index: Int, label: Int, pixels: [UInt8], probabilities: [Float] = []) {
    self.index = index
    self.label = label
    self.pixels = pixels
    self.probabilities = probabilities
  }
}
