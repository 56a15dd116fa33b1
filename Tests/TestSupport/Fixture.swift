// Made of what only a debug build opens to tests; a release build of the whole package leaves it out.
#if DEBUG
  import Neural
  import Phrases
  import Prose

  @testable import Lessons

  /// A notebook in memory with one lesson of each kind, and results as training would give them.
  package enum Fixture {
    package static let inputs: [Double] = [-40, -10, 0, 8, 15, 22, 38]
    package static let rounded: [Double] = [-40, 14, 32, 46, 59, 72, 100]

    package static func columns(label: String = "Temperatura") -> [String: ColumnDescription] {
      [
        "celsius": ColumnDescription(
          label: LocalizedText([.es: label, .en: "Temperature"]), unit: LocalizedText([.es: "°C"])),
        "fahrenheit": ColumnDescription(
          label: LocalizedText([.es: "Temperatura", .en: "Temperature"]),
          unit: LocalizedText([.es: "°F"]),
          range: -459...1832),
      ]
    }

    package static let law = Reference(
      kernel: [[1.8]], bias: [32],
      label: LocalizedText([.es: "Fórmula exacta", .en: "Exact formula"]))

    package static func lesson(
      _ id: String, model: [any Layer], predict: [[Double]] = [[100], [0], [-40], [36.5]],
      reference: Reference? = law, untrained: UntrainedExample? = nil, fit: Fit = Fit(epochs: 4),
      compile: Compile = Compile(optimizer: Adam(learningRate: 0.1), loss: .meanSquaredError),
      test: Double? = nil, title: String = "Lección"
    ) -> Lesson {
      Lesson(
        id: id, title: LocalizedText([.es: title, .en: "Lesson"]),
        training: Training(
          data: .table(
            TableSource(
              path: "data/celsius.csv", inputs: ["celsius"], target: "fahrenheit", test: test,
              columns: columns())),
          model: model.map { LayerDeclaration(layer: $0) }, compile: compile, fit: fit,
          predict: predict, reference: reference, untrained: untrained))
    }

    package static let celsius = lesson(
      "celsius", model: [Dense(units: 1)],
      untrained: UntrainedExample(weights: [[1.8], [4.5]], predict: [[15]]))
    package static let hidden = lesson("celsius-hidden", model: [Dense(units: 2), Dense(units: 1)])
    package static let normalized = lesson(
      "normal", model: [Normalization(), Dense(units: 1)], reference: nil, test: 0.2)
    package static let intro = Lesson(
      id: "intro", title: LocalizedText([.es: "Inicio", .en: "Start"]))
    package static let fashion = Lesson(
      id: "fashion", title: LocalizedText([.es: "Ropa", .en: "Clothes"]),
      training: Training(
        data: .images(ImageSource(name: "fashion-mnist")),
        model: ([
          Conv2D(filters: 2, kernelSize: Size2D(3), activation: .relu),
          MaxPooling2D(poolSize: Size2D(2)), Flatten(), Dense(units: 3, activation: .softmax),
        ] as [any Layer]).map { LayerDeclaration(layer: $0) },
        compile: Compile(
          optimizer: Adam(), loss: .categoricalCrossentropy, metrics: [.accuracy]),
        fit: Fit(epochs: 3, validation: .test)))

    package static func notebook(
      _ lessons: [Lesson] = [intro, celsius, hidden, normalized, fashion]
    )
      -> Notebook
    {
      Notebook(
        folder: "/nowhere", id: "prueba", languages: [.es, .en],
        title: LocalizedText([.es: "Prueba", .en: "Test"]), lessons: lessons)
    }

    /// The single neuron at the end of the practical's own training.
    package static func celsiusResult(
      weight: Float = 1.7983825, bias: Float = 31.902498, targets: [Double] = rounded,
      losses: [Double] = [3000, 10, 0.5, 0.064]
    ) -> LessonResult {
      let lesson = celsius
      return table(
        lesson, targets: targets, weights: [[weight], [bias]], losses: losses,
        trajectory: [[0.5, 0], [0.6, 0.1], [1.8, 29.14], [1.8, 31], [weight, bias]],
        output: { weight * Float($0) + bias })
    }

    package static func hiddenResult(losses: [Double] = [2000, 0.9, 0.0631, 0.0630]) -> LessonResult
    {
      table(
        hidden, targets: rounded,
        weights: [[2, -1], [0.5, -0.5], [0.5, -0.797949], [31.3035515]],
        losses: losses, trajectory: nil, output: { 1.797949 * Float($0) + 31.952526 })
    }

    package static func normalizedResult() -> LessonResult {
      var result = table(
        normalized, targets: rounded, weights: [[5], [400], [0], [36], [41]],
        losses: [100, 2, 1, 0.99],
        trajectory: nil, output: { (Float($0) - 5) / 20 * 36 + 41 })
      result.regression?.isTest = [false, true, false, false, false, true, false]
      result.evaluation = Evaluation(loss: 4)
      return result
    }

    /// Of three seeds, one of which diverged, for the `predict` inputs of `celsius`.
    package static let seedStudy = SeedStudy(
      seeds: [1, 2, 3], losses: [0.0640, 0.0652, 0.0631],
      predictions: [
        [[211.7], [31], [-40], [97.5]], [[212.9], [33], [-40], [97.5]],
        [[211.8], [32], [-40], [97.6]],
      ], weights: [[1.798, 31.9], [1.8, 32], [1.79, 31.8]],
      divergences: [nil, Divergence(epoch: 3, step: 1), nil])

    private static func table(
      _ lesson: Lesson, targets: [Double], weights: [[Float]], losses: [Double],
      trajectory: [[Float]]?, output: (Double) -> Float
    ) -> LessonResult {
      let outline = LessonOutline(lesson, in: notebook([lesson]))
      var rest = weights[...]
      let layers = outline.layers.filter { !$0.weights.isEmpty }.map { layer in
        LayerWeights(
          layer: layer.name,
          arrays: layer.weights.map {
            LayerWeights.Array(name: $0.name, shape: $0.shape, values: rest.removeFirst())
          })
      }
      let best = LinearFit(
        coefficients: [1.797949], intercept: 31.952526, meanSquaredError: 0.063046)
      return LessonResult(
        lesson: lesson.id, seed: 7,
        data: DataSummary(kind: .table, rows: 7, testRows: 0, hashes: [:], assumptions: []),
        layers: summaries(outline), parameterCount: weights.reduce(0) { $0 + $1.count },
        stepsPerEpoch: 1, batchSize: 32,
        history: History(series: [History.Series(name: "loss", values: losses)]),
        weights: layers, trajectory: trajectory,
        predictions: (lesson.training?.predict ?? []).map {
          Prediction(input: $0, output: [output($0[0])], extrapolates: $0[0] > 38)
        },
        evaluation: Evaluation(loss: losses.last ?? 0),
        trainingEvaluation: Evaluation(loss: losses.last ?? 0), untrained: [],
        reference: lesson.training?.reference,
        regression: RegressionStudy(
          inputNames: ["celsius"], targetName: "fahrenheit", columns: columns(),
          inputs: inputs.map { [$0] }, targets: targets, isTest: targets.map { _ in false },
          fitted: inputs.map(output), leastSquares: best, baselineMeanSquaredError: 1900))
    }

    package static func fashionResult(
      predicted: [UInt8] = [0, 1, 2, 0], kind: DataSummary.Kind = .images,
      losses: [Double] = [0.5, 0.3, 0.2], validation: [Double] = [0.4, 0.31, 0.35],
      accuracies: [Double] = [0.8, 0.85, 0.86]
    ) -> LessonResult {
      let outline = LessonOutline(fashion, in: notebook([fashion]))
      return LessonResult(
        lesson: "fashion", seed: 7,
        data: DataSummary(kind: kind, rows: 60_000, testRows: 4, hashes: [:], assumptions: []),
        layers: summaries(outline), parameterCount: 1037, stepsPerEpoch: 1875, batchSize: 32,
        history: History(series: [
          History.Series(name: "loss", values: losses),
          History.Series(name: "accuracy", values: [0.82, 0.9, 0.95]),
          History.Series(name: "val_loss", values: validation),
          History.Series(name: "val_accuracy", values: accuracies),
        ]),
        weights: outline.layers.filter { !$0.weights.isEmpty }.map { layer in
          LayerWeights(
            layer: layer.name,
            arrays: layer.weights.map {
              LayerWeights.Array(
                name: $0.name, shape: $0.shape,
                values: [Float](repeating: 0.25, count: $0.shape.reduce(1, *)))
            })
        },
        trajectory: nil, predictions: [], evaluation: Evaluation(loss: 0.35, accuracy: 0.75),
        trainingEvaluation: Evaluation(loss: 0.2, accuracy: 0.95), untrained: [], reference: nil,
        regression: nil,
        classification: ClassificationStudy(
          classes: [
            LocalizedText([.es: "Playera/top", .en: "T-shirt/top"]),
            LocalizedText([.es: "Pantalón", .en: "Trouser"]),
            LocalizedText([.es: "Camisa", .en: "Shirt"]),
          ], height: 28, width: 28, trainClassCounts: [20_000, 20_000, 20_000],
          testLabels: [0, 1, 2, 2], testPredicted: predicted, testConfidence: [0.9, 0.8, 0.7, 0.6],
          samples: [LabelledImage(index: 0, label: 1, pixels: [])], examples: []))
    }

    private static func summaries(_ outline: LessonOutline) -> [LayerSummary] {
      outline.layers.map { layer in
        let sizes = layer.weights.map { $0.shape.reduce(1, *) }
        let trainable = zip(layer.weights, sizes).filter(\.0.isTrainable).reduce(0) { $0 + $1.1 }
        return LayerSummary(
          name: layer.name, className: type(of: layer.layer).className, outputShape: layer.output,
          parameterCount: sizes.reduce(0, +), trainableCount: trainable)
      }
    }

    /// Values over some results; those of all lessons where none are given.
    package static func values(
      _ results: [LessonResult]? = nil, language: Language = .es, region: Region = .mx,
      notebook: Notebook = notebook()
    ) throws -> LessonValues {
      let all = results ?? [celsiusResult(), hiddenResult(), normalizedResult(), fashionResult()]
      var notebook = notebook
      notebook.region = region
      return LessonValues(
        notebook: notebook,
        results: Dictionary(all.map { ($0.lesson, $0) }, uniquingKeysWith: { first, _ in first }),
        language: language,
        phrases: try PhraseCatalogue.load(templates: templatesFolder, language: language))
    }

    /// A prose text rendered for a lesson.
    package static func html(
      _ text: String, lesson: String = "celsius", values: LessonValues
    ) throws -> String {
      let template = try ProseTemplate.parse(text, path: "prosa.md")
      return ProseRenderer(values: values)
        .render(template, lesson: lesson, figure: { "<figure>\($0)</figure>\n" }).html
    }
  }
#endif
