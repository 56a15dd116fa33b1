import Diagnostics
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("Densa", "Dense"), ("dense", "Dense"), ("Conv2d", "Conv2D"), ("MaxPool2D", "MaxPooling2D"),
  ])
  func findsTheLikelyWord(typed: String, meant: String) {
    #expect(nearest(to: typed, among: ["Flatten", "Dense", "Conv2D", "MaxPooling2D"]) == meant)
  }

  @Test func suggestsNothingForAnotherWord() {
    #expect(nearest(to: "zzz", among: ["Dense", "Flatten"]) == nil)
    #expect(nearest(to: "x", among: ["y", "z"]) == nil)
    #expect(nearest(to: "Dense", among: []) == nil)
  }

  /// The work grows with the product of two lengths, and the words come from files.
  @Test func aHostileWordIsNearToNone() {
    let long = String(repeating: "e", count: 121)
    #expect(nearest(to: long, among: [long + "e", "Dense"]) == nil)
    #expect(nearest(to: "Densa", among: [long, "Dense"]) == "Dense")
    #expect(nearest(to: String(long.dropLast()), among: [String(long.dropLast(2))]) != nil)
  }

  @Test func tiesGoToTheEarlierCandidate() {
    #expect(nearest(to: "bat", among: ["cat", "hat"]) == "cat")
  }
}
