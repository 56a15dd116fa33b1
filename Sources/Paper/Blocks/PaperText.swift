/// A stretch of text in one style.
public struct PaperRun: Hashable, Sendable {
  public struct Style: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let bold = Style(rawValue: 1)
    public static let italic = Style(rawValue: 2)
    /// In the face of code, never hyphenated.
    public static let code = Style(rawValue: 4)
    /// Grey.
    public static let muted = Style(rawValue: 8)
    /// Raised and small, as the number of a note.
    public static let raised = Style(rawValue: 16)
  }

  enum Kind: Hashable, Sendable {
    case text
    case lineBreak
    /// A line of that many points to write on.
    case blank(Double)
  }

  public var text: String
  public var style: Style
  /// An address beginning with a scheme; on paper it is spelled out in a note.
  public var link: String?
  var kind = Kind.text

  public init(_ text: String, _ style: Style = [], link: String? = nil) {
    self.text = text
    self.style = style
    self.link = link
  }

  public static let lineBreak: PaperRun = {
    var run = PaperRun(" ")
    run.kind = .lineBreak
    return run
  }()

  /// - Parameter width: in points; where the line has less room, all of it.
  public static func blank(_ width: Double) -> PaperRun {
    var run = PaperRun("")
    run.kind = .blank(width)
    return run
  }
}

public typealias PaperText = [PaperRun]

extension Array where Element == PaperRun {
  /// Without styles: for bookmarks and names.
  public var plain: String { map(\.text).joined() }
}
