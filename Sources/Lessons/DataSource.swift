/// Where a lesson's data come from.
public enum DataSource: Sendable {
  case table(TableSource)
  case images(ImageSource)
}

/// A folder of four IDX files, found beside the notebook, in `--data` or in the system's data sets.
public struct ImageSource: Sendable {
  public var name: String
  /// Take only the first so many; nil for all.
  public var train: Int?
  public var test: Int?
  public var classes: [LocalizedText]?
  public var line: Int

  public init(
    name: String, train: Int? = nil, test: Int? = nil, classes: [LocalizedText]? = nil,
    line: Int = 1
  ) {
    self.name = name
    self.train = train
    self.test = test
    self.classes = classes
    self.line = line
  }
}
