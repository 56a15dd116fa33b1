/// Writes a PDF of Cairo anew with what Cairo cannot say: one tree of elements with roles and
/// alternative texts, the language, and that the title is to be shown.
///
/// Cairo writes an element for each tag that was opened, in their order, all at the root; here they
/// are put where they belong. ISO 32000-1, sections 7.5 and 14.7.
struct PDFStructure {
  let bytes: [UInt8]

  /// Precondition: Cairo wrote `file` with as many elements as `root` has leaves.
  init(_ file: [UInt8], root: StructureNode, language: String) {
    var writer = ObjectTable(file)
    let catalogue = writer.root
    guard let tree = writer.reference(after: "/StructTreeRoot", in: catalogue) else {
      // Nothing was marked.
      bytes = file
      return
    }
    let leaves = writer.references(after: "/K", in: tree)
    let elements = Elements(leaves: leaves, tree: tree, first: writer.count)
    var texts: [Int: String] = [:]
    let top = elements.write(root, into: &texts)
    for (number, text) in texts.sorted(by: { $0.key < $1.key }) {
      guard number < writer.count else {
        writer.append(text)
        continue
      }
      writer.rewrite(number) { Self.moved($0, text) }
    }
    writer.rewrite(tree) { text in
      let kids = Self.range(of: "/K", through: "]", in: text)
      return kids.map { text.replacingCharacters(in: $0, with: "/K \(top) 0 R") } ?? text
    }
    writer.rewrite(catalogue) { text in
      Self.inserting(
        "   /Lang (\(language))\n   /MarkInfo << /Marked true >>\n   /ViewerPreferences << /DisplayDocTitle true >>\n",
        beforeEndOf: text)
    }
    bytes = writer.written(version: "1.7")
  }

  /// A leaf of Cairo's with another role and parent.
  private static func moved(_ text: String, _ entries: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = String(line)
      for key in ["/S /", "/P "] {
        if let place = line.firstRange(of: key) {
          // Each of these entries ends its line.
          line = String(line[..<place.lowerBound])
        }
      }
      return line
    }
    return inserting(entries, beforeEndOf: lines.joined(separator: "\n"))
  }

  private static func inserting(_ entries: String, beforeEndOf text: String) -> String {
    guard let end = text.ranges(of: ">>").last?.lowerBound else { return text }
    return text[..<end] + entries + text[end...]
  }

  private static func range(
    of key: String, through end: String, in text: String
  ) -> Range<String.Index>? {
    guard let start = text.firstRange(of: key),
      let stop = text[start.upperBound...].firstRange(of: end)
    else { return nil }
    return start.lowerBound..<stop.upperBound
  }

  /// Numbers the elements and writes what is said of each.
  private final class Elements {
    private let leaves: [Int]
    private let tree: Int
    private var next: Int

    init(leaves: [Int], tree: Int, first: Int) {
      self.leaves = leaves
      self.tree = tree
      next = first
    }

    func write(_ root: StructureNode, into texts: inout [Int: String]) -> Int {
      number(root, under: tree, &texts) ?? tree
    }

    /// nil for an element that shows nothing.
    private func number(
      _ node: StructureNode, under parent: Int, _ texts: inout [Int: String]
    ) -> Int? {
      // An element of one leaf is that leaf.
      if node.kids.count == 1, case .leaf(let leaf, false) = node.kids[0] {
        texts[leaves[leaf]] = entries(node.role.rawValue, parent, node.alt)
        return leaves[leaf]
      }
      let own = next
      next += 1
      texts[own] = ""
      let kids = node.kids.compactMap { kid -> Int? in
        switch kid {
        case .node(let child): return number(child, under: own, &texts)
        case .leaf(let leaf, let isLink):
          texts[leaves[leaf]] = entries(isLink ? "Link" : "Span", own, nil)
          return leaves[leaf]
        }
      }
      let list = kids.map { "\($0) 0 R" }.joined(separator: " ")
      texts[own] =
        "<< /Type /StructElem\n\(entries(node.role.rawValue, parent, node.alt))   /K [ \(list) ]\n>>"
      return own
    }

    private func entries(_ role: String, _ parent: Int, _ alt: String?) -> String {
      let scope = role == "TH" ? "   /A << /O /Table /Scope /Column >>\n" : ""
      let text = alt.map { "   /Alt <\(Self.hexadecimal($0))>\n" } ?? ""
      return "   /S /\(role)\n   /P \(parent) 0 R\n\(scope)\(text)"
    }

    /// UTF-16 with its mark, as PDF writes texts.
    private static func hexadecimal(_ text: String) -> String {
      ([0xFEFF] + Array(text.utf16)).map { unit in
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}
