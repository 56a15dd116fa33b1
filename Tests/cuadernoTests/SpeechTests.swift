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

  /// The program alone in a folder has no catalogue to say so from.
  @Test func theMissingTemplatesAreToldWithoutACatalogue() {
    let message = CommandError.noTemplates.message
    #expect(Speech(language: .es, catalogues: nil)(message) == spanish(message))
    #expect(Speech(language: .en, catalogues: nil)(message) == english(message))
    #expect(english(message).hasPrefix("I cannot find the folder"))
  }

  @Test func anErrorIsPlaceAndSentence() {
    let failure = Failure(Mistake.here, spanish)
    #expect(
      failure.text
        == "notebook.yaml:3:5: El cuaderno no tiene ninguna lección «x». Tiene: a, b.")
    #expect(failure.code == .usage)
  }

  @Test func noInputSteersTheTerminal() {
    struct Hostile: UserError {
      var place: Place? { Place("a\u{1B}[2J\n/notebook.yaml", line: 1) }
      var message: Message { Message("command.sameIdentifier", ["id": "x\u{9B}31m\r\u{202E}y\nz"]) }
      var exitCode: ExitCode { .usage }
    }
    #expect(
      Failure(Hostile(), english).text
        == "a\u{FFFD}[2J\u{FFFD}/notebook.yaml:1: Two of the notebooks have the same id "
        + "“x\u{FFFD}31m\u{FFFD}\u{FFFD}y\u{FFFD}z” and would be written to the same folder. "
        + "Change one.")
    #expect(
      Failure(Hostile(), Speech(language: .en, catalogues: nil)).text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && $0.value != 0x9B
      })
  }

  @Test func aLongArgumentIsCut() {
    let names = String(repeating: "n", count: 5_000)
    let text = english(Message("command.unknownLesson", ["id": "x", "lessons": names]))
    #expect(text == "The notebook has no lesson “x”. It has: \(names.prefix(1_000))….")
    let whole = String(names.prefix(1_000))
    #expect(
      english(Message("command.unknownLesson", ["id": "x", "lessons": whole]))
        == "The notebook has no lesson “x”. It has: \(whole).")
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
