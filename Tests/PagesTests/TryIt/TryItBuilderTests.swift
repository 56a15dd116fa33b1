import Lessons
import Neural
import TestSupport
import Testing

@testable import Figures
@testable import Pages
@testable import Phrases

@Suite struct TryItBuilderTests {
  private func value(_ lesson: Lesson, _ result: LessonResult?, language: Language = .es) throws
    -> TryItValue?
  {
    let context = FigureContext(
      notebook: Fixture.notebook([lesson]), lesson: lesson, result: result, language: language,
      phrases: try PhraseCatalogue.load(templates: templatesFolder, language: language))
    return TryItBuilder(context)?.value(anchor: "es-try-x")
  }

  @Test func aNetworkIsItsWeights() throws {
    let value = try #require(
      try value(Fixture.celsius, Fixture.celsiusResult(weight: 1.75, bias: 32)))
    #expect(value.scale == "[[0],[1]]")
    #expect(value.layers == "[[[[1.75]],[32]]]")
    #expect(value.activations == "linear")
    #expect(value.locale == "es-MX")
    #expect(value.answer == "La red predice {} °F")
    let input = try #require(value.inputs.first)
    #expect(input.label == "Temperatura (°C)")
    #expect([input.least, input.most, input.start] == ["-40", "38", "100"])
    #expect([input.sliderLeast, input.sliderMost, input.sliderStep] == ["-59.5", "100", "0.5"])
    #expect(
      input.outside
        == "{} °C queda fuera de los datos (Temperatura: de −40 a 38 °C). Es una extrapolación: la red solo prolonga lo que aprendió."
    )
    #expect(
      value.beyond
        == "El resultado queda fuera de los valores posibles (Temperatura: de −459 a 1,832 °F). La red no conoce ese límite."
    )
  }

  @Test func examplesAreRoundInputsAcrossTheData() throws {
    let value = try #require(
      try value(Fixture.celsius, Fixture.celsiusResult(weight: 1.75, bias: 32), language: .en))
    let rows = value.examples.matches(of: /<td[^>]*>([^<]*)<td[^>]*>([^<\n]*)/)
      .map { "\($0.output.1) \($0.output.2)" }
    #expect(
      rows == ["−40 −38", "−30 −20.5", "−20 −3", "−10 14.5", "0 32", "10 49.5", "20 67", "30 84.5"])
  }

  @Test func whatIsNoSmallNetworkHasNothingToTry() throws {
    #expect(try value(Fixture.intro, nil) == nil)
    #expect(try value(Fixture.celsius, nil) == nil)
    var diverged = Fixture.celsiusResult()
    diverged.history.divergence = Divergence(epoch: 1, step: 1)
    #expect(try value(Fixture.celsius, diverged) == nil)
    let soft = Fixture.lesson("celsius", model: [Dense(units: 1, activation: .softmax)])
    #expect(try value(soft, Fixture.celsiusResult()) == nil)
  }
}
