import Diagnostics
import Lessons
import TestSupport
import Testing

@testable import Prose

@Suite struct ProseTemplateTests {
  private func place(_ line: Int, _ column: Int) -> Place {
    Place("prosa.md", line: line, column: column)
  }

  /// The mistakes of a text, first those of its syntax, else those of its names.
  private func errors(_ text: String, in lesson: Lesson = Fixture.celsius) -> [ProseError] {
    do throws(UserErrors) {
      let template = try ProseTemplate.parse(text, path: "prosa.md")
      return template.check(lesson, in: Fixture.notebook()).compactMap { $0 as? ProseError }
    } catch {
      return error.errors.compactMap { $0 as? ProseError }
    }
  }

  @Test func everyKindOfTagPasses() {
    let text = """
      # {{lesson.title}} {{seed}} {{ fixed2( loss.last ) }} {{! un comentario }}
      {{#facts.converged}}sí{{^facts.extrapolates.100}}no{{/facts.extrapolates.100}}{{/facts.converged}}
      > {{#of.celsius-hidden.facts.hidden_faster}}
      > {{of.celsius-hidden.loss.below.1}}
      > {{/of.celsius-hidden.facts.hidden_faster}}
      {{table weights}}
      {{summary}}
      {{keras define}}
      {{predict.-40}} {{predict.36.5}} {{weight.0.0.0}} {{weight.dense.0.0}} {{weight.at.2.0.0.0}}
      {{column.celsius.min}} {{walk.36.5.sum}} {{untrained.step.loss}} {{loss.below.0.5}}
      """
    #expect(errors(text) == [])
  }

