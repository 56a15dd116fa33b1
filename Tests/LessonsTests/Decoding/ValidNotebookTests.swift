import Lessons
import Neural
import Testing

@Suite struct ValidNotebookTests {
  private func load(_ yaml: String) throws -> Notebook {
    let folder = NotebookFolderFixture(notebook: yaml)
    return try Notebook.load(folder: folder.path)
  }

  /// The training of a table's lesson with these keys in place of the sample's.
  private func training(_ old: String, _ new: String) throws -> Training {
    try #require(try load(SampleNotebook.replacing(old, new)).lessons[0].training)
  }

  @Test func theBundledNotebookLoads() throws {
    let notebook = try Notebook.load(
      folder: Messages.root + "/templates/notebooks/practica-tensorflow")
    #expect(notebook.id == "practica-tensorflow")
    #expect(
      notebook.lessons.map(\.id) == [
        "intro", "celsius", "celsius-hidden", "stress", "stress-normalized", "fashion", "closing",
      ])
  }

  @Test func theSampleIsReadWhole() throws {
    let notebook = try load(SampleNotebook.yaml)
    #expect(notebook.languages == [.es, .en] && notebook.region == .mx && notebook.seed == 7)
    let lesson = notebook.lessons[0]
    let training = try #require(lesson.training)
    guard case .table(let source) = training.data else {
      Issue.record("no table")
      return
    }
    #expect(source.path == "data.csv" && source.inputs == ["celsius"] && source.test == 0.2)
    #expect(
      source.columns == [
        "celsius": ColumnDescription(
          unit: LocalizedText([.es: "°C", .en: "°C"]), range: -273.15...1000, decimals: 1,
          aliases: ["c"])
      ])
    #expect(
      training.reference
        == Reference(kernel: [[1.8]], bias: [32], label: LocalizedText([.es: "Ley", .en: "Law"])))
    #expect(training.untrained?.weights == [[1.8], [4.5]])
    #expect(training.compile.optimizer as? Adam == Adam(learningRate: 0.1))
    #expect(training.compile.metrics == [.meanAbsoluteError])
    #expect(training.fit.epochs == 10 && training.fit.batchSize == 4 && training.fit.shuffle)
    #expect(training.fit.validation == .test && training.predict == [[100], [0]])
    #expect(lesson.figures?.map(\.name) == ["network", "loss"])
    #expect(
      lesson.exercises[0].answer == LocalizedText([.es: "{{predict.0}}", .en: "{{predict.0}}"]))
    #expect(notebook.lessons[1].figures == nil)
  }

  @Test func textStaysTheTextItIs() throws {
    let yaml = """
      schema: 1
      id: no
      languages: [es]
      title: 3.10
      course: {term: 2026-01-01, group: yes, subject: "null"}
      lessons:
        - {id: on, title: 0x10}
      """
    let notebook = try load(yaml)
    #expect(notebook.id == "no" && notebook.title[.es] == "3.10")
    #expect(notebook.course.term?[.es] == "2026-01-01" && notebook.course.group?[.es] == "yes")
    #expect(notebook.course.subject?[.es] == "null")
    #expect(notebook.lessons[0].id == "on" && notebook.lessons[0].title[.es] == "0x10")
    #expect(notebook.seed == 7 && notebook.lessons[0].training == nil)
  }

  @Test func languagesAreThoseOfTheTitle() throws {
    let yaml = "schema: 1\nid: a\ntitle: {en: Only}\nlessons:\n  - {id: b, title: {en: One}}\n"
    #expect(try load(yaml).languages == [.en])
  }

  @Test func layersTakeKerasDefaults() throws {
    let model = """
      - Conv2D: {filters: 2, kernel_size: [3, 1], strides: 2, padding: same, activation: gelu}
            - BatchNormalization: {momentum: 0.9}
            - AveragePooling2D
            - MaxPooling2D: {pool_size: [2, 1], strides: 1}
            - Dropout: {rate: 0.25}
            - GlobalAveragePooling2D: {}
            - Dense: {units: 10, activation: softmax}
      """
    let yaml = SampleNotebook.replacing(
      """
      - Conv2D: {filters: 4, kernel_size: 3, activation: relu}
            - MaxPooling2D: {pool_size: 2}
            - Flatten
            - Dense: {units: 10, activation: softmax}
      """, model)
    let layers = try #require(try load(yaml).lessons[1].training).model.map(\.layer)
    #expect(
      layers[0] as? Conv2D
        == Conv2D(
          filters: 2, kernelSize: Size2D(3, 1), strides: Size2D(2), padding: .same,
          activation: .gelu))
    #expect(layers[1] as? BatchNormalization == BatchNormalization(momentum: 0.9))
    #expect(layers[2] as? AveragePooling2D == AveragePooling2D())
    #expect(
      layers[3] as? MaxPooling2D == MaxPooling2D(poolSize: Size2D(2, 1), strides: Size2D(1)))
    #expect(layers[4] as? Dropout == Dropout(rate: 0.25))
    #expect(layers.count == 7)
  }

  @Test func optimizersTakeNamesAndOptions() throws {
    let old = "{Adam: {learning_rate: 0.1}}"
    #expect(try training(old, "sgd").compile.optimizer as? SGD == SGD())
    #expect(
      try training(old, "{SGD: {momentum: 0.9, nesterov: true}}").compile.optimizer as? SGD
        == SGD(momentum: 0.9, nesterov: true))
    #expect(
      try training(old, "{rmsprop: {rho: 0.8}}").compile.optimizer as? RMSprop == RMSprop(rho: 0.8))
    #expect(
      try training(old, "{adam: {beta_1: 0.8, beta_2: 0.99, epsilon: 1e-5}}").compile.optimizer
        as? Adam == Adam(beta1: 0.8, beta2: 0.99, epsilon: 1e-5))
  }

  @Test(
    arguments: [
      (
        "[network, {learning-rates: {sgd: [0.0001], adam: [0.1, 1]}}]",
        [OptimizerRates(.sgd, [0.0001]), .init(.adam, [0.1, 1])], nil
      ),
      (
        "\n      - network\n      - learning-rates:\n          adam: [0.1]", [.init(.adam, [0.1])],
        nil
      ),
      ("[network, {learning-rates: {}}]", nil, nil), ("[network, learning-rates: ]", nil, nil),
      ("[network, seed-spread: {seeds: 50}]", nil, 50),
    ] as [(String, [OptimizerRates]?, Int?)])
  func figuresTakeParameters(_ yaml: String, rates: [OptimizerRates]?, seeds: Int?) throws {
    let lesson = try load(SampleNotebook.replacing("[network, loss]", yaml)).lessons[0]
    let figures = try #require(lesson.figures)
    #expect(
      figures.count == 2
        && figures[0]
          == FigureRequest(name: "network", line: figures[0].line, column: figures[0].column)
    )
    #expect(figures[1].parameters == FigureParameters(rates: rates, seeds: seeds))
    #expect(["learning-rates", "seed-spread"].contains(figures[1].name))
    #expect(figures[1].line >= 23)
  }

  @Test func fitTakesItsOptions() throws {
    let stopping = """
      validation_split: 0.25, shuffle: false, early_stopping: {monitor: val_mean_absolute_error, \
      patience: 3, min_delta: 0.01, restore_best_weights: true}}
      """
    let fit = try training("batch_size: 4, validation: test}", stopping).fit
    #expect(fit.validation == .split(0.25) && !fit.shuffle && fit.batchSize == 32)
    #expect(
      fit.earlyStopping
        == EarlyStopping(
          monitor: "val_mean_absolute_error", patience: 3, minDelta: 0.01, restoreBestWeights: true)
    )
  }

  private func exercise(_ replacement: String) throws -> Exercise {
    let yaml = SampleNotebook.replacing("kind: number, answer: \"{{predict.0}}\"", replacement)
    return try load(yaml).lessons[0].exercises[0]
  }

  @Test func exercisesTakeTolerancesAndChoices() throws {
    let number = try exercise("kind: number, tolerance: {relative: 0.02}, points: 0.5, lines: 3")
    #expect(number.kind == .number && number.tolerance == .relative(0.02))
    #expect(number.points == 0.5 && number.lines == 3 && number.answer == nil)
    let choice = try exercise("kind: choice, choices: [a, {es: b, en: c}], answer: {es: b, en: c}")
    #expect(
      choice.choices == [
        LocalizedText([.es: "a", .en: "a"]), LocalizedText([.es: "b", .en: "c"]),
      ])
    #expect(choice.blanks.map(\.kind) == [.choice])
    #expect(try exercise("kind: choice, choices: [x, y], answer: b").answer?[.en] == "b")
  }

  @Test func aTableHasABlankForEachCellToFillIn() throws {
    let table = try exercise(
      """
      kind: table, columns: [{es: Cantidad, en: Quantity}, A, B],
              rows: [[{es: Cero, en: Zero}, {answer: "{{predict.0}}", tolerance: seeds, unit: °F}, x],
                     ["{{rows}}", {id: why, kind: text, answer: {es: sí, en: yes}}, {}]]
      """)
    #expect(table.blanks.map(\.id) == ["cero.1", "cero.why", "cero.3"])
    #expect(table.blanks.map(\.kind) == [.number, .text, .number])
    #expect(table.blanks[0].tolerance == .seeds && table.blanks[0].unit?[.es] == "°F")
    #expect(
      table.blanks[0].ask
        == LocalizedText([.es: "¿0 °C? · Cero · x · A", .en: "0 °C? · Zero · x · A"]))
    #expect(table.blanks[2].answer == nil)
    #expect(table.texts.map { $0[.en] }.contains("{{rows}}"))
  }

  @Test func textsOfAnExerciseKnowTheirPlace() throws {
    let number = try exercise("kind: number, answer: \"{{predict.0}}\"")
    #expect(number.places["{{predict.0}}"] == TextPlace(line: 25, column: 77))
    #expect(number.places["¿0 °C?"] == TextPlace(line: 25, column: 31))
  }
}
