/// Where in an input something was found. Lines and columns count from 1; a line is a physical one.
public struct Place: Hashable, Sendable {
  public var path: String
  public var line: Int?
  public var column: Int?

  public init(_ path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }
}

extension Place: CustomStringConvertible {
  /// `PATH`, `PATH:LINE` or `PATH:LINE:COLUMN`.
  public var description: String {
    ([path] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}
