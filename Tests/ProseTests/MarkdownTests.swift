import Glibc
import Testing

@testable import Prose

/// Examples in the manner of CommonMark 0.31's, for the constructs of the subset. In them `h1` is
/// `#`, and `translate="no"` on code is left out.
@Suite struct MarkdownTests {
  private func html(_ text: String) -> String {
    Markdown(firstHeading: 1).html(text).replacing(" translate=\"no\"", with: "")
  }

  @Test(arguments: [
    ("# uno\n## dos\n###### seis", "<h1>uno</h1>\n<h2>dos</h2>\n<h6>seis</h6>\n"),
    ("####### siete", "<p>####### siete</p>\n"),
    ("#5 puntos\n\n#etiqueta", "<p>#5 puntos</p>\n<p>#etiqueta</p>\n"),
    ("\\## no", "<p>## no</p>\n"),
    ("# uno *dos* \\*tres\\*", "<h1>uno <em>dos</em> *tres*</h1>\n"),
    ("   ## dos   ##   ", "<h2>dos</h2>\n"),
    ("### tres ### b", "<h3>tres ### b</h3>\n"),
    ("# uno#", "<h1>uno#</h1>\n"),
    ("#", "<h1></h1>\n"),
    ("texto\n# uno\notro", "<p>texto</p>\n<h1>uno</h1>\n<p>otro</p>\n"),
    ("Uno *dos*\n=====", "<h1>Uno <em>dos</em></h1>\n"),
    ("Uno\nmás\n---", "<h2>Uno\nmás</h2>\n"),
  ])
  func headings(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    ("***\n---\n___", "<hr>\n<hr>\n<hr>\n"),
    ("+++", "<p>+++</p>\n"),
    ("--", "<p>--</p>\n"),
    (" - - -", "<hr>\n"),
    ("_ _ _ a", "<p>_ _ _ a</p>\n"),
    ("- uno\n***\n- dos", "<ul>\n<li>uno</li>\n</ul>\n<hr>\n<ul>\n<li>dos</li>\n</ul>\n"),
    ("* uno\n* * *\n* dos", "<ul>\n<li>uno</li>\n</ul>\n<hr>\n<ul>\n<li>dos</li>\n</ul>\n"),
  ])
  func rules(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    ("```\n<\n >\n```", "<pre tabindex=\"0\"><code>&lt;\n &gt;\n</code></pre>\n"),
    ("~~~\n```\n~~~", "<pre tabindex=\"0\"><code>```\n</code></pre>\n"),
    ("````\na\n```\n``````", "<pre tabindex=\"0\"><code>a\n```\n</code></pre>\n"),
    ("```\na", "<pre tabindex=\"0\"><code>a\n</code></pre>\n"),
    ("```\n\n\n```", "<pre tabindex=\"0\"><code>\n\n</code></pre>\n"),
    ("  ```\n  a\n   b\nc\n  ```", "<pre tabindex=\"0\"><code>a\n b\nc\n</code></pre>\n"),
    (
      "```python linenos\nprint(*x*)\n```",
      "<pre tabindex=\"0\"><code class=\"language-python\">print(*x*)\n</code></pre>\n"
    ),
    (
      "```c++\"onclick\nx\n```",
      "<pre tabindex=\"0\"><code class=\"language-c++\">x\n</code></pre>\n"
    ),
    ("a\n```\nb\n```\nc", "<p>a</p>\n<pre tabindex=\"0\"><code>b\n</code></pre>\n<p>c</p>\n"),
    ("``` a ` b", "<p>``` a ` b</p>\n"),
  ])
  func fencedCode(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    ("uno\ndos\n\n\ntres", "<p>uno\ndos</p>\n<p>tres</p>\n"),
    ("  uno\n      dos", "<p>uno\ndos</p>\n"),
    ("uno  \ndos", "<p>uno<br>\ndos</p>\n"),
    ("uno\\\ndos", "<p>uno<br>\ndos</p>\n"),
    ("uno  ", "<p>uno</p>\n"),
    ("uno\r\ndos\rtres\n", "<p>uno\ndos\ntres</p>\n"),
    ("", ""),
    ("    sangrado", "<p>sangrado</p>\n"),
  ])
  func paragraphs(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    ("> # T\n> uno\n> dos", "<blockquote>\n<h1>T</h1>\n<p>uno\ndos</p>\n</blockquote>\n"),
    ("># T\n>uno", "<blockquote>\n<h1>T</h1>\n<p>uno</p>\n</blockquote>\n"),
    ("> uno\ndos", "<blockquote>\n<p>uno\ndos</p>\n</blockquote>\n"),
    ("> uno\n---", "<blockquote>\n<p>uno</p>\n</blockquote>\n<hr>\n"),
    (
      "> ```\nuno\n```",
      "<blockquote>\n<pre tabindex=\"0\"><code></code></pre>\n</blockquote>\n<p>uno</p>\n<pre tabindex=\"0\"><code></code></pre>\n"
    ),
    (
      "> - uno\n- dos",
      "<blockquote>\n<ul>\n<li>uno</li>\n</ul>\n</blockquote>\n<ul>\n<li>dos</li>\n</ul>\n"
    ),
    (">", "<blockquote>\n</blockquote>\n"),
    (
      "> uno\n\n> dos",
      "<blockquote>\n<p>uno</p>\n</blockquote>\n<blockquote>\n<p>dos</p>\n</blockquote>\n"
    ),
    ("> uno\n>\n> dos", "<blockquote>\n<p>uno</p>\n<p>dos</p>\n</blockquote>\n"),
    (
      "> > > uno\ndos",
      "<blockquote>\n<blockquote>\n<blockquote>\n<p>uno\ndos</p>\n</blockquote>\n</blockquote>\n</blockquote>\n"
    ),
    ("> **Ojo:** a", "<blockquote>\n<p><strong>Ojo:</strong> a</p>\n</blockquote>\n"),
    ("> uno\n- dos", "<blockquote>\n<p>uno</p>\n</blockquote>\n<ul>\n<li>dos</li>\n</ul>\n"),
    ("> uno\n===", "<blockquote>\n<p>uno\n===</p>\n</blockquote>\n"),
  ])
  func quotes(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    (
      "- uno\n- dos\n+ tres",
      "<ul>\n<li>uno</li>\n<li>dos</li>\n</ul>\n<ul>\n<li>tres</li>\n</ul>\n"
    ),
    (
      "1. uno\n2. dos\n3) tres",
      "<ol>\n<li>uno</li>\n<li>dos</li>\n</ol>\n<ol start=\"3\">\n<li>tres</li>\n</ol>\n"
    ),
    ("-uno\n\n2.dos", "<p>-uno</p>\n<p>2.dos</p>\n"),
    ("003. uno", "<ol start=\"3\">\n<li>uno</li>\n</ol>\n"),
    ("1234567890. uno", "<p>1234567890. uno</p>\n"),
    ("-1. uno", "<p>-1. uno</p>\n"),
    ("- uno\n\n  dos", "<ul>\n<li>\n<p>uno</p>\n<p>dos</p>\n</li>\n</ul>\n"),
    ("- uno\n\n dos", "<ul>\n<li>uno</li>\n</ul>\n<p>dos</p>\n"),
    (
      "- a\n\n- b\n- c",
      "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>\n"
    ),
    (
      "- a\n  - b\n    - c\n- d",
      "<ul>\n<li>a\n<ul>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n</li>\n<li>d</li>\n</ul>\n"
    ),
    (
      "10) a\n    - b",
      "<ol start=\"10\">\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ol>\n"
    ),
    ("- a\nb", "<ul>\n<li>a\nb</li>\n</ul>\n"),
    ("-\n  a\n-\n\n  b", "<ul>\n<li>a</li>\n<li></li>\n</ul>\n<p>b</p>\n"),
    ("- a\n-\n- c", "<ul>\n<li>a</li>\n<li></li>\n<li>c</li>\n</ul>\n"),
    ("Son\n14. no\n1. sí", "<p>Son\n14. no</p>\n<ol>\n<li>sí</li>\n</ol>\n"),
    ("a\n*", "<p>a\n*</p>\n"),
    ("- # T\n- b\n  ---", "<ul>\n<li>\n<h1>T</h1>\n</li>\n<li>\n<h2>b</h2>\n</li>\n</ul>\n"),
    (
      "- ```\n  a\n\n  b\n  ```",
      "<ul>\n<li>\n<pre tabindex=\"0\"><code>a\n\nb\n</code></pre>\n</li>\n</ul>\n"
    ),
    ("1. a\n   > b\n", "<ol>\n<li>a\n<blockquote>\n<p>b</p>\n</blockquote>\n</li>\n</ol>\n"),
    (
      "* a\n  - b\n\n  c\n",
      "<ul>\n<li>\n<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n<p>c</p>\n</li>\n</ul>\n"
    ),
    ("-\ta", "<ul>\n<li>a</li>\n</ul>\n"),
    ("- a\n\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
    ("- - a", "<ul>\n<li>\n<ul>\n<li>a</li>\n</ul>\n</li>\n</ul>\n"),
  ])
  func lists(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    (
      "| a | b |\n| --- | --: |\n| 1 | 2 |",
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"a, b\">\n<table>\n<thead>\n<tr><th scope=\"col\">a</th><th scope=\"col\" class=\"right\">b</th></tr>\n</thead>\n<tbody>\n<tr><td>1</td><td class=\"right\">2</td></tr>\n</tbody>\n</table>\n</div>\n"
    ),
    (
      "a|b|c\n:-|:-:|-\n`x\\|y`|*d*\n",
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"a, b, c\">\n<table>\n<thead>\n<tr><th scope=\"col\" class=\"left\">a</th><th scope=\"col\" class=\"center\">b</th><th scope=\"col\">c</th></tr>\n</thead>\n<tbody>\n<tr><td class=\"left\"><code>x|y</code></td><td class=\"center\"><em>d</em></td><td></td></tr>\n</tbody>\n</table>\n</div>\n"
    ),
    ("| a | b |\n| - |\n", "<p>| a | b |\n| - |</p>\n"),
    (
      "texto\n| a |\n|---|\n| 1 | 2 |\n> q",
      "<p>texto</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"a\">\n<table>\n<thead>\n<tr><th scope=\"col\">a</th></tr>\n</thead>\n<tbody>\n<tr><td>1</td></tr>\n</tbody>\n</table>\n</div>\n<blockquote>\n<p>q</p>\n</blockquote>\n"
    ),
    (
      "| a |\n|---|\n\nb",
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"a\">\n<table>\n<thead>\n<tr><th scope=\"col\">a</th></tr>\n</thead>\n</table>\n</div>\n<p>b</p>\n"
    ),
  ])
  func tables(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test func headingsBeginAtTheLevelAskedForAndEndAtSix() {
    #expect(Markdown().html("# a\n##### e") == "<h3>a</h3>\n<h6>e</h6>\n")
  }

  @Test func codeIsNotToBeTranslated() {
    #expect(
      Markdown().html("`a`\n\n```\nb\n```")
        == "<p><code translate=\"no\">a</code></p>\n<pre tabindex=\"0\" translate=\"no\"><code>b\n</code></pre>\n"
    )
  }

  @Test func containersBeyondTheDepthLimitAreText() {
    let deep = html(String(repeating: "> ", count: 100) + "a")
    #expect(deep.split(separator: "<blockquote>").count - 1 == Markdown.depthLimit - 1)
    #expect(deep.contains("&gt; a"))
  }

  @Test func hostileTextTakesLinearTime() {
    let count = 20_000
    let texts = [
      String(repeating: "*a **b ", count: count), String(repeating: "a**b", count: count) + "c*",
      String(repeating: "[", count: count * 3), String(repeating: "[a](", count: count),
      String(repeating: "[a](b", count: count), String(repeating: "![", count: count),
      String(repeating: "`", count: count) + String(repeating: " ``` `` ", count: count),
      (1...300).map { String(repeating: "`", count: $0) }.joined(separator: " "),
      String(repeating: "> ", count: count), String(repeating: "- ", count: count) + "a",
      String(repeating: "|", count: count) + "\n" + String(repeating: "|-", count: count),
      String(repeating: "<", count: count * 3), String(repeating: "&#", count: count),
      String(repeating: "_", count: count) + "a" + String(repeating: "*", count: count),
      String(repeating: "a\n", count: count), String(repeating: "- a\n", count: count),
      String(repeating: "| a |\n", count: count),
      String(repeating: "[a](#b) ![", count: count), String(repeating: "*_", count: count),
      (0..<200).map { String(repeating: " ", count: $0) + "- a\n" }.joined(),
    ]
    let start = threadSeconds()
    for text in texts { _ = Markdown().html(text) }
    // Four seconds on an idle machine; one quadratic path among them takes more than ten.
    #expect(threadSeconds() - start < 15)
  }

  /// Processor time of this thread, which other work on the machine does not lengthen.
  private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
