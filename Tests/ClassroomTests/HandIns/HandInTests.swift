import Diagnostics
import Testing

@testable import Classroom

@Suite struct HandInTests {
  @Test(arguments: [
    ("datos*.csv", "datos.csv", true), ("datos*.csv", "DATOS (1).csv", true),
    ("datos*.csv", "mis datos.csv", false), ("*", "x", true), ("a?c", "abc", true),
    ("a?c", "ac", false), ("*.csv", "a.csv.txt", false), ("a*b*c", "aXbYbZc", true),
    ("práctica*", "Pra\u{301}ctica 5.csv", true), ("", "", true), ("", "a", false),
  ])
  func patterns(pattern: String, name: String, matches: Bool) {
    #expect(FilePattern(pattern).matches(name) == matches)
  }

  @Test func onlineTextBecomesLines() {
    let html =
      "<p dir=\"ltr\">prediccion: 4,46<br>peso&nbsp;= &lt;1&gt; &amp; m&aacute;s</p>"
      + "<script>x: 1</script><div>sesgo: &#53;&#x2e;1</div>&unknown; <b"
    let lines = OnlineText.lines(html).split(separator: "\n").map(String.init)
    #expect(lines == ["prediccion: 4,46", "peso = <1> & más", "sesgo: 5.1", "&unknown; "])
  }

  @Test func quantilesAreNumpys() {
    #expect(Fences.quantile([1, 2, 3, 4], 0.25) == 1.75)
    #expect(Fences.quantile([1, 2, 3, 4], 1) == 4)
    #expect(Fences([1, 2, 3]) == nil)
    let fences = Fences(Array(stride(from: 1.0, through: 11, by: 1)))
    #expect(fences?.median == 6)
    #expect(fences?.range == -4...16)
  }

  @Test func formulasAreHarmless() {
    #expect("=1+1".harmlessCell == "'=1+1")
    #expect("-x".harmlessCell == "'-x")
    #expect("Ana".harmlessCell == "Ana")
  }
}
