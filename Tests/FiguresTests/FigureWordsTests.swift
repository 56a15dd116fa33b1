import Drawing
import Neural
import Testing

@testable import Figures
@testable import Lessons

/// What figures say of data that went another way than the bundled lessons: rising, level, lost, one
/// of a kind, all alike.
@Suite struct FigureWordsTests {
  typealias Sample = (lesson: Lesson, result: LessonResult)

  /// The alternative texts in both languages.
  static func alts(_ name: String, _ sample: Sample, change: (inout Sample) -> Void = { _ in })
    throws -> (en: String, es: String)
  {
    var sample = sample
    change(&sample)
    let texts = try [Language.en, .es].map { language in
      FigureCatalogue.figure(
        named: name,
        try SampleLessons.context(
          sample, language, others: ["celsius": SampleLessons.neuron.result])
      ).alt
    }
    return (texts[0], texts[1])
  }

  // MARK: Loss

  @Test(arguments: [
    ([5.0], "There is a single epoch, with loss 5 °F².", "Hay una sola época, con pérdida 5 °F²."),
    (
      [5.0, 5, 5], "The loss does not change: it is 5 °F² in each of the 3 epochs.",
      "La pérdida no cambia: es 5 °F² en cada una de las 3 épocas."
    ),
    (
      [5.0, 2, 5],
      "The loss ends where it started, at 5 °F², after 3 epochs. Its minimum is 2 °F², in epoch 2.",
      "La pérdida termina donde empezó, en 5 °F², después de 3 épocas. "
        + "Su mínimo es 2 °F², en la época 2."
    ),
    (
      [10.0, 2, 20],
      "The loss rises from 10 °F² to 20 °F² in 3 epochs. Its minimum is 2 °F², in epoch 2.",
      "La pérdida sube de 10 °F² a 20 °F² en 3 épocas. Su mínimo es 2 °F², en la época 2."
    ),
    (
      [10.0, 5], "The loss falls from 10 °F² to 5 °F² in 2 epochs.",
      "La pérdida baja de 10 °F² a 5 °F² en 2 épocas."
    ),
    (
      [10.0, 2, 6, .nan, 3],
      "The loss falls from 10 °F² to 6 °F² in 3 epochs; from epoch 2 on, 99% of the drop has happened. "
        + "Its minimum is 2 °F², in epoch 2.",
      "La pérdida baja de 10 °F² a 6 °F² en 3 épocas; desde la época 2 ya ocurrió el 99% de la bajada. "
        + "Su mínimo es 2 °F², en la época 2."
    ),
    (
      // There in epoch 2, back at 7, there for good from 6 on.
      [10.0, 1, 5, 7, 4, 1, 1, 1.05, 1],
      "The loss falls from 10 °F² to 1 °F² in 9 epochs; from epoch 6 on, 99% of the drop has "
        + "happened. It first got there in epoch 2, but bounced back up to 7 °F².",
      "La pérdida baja de 10 °F² a 1 °F² en 9 épocas; desde la época 6 ya ocurrió el 99% de la "
        + "bajada. Llegó ahí por primera vez en la época 2, pero rebotó hasta 7 °F²."
    ),
    ([.nan], "The loss is not a finite number.", "La pérdida no es un número finito."),
    ([.infinity, 3], "The loss is not a finite number.", "La pérdida no es un número finito."),
  ])
  func aLossIsSaidAsItWent(_ losses: [Double], _ english: String, _ spanish: String) throws {
    let said = try Self.alts("loss", SampleLessons.neuron) {
      $0.result.history = History(series: [.init(name: "loss", values: losses)])
    }
    #expect(said.en == "Line chart by epoch. \(english)")
    #expect(said.es == "Gráfica de líneas por época. \(spanish)")
  }

