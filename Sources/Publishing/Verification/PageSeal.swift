import Archives

/// The hash of a page, stored in the page itself: computed over its bytes with zeros in place of
/// the hash.
///
/// It reveals edits of a page but is not a signature: anyone can compute it.
package enum PageSeal {
  /// The placeholder that templates write.
  package static let blank = String(repeating: "0", count: 64)
  private static let mark = Array("<meta name=\"cuaderno:seal\" content=\"".utf8)
  /// The seal is in the head of the page, after the policy.
  private static let searchLimit = 1 << 16

  /// `html` with its seal; unchanged if the template has no placeholder.
  package static func sealed(_ html: String) -> String {
    var bytes = Array(html.utf8)
    guard let place = place(in: bytes) else { return html }
    bytes.replaceSubrange(place, with: SHA256.hash(bytes).hexadecimal.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a page is unchanged since it was sealed; nil if it has no seal.
  static func isIntact(_ page: [UInt8]) -> Bool? {
    guard let place = place(in: page) else { return nil }
    var unsealed = page
    unsealed.replaceSubrange(place, with: blank.utf8)
    return page[place].elementsEqual(SHA256.hash(unsealed).hexadecimal.utf8)
  }

  /// The content of `<meta name="NAME" content="CONTENT">`, in the form that templates write.
  static func meta(_ name: String, in page: [UInt8]) -> String? {
    let start = Array("<meta name=\"\(name)\" content=\"".utf8)
    guard let begin = page.prefix(searchLimit).firstRange(of: start)?.upperBound,
      let end = page[begin...].prefix(1024).firstIndex(of: UInt8(ascii: "\""))
    else { return nil }
    return String(validating: page[begin..<end], as: UTF8.self)
  }

  private static func place(in page: [UInt8]) -> Range<Int>? {
    guard let begin = page.prefix(searchLimit).firstRange(of: mark)?.upperBound,
      begin + blank.utf8.count <= page.count
    else { return nil }
    return begin..<begin + blank.utf8.count
  }
}
