import Diagnostics
import Testing

@testable import cuaderno

@Suite struct SpeechTests {
  private enum Mistake: UserError {
    case here

    var place: Place? { Place("notebook.yaml", line: 3, column: 5) }
    var message: Message { Message("command.unknownLesson", ["id": "x", "lessons": "a, b"]) }
    var exitCode: ExitCode { .usage }
  }

  private let spanish = Speech(language: .es, catalogues: "\(Shell.sources)/templates")
  private let english = Speech(language: .en, catalogues: "\(Shell.sources)/templates")

  @Test func anErrorIsPlaceAndSentence() {
    let failure = Failure(Mistake.here, spanish)
    #expect(
      failure.text
        == "notebook.yaml:3:5: El cuaderno no tiene ninguna lección «x». Tiene: a, b.")
    #expect(failure.code == .usage)
  }

  @Test func manyErrorsAreListedUpToTwenty() {
    let failure = Failure(UserErrors(Array(repeating: Mistake.here, count: 23)), english)
    let lines = failure.text.split(separator: "\n")
    #expect(lines.count == 21)
    #expect(lines[20] == "... and 3 more errors. Mend those above first.")
    #expect(Failure(UserErrors([Mistake.here]), english).text.split(separator: "\n").count == 1)
  }

  @Test func whatIsNoUserErrorIsOurs() {
    struct Odd: Error {}
    let failure = Failure(Odd(), english)
    #expect(failure.code == .internalError)
    #expect(
      failure.text
        == "cuaderno: Our mistake, not yours: Odd(). Tell us which command you typed.")
  }

  @Test func withoutCataloguesAMessageIsItsKeyAndArguments() {
    let speech = Speech(language: .en, catalogues: nil)
    #expect(speech("a.b", ["y": "2", "x": "1"]) == "a.b (x: 1, y: 2)")
    #expect(speech("a.b") == "a.b")
  }

  @Test func linksArePercentEncoded() {
    #expect(
      FileLink.url(of: "/no/such/año 1/índice.html")
        == "file:///no/such/a%C3%B1o%201/%C3%ADndice.html")
  }
}