  @Test(arguments: [
    (
      [4.0, 3, 2], "The validation loss ends at 2, its minimum.",
      "La de validación termina en 2, su mínimo."
    ),
    (
      [4.0, 2, 2], "The validation loss ends at 2, its minimum.",
      "La de validación termina en 2, su mínimo."
    ),
    (
      [4.0, 2, 3], "The validation loss ends at 3; its minimum is 2, in epoch 2.",
      "La de validación termina en 3; su mínimo es 2, en la época 2."
    ),
    (
      [.nan, 2, 3],
      "The validation loss is not a finite number in 1 epoch; its minimum is 2, in epoch 2.",
      "La de validación no es un número finito en 1 época; su mínimo es 2, en la época 2."
    ),
    (
      [1.0, .infinity, .nan],
      "The validation loss is not a finite number in 2 epochs; its minimum is 1, in epoch 1.",
      "La de validación no es un número finito en 2 épocas; su mínimo es 1, en la época 1."
    ),
    (
      [.nan, .nan, .nan], "The validation loss is never a finite number.",
      "La de validación nunca es un número finito."
    ),
  ])
  func theValidationLossIsSaidAsItWent(
    _ values: [Double], _ english: String, _ spanish: String
  ) throws {
    let said = try Self.alts("loss", SampleLessons.garments) {
      $0.result.data.kind = .images
      $0.result.history = History(series: [
        .init(name: "loss", values: [3, 2, 1]), .init(name: "val_loss", values: values),
      ])
    }
    #expect(
      said.en == "Line chart by epoch. The loss falls from 3 to 1 in 3 epochs. \(english)")
    #expect(
      said.es == "Gráfica de líneas por época. La pérdida baja de 3 a 1 en 3 épocas. \(spanish)")
  }

  @Test func oneEpochHasOneLossAndOneOfValidation() throws {
    let said = try Self.alts("loss", SampleLessons.garments) {
      $0.result.data.kind = .images
      $0.result.history = History(series: [
        .init(name: "loss", values: [3]), .init(name: "val_loss", values: [4]),
      ])
    }
    #expect(said.en.hasSuffix("There is a single epoch, with loss 3. The validation loss is 4."))
    #expect(said.es.hasSuffix("Hay una sola época, con pérdida 3. La de validación es 4."))
  }

  @Test(arguments: [
    (
      [5.0], "The first epoch ended with loss 5 °F². Training diverged in epoch 2, step 3.",
      "La primera época terminó con pérdida 5 °F². El entrenamiento divergió en la época 2, paso 3."
    ),
    (
      [], "Training diverged in epoch 2, step 3.",
      "El entrenamiento divergió en la época 2, paso 3."
    ),
  ])
  func aTrainingThatDivergedSaysSo(
    _ losses: [Double], _ english: String, _ spanish: String
  ) throws {
    let change: (inout Sample) -> Void = {
      $0.result.history = History(
        series: [.init(name: "loss", values: losses)], divergence: Divergence(epoch: 2, step: 3))
    }
    for name in ["loss", "steps"] {
      let said = try Self.alts(name, SampleLessons.neuron, change: change)
      #expect(said.en.hasSuffix(". \(english)") && said.es.hasSuffix(". \(spanish)"), "\(said)")
    }
  }

  @Test(arguments: [
    (
      [10.0, 5], "The loss falls from 10 °F² to 5 °F² in 2 epochs.",
      "La pérdida baja de 10 °F² a 5 °F² en 2 épocas."
    ),
    (
      [10.0, 20], "The loss rises from 10 °F² to 20 °F² in 2 epochs.",
      "La pérdida sube de 10 °F² a 20 °F² en 2 épocas."
    ),
    ([3.0], "There is a single epoch, with loss 3 °F².", "Hay una sola época, con pérdida 3 °F²."),
  ])
  func theStepsGoAsTheLossWent(_ losses: [Double], _ english: String, _ spanish: String) throws {
    let said = try Self.alts("steps", SampleLessons.neuron) {
      $0.result.history = History(series: [.init(name: "loss", values: losses)])
      $0.result.trajectory = Array($0.result.trajectory!.prefix(losses.count + 1))
    }
    #expect(
      said.en == "Small charts of what the network predicts beside 7 data points, after "
        + "0, 1 epochs. \(english)")
    #expect(
      said.es == "Gráficas pequeñas de la predicción de la red junto a 7 datos, tras "
        + "0, 1 épocas. \(spanish)")
  }

  @Test(arguments: [
    (0.1, "The loss falls from 753.2 °F² to 727.7 °F²", "La pérdida baja de 753.2 °F² a 727.7 °F²"),
    (200, "The loss rises from 753.2 °F² to ", "La pérdida sube de 753.2 °F² a "),
    (1e-9, "The loss stays at 753.2 °F²", "La pérdida se queda en 753.2 °F²"),
  ])
  func oneStepMayGoUpOrNowhere(_ rate: Float, _ english: String, _ spanish: String) throws {
    let said = try Self.alts("one-step", SampleLessons.neuron) {
      $0.lesson.training?.compile.optimizer = Adam(learningRate: rate)
    }
    #expect(said.en.contains(". \(english)") && said.es.contains(". \(spanish)"), "\(said)")
  }

  @Test(arguments: [
    (
      // The neuron starts at 2,389 °F²: 99 % of its drop ends at 24.
      [900, 100.0, 1, 1],
      "The first to stay below 24 °F²: “Hidden layers”, from epoch 3 on; the other from 414 on.",
      "La primera que se queda debajo de 24 °F²: «Capas ocultas», desde la época 3; la otra, desde "
        + "la 414."
    ),
    (
      [1.0, 9], "“Hidden layers”: did not fall, ends at 9 °F².",
      "«Capas ocultas»: no bajó, termina en 9 °F²."
    ),
    (
      [1.0], "“Hidden layers”: a single epoch, with loss 1 °F².",
      "«Capas ocultas»: una sola época, con pérdida 1 °F²."
    ),
    (
      [], "“Hidden layers”: diverged in the first epoch.",
      "«Capas ocultas»: divergió en la primera época."
    ),
    (
      Array(repeating: 100.0, count: 400) + [1],
      "Both stay below 24 °F² from about the same epoch on: 401 and 414.",
      "Las dos se quedan debajo de 24 °F² casi desde la misma época: 401 y 414."
    ),
  ])
  func twoLossesAreComparedAsTheyWent(
    _ losses: [Double], _ english: String, _ spanish: String
  ) throws {
    let said = try Self.alts("loss-comparison", SampleLessons.hidden) {
      $0.result.history = History(series: [.init(name: "loss", values: losses)])
    }
    #expect(said.en.contains(english) && said.es.contains(spanish), "\(said)")
    #expect(said.en.contains("“A single neuron”: 99% of its drop from epoch 415 on"))
  }
}
