import Drawing
import Neural
import Testing

@testable import Figures
@testable import Lessons

extension FigureWordsTests {
  @Test func ratesThatAreEquallyGoodAreAllNamed() throws {
    let said = try Self.alts("learning-rates", SampleLessons.neuron) {
      for index in $0.result.rateStudies.indices where index < 4 {
        $0.result.rateStudies[index].losses = [9, 0.01]
      }
    }
    #expect(said.en.contains("0.01 °F², Adam 0.001, Adam 0.01, Adam 0.1, Adam 1."))
    #expect(said.es.contains("0.01 °F², se obtiene con Adam 0.001, Adam 0.01, Adam 0.1, Adam 1."))
  }

  @Test func oneRateThatStays() throws {
    let said = try Self.alts("learning-rates", SampleLessons.neuron) {
      $0.lesson.figures = [
        FigureRequest(
          name: "learning-rates", parameters: FigureParameters(rates: [.init(.adam, [0.1])]))
      ]
      let kept = $0.result.rateStudies.filter { $0.optimizer == .adam && $0.rate == 0.1 }
      $0.result.rateStudies = kept.map {
        RateStudy(optimizer: .adam, rate: $0.rate, losses: [2, 1])
      }
    }
    #expect(
      said.en == "Line chart on logarithmic axes: loss by epoch with 1 learning rate (Adam). "
        + "Lowest final loss: 1 °F², Adam 0.1. It does not diverge.")
    #expect(
      said.es == "Gráfica de líneas en ejes logarítmicos: pérdida por época con 1 tasa de "
        + "aprendizaje (Adam). La menor pérdida final, 1 °F², se obtiene con Adam 0.1. No diverge.")
  }

  @Test func seedsThatAgreeDifferOrAllDiverge() throws {
    let same = SampleLessons.neuron.result.predictions.map(\.output)
    let agree = try Self.alts("seed-spread", SampleLessons.neuron) {
      $0.result.seedStudy?.predictions = Array(repeating: same, count: 20)
    }
    #expect(agree.en.hasSuffix("Any seed gives nearly the same."))
    #expect(agree.es.hasSuffix("Con cualquier semilla se llega casi a lo mismo."))
    let differ = try Self.alts("seed-spread", SampleLessons.neuron)
    #expect(differ.en.hasSuffix("so numbers differ from one run to the next."))
    #expect(differ.es.hasSuffix("los números cambian de un entrenamiento a otro."))
    let far = try Self.alts("seed-spread", SampleLessons.neuron) {
      $0.result.seedStudy?.predictions = Array(repeating: same, count: 20)
      $0.result.seedStudy?.predictions[4] = same.map { _ in [3e38] }
      $0.result.seedStudy?.losses[4] = .infinity
      $0.result.seedStudy?.divergences[4] = Divergence(epoch: 2, step: 1)
    }
    #expect(
      far.en.hasSuffix(
        "The seeds that did not diverge give nearly the same. Runs that diverged: 1."))
    #expect(
      far.es.hasSuffix(
        "Las semillas que no divergieron llegan casi a lo mismo. Entrenamientos que divergieron: 1."
      ))
    let gone = try Self.alts("seed-spread", SampleLessons.neuron) {
      $0.result.seedStudy?.divergences = Array(repeating: Divergence(epoch: 2, step: 1), count: 20)
    }
    #expect(gone.en.contains("°F. Runs that diverged: 20."))
    #expect(gone.es.contains("°F. Entrenamientos que divergieron: 20."))
  }

  @Test(arguments: [
    (
      0, 0,
      "With ReLU, none of 20 seeds ends worse than “One neuron” (median: 1 °F²) and none better.",
      "Con ReLU, ninguna de 20 semillas termina peor que «Una neurona» (mediana: 1 °F²) y ninguna, "
        + "mejor."
    ),
    (
      1, 2, "With ReLU, 1 of 20 seeds ends worse than “One neuron” (median: 1 °F²) and 2 better.",
      "Con ReLU, 1 de 20 semillas termina peor que «Una neurona» (mediana: 1 °F²) y 2, mejor."
    ),
    (
      11, 0,
      "With ReLU, 11 of 20 seeds end worse than “One neuron” (median: 1 °F²) and none better. "
        + "Here more complex is not better.",
      "Con ReLU, 11 de 20 semillas terminan peor que «Una neurona» (mediana: 1 °F²) y ninguna, "
        + "mejor. Aquí, más compleja no es mejor."
    ),
  ])
  func reluSeedsAreCounted(_ worse: Int, _ better: Int, _ english: String, _ spanish: String)
    throws
  {
    var single = SampleLessons.neuron.result
    single.seedStudy?.losses = Array(repeating: 1, count: 20)
    var sample = SampleLessons.hidden
    let relu = sample.result.variantStudies.firstIndex { $0.variant == .relu }!
    sample.result.variantStudies[relu].seeds.isConstant = Array(repeating: false, count: 20)
    sample.result.variantStudies[relu].seeds.losses =
      Array(repeating: 1, count: 20 - worse - better) + Array(repeating: 0.5, count: better)
      + Array(repeating: 9, count: worse)
    for (language, sentence) in [(Language.en, english), (.es, spanish)] {
      let context = try SampleLessons.context(sample, language, others: ["celsius": single])
      let figure = FigureCatalogue.figure(named: "relu-seeds", context)
      #expect(figure.alt.hasSuffix(sentence), "\(figure.alt)")
    }
  }

  @Test func aDivergedReluIsWorse() throws {
    let said = try Self.alts("relu-seeds", SampleLessons.hidden) {
      let relu = $0.result.variantStudies.firstIndex { $0.variant == .relu }!
      $0.result.variantStudies[relu].seeds.losses = Array(repeating: .infinity, count: 20)
      $0.result.variantStudies[relu].seeds.divergences = Array(
        repeating: Divergence(epoch: 1, step: 1), count: 20)
    }
    #expect(said.en.contains("20 of 20 seeds end worse"))
    #expect(said.en.contains("Runs that diverged: 20."))
    #expect(said.es.hasPrefix("Curvas y puntos de 20 entrenamientos"))
  }

  @Test(arguments: [
    (
      1.0, 0.01, "With a normalized input every seed arrives at nearly the same.",
      "Con la entrada normalizada, todas las semillas llegan casi a lo mismo."
    ),
    (
      8.0, 2, "With a normalized input the seeds are closer together.",
      "Con la entrada normalizada, las semillas quedan más cerca entre sí."
    ),
    (
      1.0, 1, "Here normalizing the input does not bring the seeds closer together.",
      "Aquí, normalizar la entrada no acerca a las semillas entre sí."
    ),
    (
      1.0, 3, "Here normalizing the input moves the seeds further apart.",
      "Aquí, normalizar la entrada separa más a las semillas."
    ),
  ])
  func normalisingIsSaidAsItWent(
    _ raw: Double, _ normalized: Double, _ english: String, _ spanish: String
  ) throws {
    let said = try Self.alts("raw-and-normalized", SampleLessons.stress) {
      for index in $0.result.variantStudies.indices {
        let width =
          $0.result.variantStudies[index].variant == .normalized ? normalized : raw
        $0.result.variantStudies[index].seeds.predictions = (0..<20).map { seed in
          (0..<2).map { _ in [Float(5 + width * Double(seed) / 19)] }
        }
      }
    }
    #expect(said.en.hasSuffix(english) && said.es.hasSuffix(spanish), "\(said)")
  }
}
