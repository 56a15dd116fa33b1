import Drawing
import Neural
import Testing

@testable import Figures
@testable import Lessons

extension FigureWordsTests {
  /// One row of a table.
  private static func oneRow(_ sample: inout Sample) {
    sample.result.regression?.inputs = [[3]]
    sample.result.regression?.targets = [7]
    sample.result.regression?.isTest = [false]
    sample.result.regression?.fitted = [6.5]
    sample.result.regression?.leastSquares = nil
  }

  // MARK: Tables

  @Test func aScatterOfOneRow() throws {
    let said = try Self.alts("scatter", SampleLessons.neuron, change: Self.oneRow)
    #expect(said.en == "Scatter plot of 1 row. Temperature (°C): 3. Temperature (°F): 7.")
    #expect(said.es == "Gráfica de dispersión de 1 fila. Temperatura (°C): 3. Temperatura (°F): 7.")
  }

  @Test(arguments: [
    (
      -2.0, "By least squares, Temperature falls 2 °F per °C.",
      "Por mínimos cuadrados, Temperatura baja 2 °F por cada °C."
    ),
    (
      1e-15, "By least squares, Temperature does not change with Temperature.",
      "Por mínimos cuadrados, Temperatura no cambia con Temperatura."
    ),
    (
      1.5, "By least squares, Temperature rises 1.5 °F per °C.",
      "Por mínimos cuadrados, Temperatura sube 1.5 °F por cada °C."
    ),
  ])
  func theSlopeIsSaid(_ slope: Double, _ english: String, _ spanish: String) throws {
    let said = try Self.alts("scatter", SampleLessons.neuron) {
      $0.result.regression?.leastSquares?.coefficients = [slope]
    }
    #expect(said.en.hasSuffix(english) && said.es.hasSuffix(spanish), "\(said)")
  }

  @Test func aFitToOneRowWithNothingToCompareWith() throws {
    let said = try Self.alts("fit", SampleLessons.neuron) {
      Self.oneRow(&$0)
      $0.result.reference = nil
      $0.result.predictions = []
    }
    #expect(
      said.en == "Scatter plot of 1 data point with what the network learned. "
        + "Learned line: y = 1.798 x + 31.93.")
    #expect(
      said.es == "Gráfica de dispersión de 1 dato con lo que aprendió la red. "
        + "Recta aprendida: y = 1.798 x + 31.93.")
    var sample = SampleLessons.neuron
    Self.oneRow(&sample)
    sample.result.reference = nil
    sample.result.predictions = []
    let figure = FigureCatalogue.figure(
      named: "fit", try SampleLessons.context(sample, .es))
    #expect(
      figure.caption == "Los datos y lo que aprendió la red. En la zona sombreada no hay datos de "
        + "entrenamiento: lo que la red predice ahí es una extrapolación.")
    #expect(figure.longDescription.hasSuffix("queda fuera de los datos de entrenamiento (3 °C)."))
  }

  @Test func aCurveIsNoLine() throws {
    let said = try Self.alts("fit", SampleLessons.hidden) {
      $0.lesson.training?.model[0] = LayerDeclaration(layer: Dense(units: 3, activation: .relu))
    }
    #expect(said.en.contains("Learned curve: not a straight line"))
    #expect(said.es.contains("Curva aprendida: no es una recta"))
  }

  @Test(arguments: [
    (
      [90.0], [], "The input lies inside the training data (60 to 125 bpm).",
      "La entrada está dentro de los datos de entrenamiento (de 60 a 125 lpm)."
    ),
    (
      [90.0, 100], [], "All inputs lie inside the training data (60 to 125 bpm).",
      "Todas las entradas están dentro de los datos de entrenamiento (de 60 a 125 lpm)."
    ),
    (
      [90.0, 140], [140.0],
      "The hollow cross lies outside the training data (60 to 125 bpm): it is an extrapolation.",
      "La cruz hueca está fuera de los datos de entrenamiento (de 60 a 125 lpm): es una extrapolación."
    ),
    (
      [20.0, 140], [20.0, 140],
      "Hollow crosses lie outside the training data (60 to 125 bpm): they are extrapolations.",
      "Las cruces huecas están fuera de los datos de entrenamiento (de 60 a 125 lpm): son extrapolaciones."
    ),
  ])
  func predictionsInsideAndOutside(
    _ inputs: [Double], _ outside: [Double], _ english: String, _ spanish: String
  ) throws {
    let said = try Self.alts("prediction", SampleLessons.stress) {
      $0.result.predictions = inputs.map {
        Prediction(input: [$0], output: [5], extrapolates: outside.contains($0))
      }
    }
    #expect(said.en.hasSuffix(english) && said.es.hasSuffix(spanish), "\(said)")
  }

  @Test(
    arguments: [
      (
        [6.5], "Chart of 1 residual (data minus prediction): the only one is 0.5 °F.",
        "Gráfica de 1 residuo (dato menos predicción): el único es 0.5 °F."
      ),
      (
        [7, 7], "Chart of 2 residuals (data minus prediction): there is no difference in any row.",
        "Gráfica de 2 residuos (dato menos predicción): no hay diferencia en ninguna fila."
      ),
      (
        [6, 9],
        "Chart of 2 residuals (data minus prediction): their root mean square is 1.581 °F; the largest, "
          + "−2 °F (row 2); above zero: 1.",
        "Gráfica de 2 residuos (dato menos predicción): su raíz cuadrática media es 1.581 °F; el mayor, "
          + "−2 °F (fila 2); por encima de cero: 1."
      ),
    ] as [([Float], String, String)])
  func residualsOneAndNone(_ fitted: [Float], _ english: String, _ spanish: String) throws {
    let said = try Self.alts("residuals", SampleLessons.neuron) {
      Self.oneRow(&$0)
      $0.result.regression?.inputs = fitted.indices.map { [Double($0)] }
      $0.result.regression?.targets = fitted.map { _ in 7 }
      $0.result.regression?.isTest = fitted.map { _ in false }
      $0.result.regression?.fitted = fitted
    }
    #expect(said.en == english && said.es == spanish, "\(said)")
  }

  @Test func equalInputsLeaveAValleyOfLeastLosses() throws {
    let said = try Self.alts("loss-surface", SampleLessons.neuron) {
      Self.oneRow(&$0)
      $0.result.trajectory = Array($0.result.trajectory!.prefix(2))
    }
    #expect(
      said.en == "Lines of equal loss over weight and bias with the path of the training: in "
        + "1 epoch it goes from (0.5, 0) to (0.6, 0.1); the minimum is no point but a whole line.")
    #expect(
      said.es == "Curvas de igual pérdida sobre peso y sesgo con el camino del entrenamiento: en "
        + "1 época va de (0.5, 0) a (0.6, 0.1); el mínimo no es un punto, sino toda una recta.")
  }
}
