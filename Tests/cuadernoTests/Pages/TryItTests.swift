import Diagnostics
import Publishing
import TestSupport
import Testing

/// The networks in the page compute what the training found out.
@Suite(.enabled(if: Browser.isInstalled, Comment(rawValue: Browser.absence)), .serialized)
struct TryItTests {
  private let browser: Browser

  init() throws {
    browser = try Browser()
    try browser.open("file://\(SampleReport.path("index.html"))?lang=en")
  }

  private func enter(_ text: String, in lesson: String) throws -> (answer: String, notice: String) {
    let answer = try browser.run(
      """
      var part = document.getElementById("en-try-" + arguments[0]);
      var entry = part.querySelector("input[type=number]");
      entry.value = arguments[1];
      entry.dispatchEvent(new Event("input"));
      var notice = part.querySelector(".notice");
      return [part.querySelector("output").value, notice.hidden ? "" : notice.textContent];
      """, .string(lesson), .string(text))
    return (answer.elements[0].text ?? "", answer.elements[1].text ?? "")
  }

  @Test(arguments: ["celsius", "stress-normalized"])
  func itSaysWhatResultsJSONSays(lesson: String) throws {
    let results = try #require(JSONReader.value(Array(SampleReport.text("results.json").utf8)))
    let entry = try #require(
      results["lessons"]?.elements.first { $0["id"]?.text == lesson })
    let predictions = try #require(entry["predictions"]?.elements)
    #expect(!predictions.isEmpty)
    for prediction in predictions {
      let input = try #require(prediction["input"]?.elements.first?.number)
      let output = try #require(prediction["output"]?.elements.first?.number)
      let unit = lesson == "celsius" ? " °F" : ""
      #expect(
        try enter("\(input)", in: lesson).answer
          == "The network predicts \(NumberStyle.english.significant(output))\(unit)")
    }
  }

  @Test func itWarnsOfExtrapolationAndOfImpossibleResults() throws {
    #expect(try enter("20", in: "celsius").notice == "")
    #expect(
      try enter("38.5", in: "celsius").notice
        == "38.5 °C lies outside the data (Temperature: from −40 to 38 °C). This is an extrapolation: the network just extends what it learned."
    )
    #expect(
      try enter("220", in: "stress-normalized").notice.hasSuffix(
        "The result lies outside the possible values (Stress level (1–10): from 1 to 10). The network knows nothing of that limit."
      ))
    #expect(try enter("", in: "celsius").answer == "Type a number.")
  }

  @Test func theKeyboardAloneIsEnough() throws {
    try browser.run("document.getElementById('en-try-celsius-0').focus()")
    try browser.press(Keys.end + "0")
    let shown = "document.querySelector('#en-try-celsius output').value"
    #expect(try browser.run("return \(shown)").text?.hasPrefix("The network predicts 1,8") == true)
    // The slider follows the field; one key moves both.
    try browser.press(Keys.tab + Keys.home)
    #expect(try browser.run("return \(shown)").text?.hasPrefix("The network predicts −7") == true)
  }

  @Test func withoutScriptsExamplesAreShown() throws {
    try browser.allowScripts(false)
    try browser.reload()
    let shown = try browser.run(
      """
      var part = document.getElementById("es-try-celsius");
      return [part.querySelector(".trial"), part.querySelector(".examples")].map(function (part) {
        return part.getClientRects().length > 0;
      });
      """)
    #expect(shown == .array([.boolean(false), .boolean(true)]))
  }
}
