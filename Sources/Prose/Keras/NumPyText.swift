/// Float32 numbers and arrays as NumPy 2 prints them with its default options
/// (`numpy/_core/arrayprint.py`: precision 8, `floatmode="maxprec"`, line width 75).
enum NumPyText {
  static let lineWidth = 75
  static let precision = 8

  /// `str(numpy.float32(value))`.
  static func scalar(_ value: Float) -> String {
    guard value.isFinite else { return special(value) }
    let digits = ShortDigits(value)
    let isPlain = value == 0 || (1e-4..<1e6).contains(Double(value.magnitude))
    return isPlain
      ? digits.positional(minimumFraction: 1) : digits.scientific(fraction: nil, exponentDigits: 2)
  }

  /// `repr(array)`: `array([[1.8]], dtype=float32)`. Precondition: `values.count` is the product of
  /// `shape`.
  static func repr(_ values: [Float], shape: [Int]) -> String {
    let opening = "array("
    let body = text(
      values, shape: shape, separator: ", ", indent: opening.count + 1, width: lineWidth - 1)
    let start = opening + body + ","
    let last = start.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let ending = "dtype=float32)"
    return last.count + ending.count + 1 > lineWidth
      ? start + "\n" + spaces(opening.count) + ending : start + " " + ending
  }

  /// `str(array)`: `[[1.8]]`.
  static func str(_ values: [Float], shape: [Int]) -> String {
    text(values, shape: shape, separator: " ", indent: 1, width: lineWidth)
  }

  private static func text(
    _ values: [Float], shape: [Int], separator: String, indent: Int, width: Int
  ) -> String {
    precondition(shape.reduce(1, *) == values.count, "\(values.count) values in shape \(shape)")
    guard !values.isEmpty else { return "[]" }
    let layout = Layout(separator: separator, words: words(values))
    return layout.text(shape[...], 0..<values.count, indent: indent, width: width)
  }

  private struct Layout {
    let separator: String
    let words: [String]

    func text(_ shape: ArraySlice<Int>, _ range: Range<Int>, indent: Int, width: Int) -> String {
      guard let count = shape.first else { return words[range.lowerBound] }
      let margin = spaces(indent)
      let bare = separator == ", " ? "," : ""
      var result = ""
      if shape.count == 1 {
        let limit = width - 1
        var line = margin
        for (place, word) in words[range].enumerated() {
          if line.count + word.count > limit, line.count > indent {
            result += trimmed(line) + "\n"
            line = margin
          }
          line += word
          if place < count - 1 { line += separator }
        }
        result += line
      } else {
        let size = range.count / count
        let lineEnd = bare + String(repeating: "\n", count: shape.count - 1)
        for place in 0..<count {
          let start = range.lowerBound + place * size
          result +=
            margin
            + text(
              shape.dropFirst(), start..<(start + size), indent: indent + 1, width: width - 1)
          if place < count - 1 { result += lineEnd }
        }
      }
      return "[" + result.dropFirst(indent) + "]"
    }

