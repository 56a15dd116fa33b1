/// Adds a script to served pages that reloads them after a build and shows why a build failed.
/// Published pages do not have it.
enum LiveReload {
  static let statePath = "/_cuaderno/state"
  static let scriptPath = "/_cuaderno/live.js"

  /// The page with the script and a Content-Security-Policy that allows it.
  static func page(_ html: [UInt8], version: Int) -> [UInt8] {
    var page = html
    allow(&page)
    let tag = "<script src=\"\(scriptPath)\" data-version=\"\(version)\"></script>\n"
    page.insert(contentsOf: tag.utf8, at: lastPlace(of: "</body>", in: page) ?? page.count)
    return page
  }

  private static func lastPlace(of text: String, in page: [UInt8]) -> Int? {
    let text = Array(text.utf8)
    return page.indices.dropLast(text.count - 1).last { page[$0...].starts(with: text) }
  }

  /// Adds `'self'` to where scripts may come from and may connect to.
  private static func allow(_ page: inout [UInt8]) {
    let start = Array("<meta http-equiv=\"Content-Security-Policy\" content=\"".utf8)
    guard let opening = page.firstRange(of: start)?.upperBound,
      let closing = page[opening...].firstIndex(of: UInt8(ascii: "\""))
    else { return }
    let written = String(decoding: page[opening..<closing], as: UTF8.self)
    // Templates write the quotes of a policy as entities, which end in what separates its rules.
    let policy = ["&#39;", "&#x27;", "&apos;"].reduce(written) {
      $0.split(separator: $1, omittingEmptySubsequences: false).joined(separator: "'")
    }
    var rules = policy.split(separator: ";").map { String($0.drop { $0 == " " }) }
    for name in ["script-src", "connect-src"] {
      let place = rules.firstIndex { $0 == name || $0.hasPrefix(name + " ") }
      let isNone = place.map { rules[$0].contains("none") } ?? true
      if let place, !isNone {
        rules[place] += " 'self'"
      } else {
        rules.removeAll { $0.hasPrefix(name) }
        rules.append("\(name) 'self'")
      }
    }
    page.replaceSubrange(opening..<closing, with: rules.joined(separator: "; ").utf8)
  }

  /// Styles are set one by one because the page's policy allows neither style attributes nor other
  /// style sheets.
  static let script = """
    (function () {
      var version = document.currentScript.getAttribute("data-version");
      var box = null;
      function show(problem) {
        if (!problem) {
          if (box) { box.remove(); box = null; }
          return;
        }
        if (!box) {
          box = document.createElement("pre");
          box.id = "cuaderno-problem";
          box.setAttribute("role", "alert");
          var style = {
            position: "fixed", left: "0", bottom: "0", width: "100%", maxWidth: "none",
            boxSizing: "border-box", margin: "0", padding: "1rem 1.25rem", borderRadius: "0",
            maxHeight: "45vh", overflow: "auto", zIndex: "2147483647", whiteSpace: "pre-wrap",
            overflowWrap: "anywhere", font: "14px/1.45 ui-monospace, monospace", color: "#fff",
            background: "#7a1f1f", borderTop: "3px solid #ffb4a2",
            boxShadow: "0 -2px 12px rgba(0, 0, 0, 0.4)"
          };
          Object.keys(style).forEach(function (name) { box.style[name] = style[name]; });
          document.body.appendChild(box);
        }
        var language = (document.documentElement.lang || "").split("-")[0];
        if (box.lang !== language) box.lang = language;
        var text = problem[language] || problem.en;
        if (box.textContent !== text) box.textContent = text;
      }
      function ask() {
        fetch("\(statePath)", { cache: "no-store" })
          .then(function (response) { return response.json(); })
          .then(function (state) {
            if (String(state.version) !== version) {
              location.reload();
            } else {
              show(state.problem);
              setTimeout(ask, 300);
            }
          }, function () { setTimeout(ask, 1000); });
      }
      ask();
    })();

    """
}
