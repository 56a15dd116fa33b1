/// The largest notebook that is accepted; each bound is far beyond any lesson and within any laptop.
public enum NotebookLimits {
  public static let fileBytes = 1 << 20
  /// Size of a file whose reader has no limit of its own.
  public static let dataFileBytes = 64 << 20
  public static let lessons = 100
  public static let layers = 64
  public static let rareRows = 10_000
  public static let inputs = 4_096
  public static let predictions = 1_000
  public static let exercises = 100
  public static let choices = 26
  /// Columns and rows of an exercise's table.
  public static let tableColumns = 12
  public static let tableRows = 64
  public static let classes = 256
  public static let figures = 64
  public static let aliases = 64
  public static let epochs = 1_000_000
  public static let batchSize = 1_000_000
  public static let images = 10_000_000
  /// All weights of a model together.
  public static let parameters = 50_000_000
  public static let decimals = 10
  public static let lines = 100
  public static let points = 1_000.0
  /// The largest integer that JSON readers keep exact: 2^53 - 1.
  public static let seed = 9_007_199_254_740_991
}