  @Test(arguments: [
    ("uno\r\ndos \u{1B}[31m", 2, 5, "U+001B"), ("\u{FEFF}a\u{0}", 1, 2, "U+0000"),
    ("a\rb\n\u{85}", 3, 1, "U+0085"),
  ])
  func aCharacterThatNoPageHoldsIsRefused(text: String, line: Int, column: Int, code: String) {
    let error = #expect(throws: UserErrors.self) {
      try ProseTemplate.parse(Array(text.utf8), path: "prosa.md")
    }
    let expected = ProseError.strayCharacter(place(line, column), code: code)
    #expect(error?.errors.compactMap { $0 as? ProseError } == [expected])
  }

  @Test func columnsCountCharacters() {
    #expect(
      errors("uno\r\nñandú 🧑🏽‍🔬 {{nada.de.esto}}")
        == [.unknownValue(place(2, 9), name: "nada.de.esto", suggestion: nil)])
  }

  @Test(arguments: [
    ("a {{x", [ProseError.unclosedTag(Place("prosa.md", line: 1, column: 3))]),
    ("{{}}", [.emptyTag(Place("prosa.md", line: 1, column: 1))]),
    (
      "{{{x}}} {{&x}}\n{{> x}} {{=<% %>=}}",
      [
        .unsupportedTag(Place("prosa.md", line: 1, column: 1), tag: "{{{x}}}"),
        .unsupportedTag(Place("prosa.md", line: 1, column: 9), tag: "{{&x}}"),
        .unsupportedTag(Place("prosa.md", line: 2, column: 1), tag: "{{> x}}"),
        .unsupportedTag(Place("prosa.md", line: 2, column: 9), tag: "{{=<% %>=}}"),
      ]
    ),
    (
      "{{fixde2(loss.last)}} {{fixed9x(loss.last)}}",
      [
        .unknownFormat(
          Place("prosa.md", line: 1, column: 1), name: "fixde2", suggestion: "fixed2"),
        .unknownFormat(
          Place("prosa.md", line: 1, column: 23), name: "fixed9x", suggestion: "fixed0"),
      ]
    ),
    (
      "a\n{{#facts.converged}}",
      [.unclosedSection(Place("prosa.md", line: 2, column: 1), name: "facts.converged")]
    ),
    (
      "{{/facts.converged}}",
      [.unexpectedEnd(Place("prosa.md", line: 1, column: 1), name: "facts.converged")]
    ),
    (
      "{{#facts.converged}}\na {{/facts.diverged}}",
      [
        .mismatchedEnd(
          Place("prosa.md", line: 2, column: 3), name: "facts.diverged", open: "facts.converged",
          openLine: 1)
      ]
    ),
    (
      "Mira {{figure loss}}",
      [.notAlone(Place("prosa.md", line: 1, column: 6), tag: "{{figure loss}}")]
    ),
    (
      "- {{table weights}}",
      [.notAlone(Place("prosa.md", line: 1, column: 3), tag: "{{table weights}}")]
    ),
  ])
  func mistakesOfSyntaxHaveTheirPlace(text: String, expected: [ProseError]) {
    #expect(errors(text) == expected)
  }

  @Test(arguments: [
    ("{{los.last}}", "loss.last"), ("{{predict.10}}", "predict.100"),
    ("{{of.celcius.loss.last}}", "of.celsius.loss.last"), ("{{lss.at.3}}", "loss.at.3"),
    ("{{of.celsius-hidden.los.first}}", "of.celsius-hidden.loss.first"),
    ("{{column.celcius.min}}", "column.celsius.min"),
  ])
  func unknownValuesAreRefusedWithTheNearest(text: String, suggestion: String) {
    let name = String(text.dropFirst(2).dropLast(2))
    #expect(
      errors(text) == [.unknownValue(place(1, 1), name: name, suggestion: suggestion)])
  }

  @Test(arguments: [
    ("facts.convergd", "facts.converged"), ("facts.extrapolates.10", "facts.extrapolates.100"),
    ("loss.last", "facts.loss_falls"), ("of.celsius.convergd", "of.celsius.facts.converged"),
    ("converged", "facts.converged"),
  ])
  func unknownFactsAreRefusedWithTheNearest(name: String, suggestion: String?) {
    #expect(
      errors("{{#\(name)}}a{{/\(name)}}")
        == [.unknownFact(place(1, 1), name: name, suggestion: suggestion)])
  }

  @Test func whatALessonCannotHaveIsUnknownInIt() {
    #expect(
      errors("{{accuracy.last}} {{untrained.loss}}", in: Fixture.hidden).map { $0.place?.column }
        == [1, 19])
    #expect(errors("{{loss.last}}", in: Fixture.intro).count == 1)
    #expect(errors("{{#facts.hidden_faster}}a{{/facts.hidden_faster}}").count == 1)
    #expect(
      errors("{{#facts.hidden_faster}}a{{/facts.hidden_faster}}", in: Fixture.hidden).isEmpty)
    #expect(errors("{{val_loss.best}}{{class.2.name}}", in: Fixture.fashion).isEmpty)
  }

  @Test func unknownTablesAndCodePartsAreRefused() {
    #expect(
      errors("{{table wheights}}\n{{keras defin}}\n{{table classes}}")
        == [
          .unknownTable(place(1, 1), name: "wheights", suggestion: "weights"),
          .unknownCode(place(2, 1), name: "defin", suggestion: "define"),
          .unknownTable(place(3, 1), name: "classes", suggestion: nil),
        ])
    #expect(errors("{{summary}}", in: Fixture.intro).count == 1)
  }

  @Test func figuresAreCheckedAsTheLessonFilesOwn() throws {
    let template = try ProseTemplate.parse("a\n  {{figure lss}}\n{{figure loss}}", path: "prosa.md")
    let found = template.check(Fixture.celsius, in: Fixture.notebook())
    #expect(found.map(\.place) == [place(2, 3)])
    #expect(found.first?.message.arguments["suggestion"] == "loss")
    #expect(template.figures == ["lss", "loss"])
  }

  @Test func sectionsNestSixteenDeepAndNoDeeper() {
    let open = (0..<17).map { "{{#facts.settled.\($0 + 1)}}" }.joined()
    let close = (0..<17).reversed().map { "{{/facts.settled.\($0 + 1)}}" }.joined()
    #expect(errors(open + close).map(\.message.key) == ["prose.tooDeep"])
    let many = 3_000
    let deep =
      String(repeating: "{{#facts.diverged}}", count: many)
      + String(repeating: "{{/facts.diverged}}", count: many)
    #expect(errors(deep).map(\.message.key) == ["prose.tooDeep"])
  }

  @Test func bytesThatAreNotUTF8AreRefusedAndAByteOrderMarkIsNot() throws {
    #expect(throws: UserErrors.self) { try ProseTemplate.parse([0xE9, 0x20], path: "p") }
    let template = try ProseTemplate.parse([0xEF, 0xBB, 0xBF] + Array("# a".utf8), path: "p")
    guard case .text(let text)? = template.nodes.first else { return }
    #expect(text == "# a")
  }
}
