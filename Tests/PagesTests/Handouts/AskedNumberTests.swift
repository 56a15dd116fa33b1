import Testing

@testable import Lessons
@testable import Pages

@Suite struct AskedNumberTests {
  private func blanks(_ number: AskedNumber, _ lesson: String) -> [String] {
    BundledHandout.notebook.blanks(asking: number, of: lesson)
  }

  @Test func `numbers are found in tables, other lessons and formats`() {
    #expect(blanks(.prediction(input: [90]), "stress") == ["noventa-lpm"])
    #expect(
      blanks(.prediction(input: [100]), "celsius") == ["corrida.cien", "comparacion.cien-una"])
    #expect(blanks(.weight, "celsius") == ["corrida.peso"])
    #expect(blanks(.bias, "celsius") == ["corrida.sesgo"])
    #expect(blanks(.loss, "celsius") == ["corrida.perdida", "comparacion.perdida-una"])
    #expect(blanks(.prediction(input: [-3]), "celsius") == [])
    #expect(blanks(.weight, "closing") == [])
  }

  @Test func `what only holds the number is another answer`() {
    func found(_ answer: String) -> [String] {
      var notebook = BundledHandout.notebook
      let place = notebook.lessons.firstIndex { $0.id == "celsius" }!
      notebook.lessons[place].exercises = [
        Exercise(
          id: "a", ask: LocalizedText([.es: "¿?", .en: "?"]), kind: .number,
          answer: LocalizedText([.es: answer, .en: answer]))
      ]
      return notebook.blanks(asking: .prediction(input: [0]), of: "celsius").filter { $0 == "a" }
    }
    #expect(found("{{fixed2(predict.0)}}") == ["a"])
    for other in ["{{percent1(predict.0)}}", "unos {{predict.0}}", "32", "{{predict.100}}"] {
      #expect(found(other) == [], "\(other)")
    }
  }
}
