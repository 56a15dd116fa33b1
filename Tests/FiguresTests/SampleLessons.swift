import TestSupport
import Glibc
import Neural

@testable import Figures
@testable import Lessons
@testable import Phrases

/// Lessons with results as training would give them, small enough to read.
enum SampleLessons {
  static let celsius = [-40.0, -10, 0, 8, 15, 22, 38]
  static let fahrenheit = [-40.0, 14, 32, 46, 59, 72, 100]

  static var notebook: Notebook {
    Notebook(
      folder: "/nowhere", id: "sample", languages: [.es, .en],
      title: LocalizedText([.es: "Muestra", .en: "Sample"]),
      lessons: [neuron.lesson, hidden.lesson])
  }

  static func context(
    _ sample: (lesson: Lesson, result: LessonResult), _ language: Language,
    others: [String: LessonResult] = [:]
  ) throws -> FigureContext {
    FigureContext(
      notebook: notebook, lesson: sample.lesson, result: sample.result, others: others,
      language: language,
      phrases: phrases[language]!)
  }

  private static let phrases: [Language: PhraseCatalogue] = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { language in
      // Catalogues that cannot be read fail everywhere.
      (language, try! PhraseCatalogue.load(templates: templatesFolder, language: language))
    })

  static let columns: [String: ColumnDescription] = [
    "celsius": ColumnDescription(
      label: LocalizedText([.es: "Temperatura", .en: "Temperature"]),
      unit: LocalizedText([.es: "°C", .en: "°C"])),
    "fahrenheit": ColumnDescription(
      label: LocalizedText([.es: "Temperatura", .en: "Temperature"]),
      unit: LocalizedText([.es: "°F", .en: "°F"])),
  ]

  static let law = Reference(
    kernel: [[1.8]], bias: [32],
    label: LocalizedText([.es: "Fórmula exacta", .en: "Exact formula"]))

  /// One neuron trained by Adam(0.1) from weight 0.5.
  static let neuron: (lesson: Lesson, result: LessonResult) = {
    var (weight, bias) = (Float(0.5), Float(0))
    var moments: [(Float, Float)] = [(0, 0), (0, 0)]
    var losses: [Double] = []
    var trajectory: [[Float]] = [[weight, bias]]
    for step in 1...1000 {
      var loss: Float = 0
      var gradient: [Float] = [0, 0]
      for (x, y) in zip(celsius, fahrenheit) {
        let error = weight * Float(x) + bias - Float(y)
        loss += error * error / 7
        gradient[0] += 2 * error * Float(x) / 7
        gradient[1] += 2 * error / 7
      }
      losses.append(Double(loss))
      var deltas: [Float] = []
      for index in 0..<2 {
        moments[index].0 = 0.9 * moments[index].0 + 0.1 * gradient[index]
        moments[index].1 = 0.999 * moments[index].1 + 0.001 * gradient[index] * gradient[index]
        let root = (1 - powf(0.999, Float(step))).squareRoot() / (1 - powf(0.9, Float(step)))
        deltas.append(0.1 * root * moments[index].0 / (moments[index].1.squareRoot() + 1e-7))
      }
      weight -= deltas[0]
      bias -= deltas[1]
      trajectory.append([weight, bias])
    }
    let training = Training(
      data: .table(
        TableSource(
          path: "data/celsius.csv", inputs: ["celsius"], target: "fahrenheit", columns: columns)),
      model: [LayerDeclaration(layer: Dense(units: 1))],
      compile: Compile(optimizer: Adam(learningRate: 0.1), loss: .meanSquaredError),
      fit: Fit(epochs: 1000), predict: [[100], [0], [37], [-40], [15]], reference: law,
      untrained: UntrainedExample(weights: [[1.8], [4.5]], predict: [[15]]))
    let lesson = Lesson(
      id: "celsius", title: LocalizedText([.es: "Una sola neurona", .en: "A single neuron"]),
      training: training)
    var result = tableResult(
      lesson, losses: losses,
      weights: [
        LayerWeights(
          layer: "dense",
          arrays: [
            .init(name: "kernel", shape: [1, 1], values: [weight]),
            .init(name: "bias", shape: [1], values: [bias]),
          ])
      ], inputs: celsius, targets: fahrenheit, name: "celsius", target: "fahrenheit",
      function: { weight * Float($0) + bias })
    result.trajectory = trajectory
    result.untrained = [Prediction(input: [15], output: [31.5], extrapolates: false)]
    return SampleStudies.added(to: (lesson, result))
  }()

  /// Three layers of 3, 3 and 1 that multiply out to nearly the least-squares line.
  static let hidden: (lesson: Lesson, result: LessonResult) = {
    let training = Training(
      data: .table(
        TableSource(
          path: "data/celsius.csv", inputs: ["celsius"], target: "fahrenheit", columns: columns)),
      model: [3, 3, 1].map { LayerDeclaration(layer: Dense(units: $0)) },
      compile: Compile(optimizer: Adam(learningRate: 0.1), loss: .meanSquaredError),
      fit: Fit(epochs: 1000), predict: [[100]], reference: law)
    let lesson = Lesson(
      id: "celsius-hidden", title: LocalizedText([.es: "Capas ocultas", .en: "Hidden layers"]),
      training: training)
    let weights = [
      LayerWeights(
        layer: "dense",
        arrays: [
          .init(name: "kernel", shape: [1, 3], values: [0.2154, -0.5071, 0.6612]),
          .init(name: "bias", shape: [3], values: [3.6113, -3.5934, 3.7004]),
        ]),
      LayerWeights(
        layer: "dense_1",
        arrays: [
          .init(
            name: "kernel", shape: [3, 3],
            values: [-0.1133, 0.7214, 1.0331, 0.5802, -1.1094, -0.3302, -0.9421, 0.8713, 0.4418]),
          .init(name: "bias", shape: [3], values: [-2.8417, 3.5528, 3.4711]),
        ]),
      LayerWeights(
        layer: "dense_2",
        arrays: [
          .init(name: "kernel", shape: [3, 1], values: [-0.5224, 0.8371, 0.5519]),
          .init(name: "bias", shape: [1], values: [3.3325]),
        ]),
    ]
    let losses = (0..<1000).map { (epoch: Int) -> Double in
      let t = Double(epoch)
      return 3100 * exp(-t / 14) + 90 * exp(-t / 60) + 0.0638
    }
    var result = tableResult(
      lesson, losses: losses, weights: weights, inputs: celsius, targets: fahrenheit,
      name: "celsius", target: "fahrenheit", function: { 1.7979 * Float($0) + 31.952 })
    result.predictions = [Prediction(input: [100], output: [211.7474], extrapolates: true)]
    return SampleStudies.added(to: (lesson, result))
  }()

  /// Invented heart rates behind a normalisation, with a test part.
  static let stress: (lesson: Lesson, result: LessonResult) = {
    let inputs = (0..<60).map { 60 + Double($0) * 65 / 59 }
    let targets = inputs.enumerated().map { (index: Int, x: Double) -> Double in
      let noise: Double = sin(Double(index) * 2.7) * 0.9
      let level: Double = 0.131 * x - 7.385 + noise
      return min(10, max(1, level.rounded()))
    }
    let columns = [
      "ppm": ColumnDescription(
        label: LocalizedText([.es: "Frecuencia cardiaca", .en: "Heart rate"]),
        unit: LocalizedText([.es: "lpm", .en: "bpm"])),
      "stress": ColumnDescription(
        label: LocalizedText([.es: "Nivel de estrés", .en: "Stress level"])),
    ]
    let training = Training(
      data: .table(
        TableSource(
          path: "data/biometric.csv", inputs: ["ppm"], target: "stress", test: 0.2,
          columns: columns)),
      model: [LayerDeclaration(layer: Normalization()), LayerDeclaration(layer: Dense(units: 1))],
      compile: Compile(optimizer: Adam(learningRate: 0.1), loss: .meanSquaredError),
      fit: Fit(epochs: 500), predict: [[90], [140]])
    let lesson = Lesson(
      id: "stress", title: LocalizedText([.es: "Estrés", .en: "Stress"]), training: training)
    let (mean, variance): (Float, Float) = (92.5, 363.4)
    let deviation = variance.squareRoot()
    let (weight, bias): (Float, Float) = (2.47, 4.75)
    var result = tableResult(
      lesson, losses: (0..<500).map { 24 * exp(-Double($0) / 40) + 0.51 },
      weights: [
        LayerWeights(
          layer: "normalization",
          arrays: [
            .init(name: "mean", shape: [1], values: [mean]),
            .init(name: "variance", shape: [1], values: [variance]),
            .init(name: "count", shape: [], values: [0]),
          ]),
        LayerWeights(
          layer: "dense",
          arrays: [
            .init(name: "kernel", shape: [1, 1], values: [weight]),
            .init(name: "bias", shape: [1], values: [bias]),
          ]),
      ], inputs: inputs, targets: targets, name: "ppm", target: "stress", columns: columns,
      function: { (Float($0) - mean) / deviation * weight + bias })
    result.reference = nil
    result.regression?.isTest = inputs.indices.map { $0 % 5 == 2 }
    return SampleStudies.added(to: (lesson, result))
  }()

  private static func tableResult(
    _ lesson: Lesson, losses: [Double], weights: [LayerWeights], inputs: [Double],
    targets: [Double], name: String, target: String,
    columns: [String: ColumnDescription] = SampleLessons.columns, function: (Double) -> Float
  ) -> LessonResult {
    let count = Double(inputs.count)
    let meanX = inputs.reduce(0, +) / count
    let meanY = targets.reduce(0, +) / count
    let xy = zip(inputs, targets).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let xx = inputs.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    let slope = xy / xx
    let study = RegressionStudy(
      inputNames: [name], targetName: target, columns: columns, inputs: inputs.map { [$0] },
      targets: targets, isTest: inputs.map { _ in false }, fitted: inputs.map(function),
      leastSquares: LinearFit(
        coefficients: [slope], intercept: meanY - slope * meanX, meanSquaredError: 0.06),
      baselineMeanSquaredError: 10)
    return LessonResult(
      lesson: lesson.id, seed: 7,
      data: DataSummary(kind: .table, rows: inputs.count, testRows: 0, hashes: [:]),
      layers: [], parameterCount: weights.flatMap { $0.arrays.flatMap(\.values) }.count,
      stepsPerEpoch: 1, batchSize: 32,
      history: History(series: [.init(name: "loss", values: losses)]), weights: weights,
      predictions: (lesson.training?.predict ?? []).map {
        Prediction(
          input: $0, output: [function($0[0])],
          extrapolates: $0[0] < inputs.min()! || $0[0] > inputs.max()!)
      }, evaluation: Evaluation(loss: losses.last!),
      trainingEvaluation: Evaluation(loss: losses.last!), untrained: [],
      reference: lesson.training?.reference, regression: study)
  }
}
