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

  @Test func tiesGoToTheEarlierCandidate() {
    #expect(nearest(to: "bat", among: ["cat", "hat"]) == "cat")
  }
}
