import Testing

@testable import Prose

/// Inline examples in the manner of CommonMark 0.31's.
@Suite struct InlineTests {
  private func inline(_ text: String) -> String {
    let html = Markdown().html(text).replacing(" translate=\"no\"", with: "")
    return html.hasPrefix("<p>") ? String(html.dropFirst(3).dropLast(5)) : html
  }

  @Test(arguments: [
    ("`a`", "<code>a</code>"), ("`` a ` b ``", "<code>a ` b</code>"),
    ("` `` `", "<code>``</code>"), ("`  a  `", "<code> a </code>"), ("` `", "<code> </code>"),
    ("`a\nb`", "<code>a b</code>"), ("`a\\`b`", "<code>a\\</code>b`"),
    ("*a`*`", "*a<code>*</code>"), ("```a``", "```a``"), ("`a", "`a"),
    ("`a``b``", "`a<code>b</code>"),
    ("`<b>`", "<code>&lt;b&gt;</code>"),
  ])
  func codeSpans(text: String, expected: String) {
    #expect(inline(text) == expected)
  }

  @Test(arguments: [
    ("*a b*", "<em>a b</em>"), ("a * b*", "a * b*"), ("a*\"b\"*", "a*&quot;b&quot;*"),
    ("*\u{A0}a\u{A0}*", "*\u{A0}a\u{A0}*"), ("a*b*", "a<em>b</em>"), ("5*6*78", "5<em>6</em>78"),
    ("_a b_", "<em>a b</em>"), ("_ a b_", "_ a b_"), ("a_b_", "a_b_"), ("_a_b", "_a_b"),
    ("_a_b_c_", "<em>a_b_c</em>"), ("_(a)_.", "<em>(a)</em>."), ("a-_(b)_", "a-<em>(b)</em>"),
    ("_a*", "_a*"), ("*a *", "*a *"), ("*(*a)", "*(*a)"), ("*(*a*)*", "<em>(<em>a</em>)</em>"),
    ("**a b**", "<strong>a b</strong>"), ("** a b**", "** a b**"),
    ("a**b**", "a<strong>b</strong>"), ("__a b__", "<strong>a b</strong>"), ("a__b__", "a__b__"),
    ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
    ("*a**b**c*", "<em>a<strong>b</strong>c</em>"), ("*a**b*", "<em>a**b</em>"),
    ("***a** b*", "<em><strong>a</strong> b</em>"), ("***a***", "<em><strong>a</strong></em>"),
    ("*a **b***", "<em>a <strong>b</strong></em>"), ("** is not", "** is not"),
    ("*a _b* c_", "<em>a _b</em> c_"), ("**a*", "*<em>a</em>"), ("*a**", "<em>a</em>*"),
    ("****a****", "<strong><strong>a</strong></strong>"),
    ("*****a*****", "<em><strong><strong>a</strong></strong></em>"),
    ("*a **b c* d**", "<em>a <em><em>b c</em> d</em></em>"),
    ("a***b***c", "a<em><strong>b</strong></em>c"),
    ("**\u{BF}Ojo?** s\u{ED}", "<strong>\u{BF}Ojo?</strong> s\u{ED}"),
    ("\\*a\\*", "*a*"), ("**a\nb**", "<strong>a\nb</strong>"),
  ])
  func emphasis(text: String, expected: String) {
    #expect(inline(text) == expected)
  }

  @Test(arguments: [
    ("[a](https://b.mx/c)", "<a href=\"https://b.mx/c\">a</a>"),
    ("[a](https://b.mx \"t\")", "<a href=\"https://b.mx\" title=\"t\">a</a>"),
    ("[a](<https://b.mx/c d> 't')", "<a href=\"https://b.mx/c d\" title=\"t\">a</a>"),
    ("[a](https://b.mx/c d)", "[a](https://b.mx/c d)"),
    ("[a](https://b.mx/(c))", "<a href=\"https://b.mx/(c)\">a</a>"),
    ("[a](#b)", "<a href=\"#b\">a</a>"), ("[a]", "[a]"), ("[a] (#b)", "[a] (#b)"),
    ("[*a* `b`](#c)", "<a href=\"#c\"><em>a</em> <code>b</code></a>"),
    ("*[a](#b)*", "<em><a href=\"#b\">a</a></em>"), ("*[a*](#b)", "*<a href=\"#b\">a*</a>"),
    ("[a [b](#c)](#d)", "[a <a href=\"#c\">b</a>](#d)"),
    ("[a](#b\"c)", "<a href=\"#b&quot;c\">a</a>"),
    ("<https://b.mx/?c=1&d>", "<a href=\"https://b.mx/?c=1&amp;d\">https://b.mx/?c=1&amp;d</a>"),
    ("<mailto:a@b.mx>", "<a href=\"mailto:a@b.mx\">mailto:a@b.mx</a>"),
    ("[a](HTTPS://b.mx)", "<a href=\"HTTPS://b.mx\">a</a>"),
    ("![alt *x*](fig.png)", "alt x"), ("!a", "!a"), ("[a]()", "[a]()"),
  ])
  func links(text: String, expected: String) {
    #expect(inline(text) == expected)
  }

  @Test(arguments: [
    ("[a](javascript:alert(1))", "[a](javascript:alert(1))"),
    ("[a](<java\tscript:x>)", "[a](&lt;java\tscript:x&gt;)"),
    ("[a](&#106;avascript:x)", "[a](javascript:x)"), ("[a](//b.mx)", "[a](//b.mx)"),
    ("[a](data:text/html,x)", "[a](data:text/html,x)"), ("[a](file:///etc)", "[a](file:///etc)"),
    ("<javascript:x>", "&lt;javascript:x&gt;"), ("<script>", "&lt;script&gt;"),
    ("<b onclick='x'>", "&lt;b onclick=&#39;x&#39;&gt;"), ("<!-- a -->", "&lt;!-- a --&gt;"),
    (
      "a & b &lt; &eacute; &#233; &#xE9; &#0;", "a &amp; b &lt; &amp;eacute; \u{E9} \u{E9} \u{FFFD}"
    ),
    ("&#x110000;", "\u{FFFD}"), ("&", "&amp;"), ("&;", "&amp;;"),
    ("\u{0}v0\u{0}", "\u{FFFD}v0\u{FFFD}"),
  ])
  func nothingObeysHTMLNorFollowsOtherSchemes(text: String, expected: String) {
    #expect(inline(text) == expected)
  }

  @Test func aPictureIsPlacedWhereItsSourceIsKnown() {
    var markdown = Markdown()
    markdown.image = { $0 == "a.png" ? "data:\"x" : nil }
    #expect(
      markdown.html("![un *gato* <3](a.png \"T\")")
        == "<p><img src=\"data:&quot;x\" alt=\"un gato &lt;3\" title=\"T\"></p>\n")
  }

  @Test func slotsAreWordsOrBlocksAndNeverAddresses() {
    let text = "**\u{0}v0\u{0}** [a](\u{0}v1\u{0}) [b](https://x/\u{0}v1\u{0})\n\u{0}b2\u{0}\nz"
    let html = Markdown().htmlKeepingSlots(text)
    #expect(
      SlotText.filled(html, value: { "V\($0)" }, block: { "<B\($0)>" })
        == "<p><strong>V0</strong> [a](V1) [b](https://x/V1)</p>\n<B2>\n<p>z</p>\n")
  }
}
