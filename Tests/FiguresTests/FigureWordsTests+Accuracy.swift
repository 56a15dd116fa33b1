import Drawing
import Neural
import Testing

@testable import Lessons

extension FigureWordsTests {
  @Test(arguments: [
    (
      [0.5], [0.25],
      "After the only epoch training accuracy is 50.0%. Validation accuracy is 25.0%.",
      "Después de la única época, la exactitud de entrenamiento es 50.0%. La de validación es 25.0%."
    ),
    (
      [0.5, 0.75], [], "Training accuracy goes from 50.0% to 75.0% in 2 epochs.",
      "La exactitud de entrenamiento pasa de 50.0% a 75.0% en 2 épocas."
    ),
    (
      [0.5, 0.75, 0.5], [0.25, 0.5, 0.5],
      "Training accuracy starts and ends at 50.0%, in 3 epochs. "
        + "Validation accuracy ends at 50.0%, its best value.",
      "La exactitud de entrenamiento empieza y termina en 50.0%, en 3 épocas. "
        + "La de validación termina en 50.0%, su mejor valor."
    ),
    (
      [0.5, 0.75, 0.875], [0.25, 0.5, 0.375],
      "Training accuracy goes from 50.0% to 87.5% in 3 epochs. "
        + "Validation accuracy ends at 37.5%; its best value is 50.0%, in epoch 2.",
      "La exactitud de entrenamiento pasa de 50.0% a 87.5% en 3 épocas. "
        + "La de validación termina en 37.5%; su mejor valor es 50.0%, en la época 2."
    ),
    ([], [], "There is no accuracy to show.", "No hay ninguna exactitud que mostrar."),
  ])
  func accuracyIsSaidAsItWent(
    _ training: [Double], _ validation: [Double], _ english: String, _ spanish: String
  ) throws {
    let said = try Self.alts("accuracy", SampleLessons.garments) {
      $0.result.data.kind = .images
      $0.result.history = History(series: [
        .init(name: "accuracy", values: training), .init(name: "val_accuracy", values: validation),
      ])
    }
    #expect(said.en == "Line chart by epoch. \(english)")
    #expect(said.es == "Gráfica de líneas por época. \(spanish)")
  }

  @Test func accuracyBeforeADivergence() throws {
    let said = try Self.alts("accuracy", SampleLessons.garments) {
      $0.result.data.kind = .images
      $0.result.history = History(
        series: [.init(name: "accuracy", values: [0.5])], divergence: Divergence(epoch: 2, step: 1))
    }
    #expect(
      said.en == "Line chart by epoch. After the first epoch training accuracy is 50.0%. "
        + "Training diverged in epoch 2, step 1.")
    #expect(
      said.es == "Gráfica de líneas por época. Después de la primera época, la exactitud de "
        + "entrenamiento es 50.0%. El entrenamiento divergió en la época 2, paso 1.")
  }
}
