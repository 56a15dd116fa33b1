import Neural

/// One lesson: prose, and where it has one, a model with its data and training.
public struct Lesson: Sendable {
  public var id: String
  public var title: LocalizedText
  public var training: Training?
  /// As the lesson asked for, in its order; nil means the default for its kind of data.
  public var figures: [FigureRequest]?
  /// What its prose places and `figures` does not name.
  public var placedFigures: [FigureRequest] = []
  public var exercises: [Exercise]
  /// The line of the lesson in notebook.yaml, for errors found later than decoding.
  public var line: Int

  public init(
    id: String, title: LocalizedText, training: Training? = nil, figures: [FigureRequest]? = nil,
    exercises: [Exercise] = [], line: Int = 1
  ) {
    self.id = id
    self.title = title
    self.training = training
    self.figures = figures
    self.exercises = exercises
    self.line = line
  }
}

/// What `data`, `model`, `compile`, `fit` and `predict` of a lesson say; they come together.
public struct Training: Sendable {
  public var data: DataSource
  public var model: [LayerDeclaration]
  public var compile: Compile
  public var fit: Fit
  /// Inputs to predict for, one row each, in the data's own units.
  public var predict: [[Double]]
  /// The same as they stand in the file, words among them, one text a column; nil until read.
  var asked: [[String]]?
  /// The exact law behind the data, where there is one.
  public var reference: Reference?
  /// The worked example of a network before training.
  public var untrained: UntrainedExample?
  /// Path of an npz inside the notebook folder with arrays "0", "1", ... in get_weights() order.
  public var initialWeights: String?
  /// Places in notebook.yaml of what can turn out not to fit.
  var marks = TrainingMarks()

  public init(
    data: DataSource, model: [LayerDeclaration], compile: Compile, fit: Fit,
    predict: [[Double]] = [], reference: Reference? = nil, untrained: UntrainedExample? = nil,
    initialWeights: String? = nil
  ) {
    self.data = data
    self.model = model
    self.compile = compile
    self.fit = fit
    self.predict = predict
    self.reference = reference
    self.untrained = untrained
    self.initialWeights = initialWeights
  }
}

/// A layer of the lesson file: the engine's layer, the values it is to start from, and its place.
public struct LayerDeclaration: Sendable {
  public var layer: any Layer
  /// Nested lists of the lesson file, flattened row by row, in get_weights() order; nil: Keras's.
  public var initial: [[Float]]?
  public var line: Int

  public init(layer: any Layer, initial: [[Float]]? = nil, line: Int = 1) {
    self.layer = layer
    self.initial = initial
    self.line = line
  }
}

/// `compile:` of a lesson.
public struct Compile: Sendable {
  public var optimizer: any Optimizer
  public var loss: Loss
  public var metrics: [Metric]

  public init(optimizer: any Optimizer, loss: Loss, metrics: [Metric] = []) {
    self.optimizer = optimizer
    self.loss = loss
    self.metrics = metrics
  }
}

/// `fit:` of a lesson.
public struct Fit: Sendable {
  public enum Validation: Hashable, Sendable {
    case none
    /// The test part of the data.
    case test
    /// The last fraction of the training part, as Keras's `validation_split`.
    case split(Double)
  }

  public var epochs: Int
  public var batchSize: Int
  public var shuffle: Bool
  public var validation: Validation
  public var earlyStopping: EarlyStopping?

  public init(
    epochs: Int, batchSize: Int = 32, shuffle: Bool = true, validation: Validation = .none,
    earlyStopping: EarlyStopping? = nil
  ) {
    self.epochs = epochs
    self.batchSize = batchSize
    self.shuffle = shuffle
    self.validation = validation
    self.earlyStopping = earlyStopping
  }
}

/// The exact linear law of a lesson: kernel by input and output, bias by output.
public struct Reference: Hashable, Codable, Sendable {
  public var kernel: [[Double]]
  public var bias: [Double]
  public var label: LocalizedText

  public init(kernel: [[Double]], bias: [Double], label: LocalizedText) {
    self.kernel = kernel
    self.bias = bias
    self.label = label
  }
}

/// A network before training: its weights (flattened, in get_weights() order) and what goes in.
public struct UntrainedExample: Sendable {
  public var weights: [[Float]]
  public var predict: [[Double]]

  public init(weights: [[Float]], predict: [[Double]]) {
    self.weights = weights
    self.predict = predict
  }
}
