/// One of the parts that a class is divided into for several machines: `3/7` is the third of seven.
public struct Shard: Hashable, Sendable {
  /// From 1.
  public let number: Int
  public let count: Int

  /// More than any queue of a cluster takes in one array.
  public static let counts = 1...10_000

  /// nil where there is no such shard.
  public init?(number: Int, of count: Int) {
    guard Self.counts.contains(count), 1...count ~= number else { return nil }
    self.number = number
    self.count = count
  }

  /// `3/7`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
      let number = Int(parts[0]), let count = Int(parts[1])
    else { return nil }
    self.init(number: number, of: count)
  }

  /// The folder it is published in.
  public var folderName: String { "shard-\(number)-of-\(count)" }

  /// Whether it makes the report at this place (from 0) of the plan: every `count`-th, so that
  /// neighbours, who often hand in alike, are spread.
  func contains(_ place: Int) -> Bool { place % count == number - 1 }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
