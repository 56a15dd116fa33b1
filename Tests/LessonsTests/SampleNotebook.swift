import Lessons

/// A small valid notebook; tests replace parts of it.
enum SampleNotebook {
  static let table = "celsius,fahrenheit\n-40,-40\n-10,14\n0,32\n8,46\n15,59\n22,72\n38,100\n"

  static let yaml = """
    schema: 1
    id: sample
    languages: [es, en]
    title: {es: Muestra, en: Sample}
    seed: 7
    lessons:
      - id: line
        title: {es: Recta, en: Line}
        data:
          table: data.csv
          input: celsius
          target: fahrenheit
          test: 0.2
          columns:
            celsius: {unit: °C, range: [-273.15, 1000], decimals: 1, aliases: [c]}
        reference: {kernel: [[1.8]], bias: [32], label: {es: Ley, en: Law}}
        untrained: {weights: [[[1.8]], [4.5]], predict: [15]}
        model:
          - Dense: {units: 1}
        compile: {optimizer: {Adam: {learning_rate: 0.1}}, loss: mean_squared_error, metrics: [mae]}
        fit: {epochs: 10, batch_size: 4, validation: test}
        predict: [100, 0]
        figures: [network, loss]
        exercises:
          - {id: cero, ask: {es: "¿0 °C?", en: "0 °C?"}, kind: number, answer: "{{predict.0}}"}
      - id: pictures
        title: {es: Imágenes, en: Images}
        data: {images: fashion-mnist, train: 100, test: 50}
        model:
          - Conv2D: {filters: 4, kernel_size: 3, activation: relu}
          - MaxPooling2D: {pool_size: 2}
          - Flatten
          - Dense: {units: 10, activation: softmax}
        compile: {optimizer: adam, loss: categorical_crossentropy, metrics: [accuracy]}
        fit: {epochs: 1, validation: test}

    """

  /// The sample with one piece of text replaced, which must be there.
  static func replacing(_ old: String, _ new: String) -> String {
    let parts = yaml.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    precondition(parts.count == 2, "the sample has no \(old)")
    return parts.joined(separator: new)
  }
}

extension SampleNotebook {
  /// The lesson with a table alone.
  static let lineOnly = String(yaml.split(separator: "  - id: pictures")[0])

  /// That lesson, ready to train, each pair of texts replaced; `add` writes files beside it.
  static func prepared(
    _ replacements: [(old: String, new: String)] = [], table: String = table,
    with add: (NotebookFolderFixture) -> Void = { _ in }
  ) throws -> PreparedLesson {
    var yaml = lineOnly
    for (old, new) in replacements {
      let parts = yaml.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      precondition(parts.count == 2, "the sample has no \(old)")
      yaml = parts.joined(separator: new)
    }
    let folder = NotebookFolderFixture(notebook: yaml, table: table)
    add(folder)
    return try Notebook.load(folder: folder.path).prepare().lessons[0]
  }
}
