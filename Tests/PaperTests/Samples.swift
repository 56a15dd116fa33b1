import Drawing

@testable import Paper

/// Documents that several tests print.
enum Samples {
  static let spanish = """
    Una red neuronal aprende ajustando sus pesos poco a poco: en cada época mira todos los datos, calcula la pérdida y corrige los pesos en la dirección contraria al gradiente. Con una tasa de aprendizaje demasiado grande, la pérdida oscila o diverge; con una demasiado pequeña, el entrenamiento tarda innecesariamente. La temperatura en grados Fahrenheit es una función lineal de los grados Celsius, de modo que una sola neurona alcanza para representarla exactamente.
    """

  static func document(_ blocks: [PaperBlock], _ format: PageFormat = .letter) -> PaperDocument {
    PaperDocument(
      title: "Práctica de TensorFlow", language: "es-MX", format: format,
      footer: "Práctica de TensorFlow", pageWord: "Página", blocks: blocks)
  }

  static let everything: [PaperBlock] = [
    .heading(level: 1, [PaperRun("Práctica de TensorFlow")]),
    .paragraph([PaperRun(spanish)]),
    .heading(level: 2, [PaperRun("1. De grados Celsius a Fahrenheit")]),
    .paragraph([
      PaperRun("La "), PaperRun("pérdida", .bold), PaperRun(" es el "),
      PaperRun("error cuadrático medio", .italic), PaperRun(": "),
      PaperRun("loss=\"mean_squared_error\"", .code),
      PaperRun(", con α ≤ 0.1, Δx ≈ 1.5 × 10⁻⁷ y σ² → ∞; véase "),
      PaperRun("la documentación", link: "https://www.tensorflow.org/api_docs/python/tf/keras"),
      PaperRun(". " + spanish),
    ]),
    .list(
      PaperList(
        .bullet,
        items: [
          [.paragraph([PaperRun("Un punto corto.")])],
          [.paragraph([PaperRun("Otro más largo. " + spanish)])],
        ])),
    .list(
      PaperList(
        .number(from: 9),
        items: [
          [.paragraph([PaperRun("Nueve.")])], [.paragraph([PaperRun("Diez.")])],
        ])),
    .code(
      "import numpy as np\n\nmodel = tf.keras.Sequential([\n    tf.keras.layers.Dense(units=1, input_shape=[1])\n])\n"
    ),
    .quote([.paragraph([PaperRun(spanish)])]),
    .table(
      PaperTable(
        caption: [PaperRun("Tabla 1. "), PaperRun("Predicciones")],
        alignments: [.left, .right, .right],
        head: [[PaperRun("Entrada")], [PaperRun("Salida")], [PaperRun("Fórmula exacta")]],
        rows: [
          [[PaperRun("15 °C")], [PaperRun("31.5")], [PaperRun("59.0")]],
          [[PaperRun("100 °C")], [PaperRun("211.74")], [PaperRun("212.0")]],
        ])),
    .box([
      .paragraph([PaperRun("Pregunta 1 ", .bold), PaperRun("¿Cuánto vale el sesgo? "), .blank(90)])
    ]),
    .ruledLines(4),
    .columns([
      [.paragraph([PaperRun(spanish)])], [.paragraph([PaperRun(spanish)]), .ruledLines(3)],
    ]),
    .sketch(6),
    .list(
      PaperList(
        .task,
        items: [
          [.paragraph([PaperRun("Guardé el archivo")])], [.paragraph([PaperRun("Lo entregué")])],
        ])),
    .paragraph([PaperRun("Sin letra: שלום 你好 fin.")]),
  ]
}
