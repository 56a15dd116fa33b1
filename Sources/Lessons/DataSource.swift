/// Where a lesson's data come from.
public enum DataSource: Sendable {
  case table(TableSource)
  case images(ImageSource)
}

/// A CSV or .xlsx inside the notebook folder.
public struct TableSource: Sendable {
  public var path: String
  public var inputs: [String]
  public var target: String
  /// The fraction held out of training, drawn with the seed; nil for none.
  public var test: Double?
  public var columns: [String: ColumnDescription]
  public var line: Int

  public init(
    path: String, inputs: [String], target: String, test: Double? = nil,
    columns: [String: ColumnDescription] = [:], line: Int = 1
  ) {
    self.path = path
    self.inputs = inputs
    self.target = target
    self.test = test
    self.columns = columns
    self.line = line
  }
}

/// What people read for a column, what is plausible in it, what else its header may be called.
public struct ColumnDescription: Hashable, Codable, Sendable {
  public var label: LocalizedText?
  public var unit: LocalizedText?
  public var range: ClosedRange<Double>?
  public var decimals: Int?
  public var aliases: [String]

  public init(
    label: LocalizedText? = nil, unit: LocalizedText? = nil, range: ClosedRange<Double>? = nil,
    decimals: Int? = nil, aliases: [String] = []
  ) {
    self.label = label
    self.unit = unit
    self.range = range
    self.decimals = decimals
    self.aliases = aliases
  }
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
