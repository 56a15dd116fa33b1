import CYAML
import Tensors
import Testing

@testable import YAML

/// Random texts of YAML's signs, against libyaml's own list of tokens.
@Suite struct TokenSoupTests {
  @Test func nothingThatHasAnAnchorAnAliasATagOrADirectiveLoads() {
    let pieces = [
      "&a", "*a", "!!str", "!", "&", "*", "%YAML 1.1", "%T", "---", "...", "\n", "\n", "\n  ",
      "\n    ", " ", " ", "- ", "? ", ": ", ":", ", ", "[", "]", "{", "}", "'", "\"", "|\n", ">-\n",
      "|2\n", "#", " # c", "<<", "a", "b: ", "c: d", "é", "\t", "\\", "\\e", "\r\n", "\u{85}", "@",
      "~",
      "\u{7}", "'x'", "\"y\"", "- &x\n", "- *x\n", "k: !t v\n",
    ]
    var stream = RandomStream(seed: 1, scope: "soup", purpose: "yaml")
    var (loaded, refused) = (0, 0)
    for _ in 0..<20_000 {
      let yaml = (0...stream.integer(below: 14)).map { _ in
        pieces[stream.integer(below: pieces.count)]
      }.joined()
      let bytes = Array(yaml.utf8)
      do throws(YAMLError) {
        let nodes = try Node(yaml: bytes).map(count) ?? 0
        loaded += 1
        #expect(!hasWhatIsRefused(bytes), "loads: \(yaml.debugDescription)")
        // An empty value is a node without a character: two per sign at most.
        #expect(nodes <= 2 * bytes.count + 1)
      } catch {
        let lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        // libyaml takes the end of the file for the beginning of another line.
        #expect((1...lines.count + 1).contains(error.mark.line), "\(yaml.debugDescription)")
        #expect(error.mark.column >= 1)
        guard case .unsupported(let feature, let text) = error.problem else { continue }
        refused += 1
        let line = lines[error.mark.line - 1].unicodeScalars.dropFirst(error.mark.column - 1)
        #expect(
          String(line).unicodeScalars.starts(with: text.unicodeScalars),
          "\(feature) \(text) at \(error.mark) in \(yaml.debugDescription)")
      }
    }
    #expect(loaded > 500 && refused > 5_000)
  }

  /// A mebibyte of each sign alone is refused or read; nothing waits for the square of its length.
  @Test func aMebibyteOfAnySignEnds() {
    for sign in [
      "[", "{", "- ", "? ", "a: ", "&a ", "*a ", "!a ", "'", "\"", "|\n", "\n", "#", "[a,", "a",
      "\n- a", "[a: ", "%", "\t", " ",
    ] {
      let bytes = Array(String(repeating: sign, count: (1 << 20) / sign.utf8.count).utf8)
      _ = try? Node(yaml: bytes)
    }
  }

  private func count(_ node: Node) -> Int {
    switch node.content {
    case .scalar: 1
    case .sequence(let items): items.reduce(1) { $0 + count($1) }
    case .mapping(let pairs): pairs.reduce(1) { $0 + count($1.key) + count($1.value) }
    }
  }

  private func hasWhatIsRefused(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
      yaml_parser_initialize(parser)
      defer {
        yaml_parser_delete(parser)
        parser.deallocate()
      }
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      while true {
        var token = yaml_token_t()
        guard yaml_parser_scan(parser, &token) == 1 else { return false }
        defer { yaml_token_delete(&token) }
        switch token.type {
        case YAML_ANCHOR_TOKEN, YAML_ALIAS_TOKEN, YAML_TAG_TOKEN, YAML_VERSION_DIRECTIVE_TOKEN,
          YAML_TAG_DIRECTIVE_TOKEN:
          return true
        case YAML_STREAM_END_TOKEN: return false
        default: continue
        }
      }
    }
  }
}