    private func trimmed(_ line: String) -> String {
      String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// All numbers of an array in a common width.
  private static func words(_ values: [Float]) -> [String] {
    let sizes = values.filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
    let largest = sizes.max() ?? 0
    let smallest = sizes.min() ?? 0
    let isScientific =
      !sizes.isEmpty && (largest >= 1e6 || Double(smallest) < 1e-4 || largest / smallest > 1000)
    let finite = values.filter(\.isFinite)
    let texts = isScientific ? scientific(finite) : finite.map(positional)
    let lefts = texts.map { $0.prefix { $0 != "." }.count }
    let rights = zip(texts, lefts).map { $0.count - $1 }
    let hasSpecial = finite.count < values.count
    let right = rights.max() ?? 0
    let width = max((lefts.max() ?? 0) + right, hasSpecial ? 3 : 0)
    var next = 0
    return values.map { value in
      guard value.isFinite else { return padded(special(value), to: width) }
      defer { next += 1 }
      return padded(texts[next] + spaces(right - rights[next]), to: width)
    }
  }

  private static func padded(_ text: String, to width: Int) -> String {
    spaces(max(0, width - text.count)) + text
  }

  private static func positional(_ value: Float) -> String {
    var digits = ShortDigits(value)
    if digits.digits.count - 1 - digits.exponent > precision {
      // Uses the exact digits of the number beyond its shortest ones.
      digits = ShortDigits(Double(value))
      digits.round(toFraction: precision)
    }
    return digits.positional(minimumFraction: 0)
  }

  /// All numbers in scientific notation with as many digits as the longest needs; shorter ones show
  /// exact digits.
  private static func scientific(_ values: [Float]) -> [String] {
    let short = values.map { ShortDigits($0) }
    let fraction = min(precision, short.map { $0.digits.count - 1 }.max() ?? 0)
    let exponent = short.map { max(2, String($0.exponent.magnitude).count) }.max() ?? 2
    return zip(values, short).map { value, short in
      var digits = short
      if short.digits.count != fraction + 1 {
        digits = ShortDigits(Double(value))
        digits.round(toCount: fraction + 1)
      }
      return digits.scientific(fraction: fraction, exponentDigits: exponent)
    }
  }

  private static func special(_ value: Float) -> String {
    value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

/// The shortest decimal digits that identify a Float: `0.d₀d₁... × 10^(exponent + 1)`.
struct ShortDigits {
  var isNegative: Bool
  /// The first digit is not 0; `[0]` for zero.
  var digits: [UInt8]
  var exponent: Int

  init(_ value: some BinaryFloatingPoint & CustomStringConvertible) {
    isNegative = value.sign == .minus
    digits = []
    var point: Int?
    var power = 0
    let text = value.magnitude.description.split(separator: "e")
    for byte in text[0].utf8 {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte - 48) }
    }
    if text.count > 1 { power = Int(text[1]) ?? 0 }
    exponent = (point ?? digits.count) - 1 + power
    let leading = min(digits.prefix { $0 == 0 }.count, digits.count - 1)
    digits.removeFirst(leading)
    exponent -= leading
    trim()
  }

  private mutating func trim() {
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    if digits == [0] { exponent = 0 }
  }

  mutating func round(toFraction places: Int) { round(toCount: exponent + 1 + places) }

  /// Rounds to the nearest, half to even.
  mutating func round(toCount count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = [0]
      exponent = 0
      return
    }
    let isHalf = digits[count] == 5 && count == digits.count - 1
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    let roundsUp = digits[count] > 5 || (digits[count] == 5 && (!isHalf || isOdd))
    digits.removeSubrange(count...)
    if roundsUp {
      var place = count - 1
      while place >= 0, digits[place] == 9 {
        digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        digits[place] += 1
      } else {
        digits.insert(1, at: 0)
        exponent += 1
      }
    }
    if digits.isEmpty { digits = [0] }
    trim()
  }

  private func text(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
  }

  /// `-12.5`, with at least `minimumFraction` digits after the point, which is always written.
  func positional(minimumFraction: Int) -> String {
    var whole = "0"
    var fraction = ""
    if exponent >= 0 {
      let shown = digits.prefix(exponent + 1)
      whole = text(shown) + String(repeating: "0", count: exponent + 1 - shown.count)
      fraction = text(digits.dropFirst(exponent + 1))
    } else {
      fraction = String(repeating: "0", count: -exponent - 1) + text(digits)
    }
    if digits == [0] { fraction = "" }
    while fraction.count < minimumFraction { fraction += "0" }
    return (isNegative ? "-" : "") + whole + "." + fraction
  }

  /// `1.5e-05`; `fraction` pads the digits after the point, nil omits the point if no digits
  /// follow.
  func scientific(fraction: Int?, exponentDigits: Int) -> String {
    var tail = text(digits.dropFirst())
    while tail.count < fraction ?? 0 { tail += "0" }
    let point = tail.isEmpty && fraction == nil ? "" : "."
    var power = String(exponent.magnitude)
    while power.count < exponentDigits { power = "0" + power }
    return (isNegative ? "-" : "") + text(digits.prefix(1)) + point + tail + "e"
      + (exponent < 0 ? "-" : "+") + power
  }
}
