import Datasets

/// A CSV or .xlsx inside the notebook folder, and what a lesson says of it.
public struct TableSource: Sendable {
  /// Which columns go in.
  public enum Selection: Hashable, Sendable {
    /// By their names; `a..b` is a range of columns in the file's order.
    case named([String])
    /// Every column that has no other part to play, but these.
    case all(except: [String])
  }

  /// Which rows are held out of training.
  public enum TestPart: Hashable, Sendable {
    /// A share, drawn with the seed; `isStratified` keeps the shares of the classes.
    case fraction(Double, isStratified: Bool)
    /// The rows of a file of their own.
    case table(String)
    /// The rows that have a value in a column of the table.
    case column(String, value: String)
  }

  /// Whose rows they are, which decides what of them may be published.
  public enum Privacy: String, CaseIterable, Sendable {
    case `public`, invented, restricted
  }

  public var path: String
  public var selection: Selection
  /// What goes into the model, number by number: the input columns, or what became of them. Those of
  /// `selection` until the file has been read.
  public var inputs: [String]
  public var target: String
  public var testPart: TestPart?
  /// The column whose rows of one value stay in one part.
  public var group: String?
  /// Sheet, names and decimal signs of the file.
  public var options = TableOptions()
  /// What becomes of cells without a value, where a column says nothing of its own; nil: an error.
  public var missing: GapPolicy?
  public var privacy: Privacy?
  public var columns: [String: ColumnDescription]
  /// What was found in the file; nil until it has been read.
  public var plan: TablePlan?
  public var line: Int

  public init(
    path: String, inputs: [String], target: String, test: Double? = nil,
    columns: [String: ColumnDescription] = [:], line: Int = 1
  ) {
    self.path = path
    self.inputs = inputs
    selection = .named(inputs)
    self.target = target
    testPart = test.map { .fraction($0, isStratified: false) }
    self.columns = columns
    self.line = line
  }

  /// The share of the rows that is drawn to be held out; nil where none is drawn.
  public var test: Double? {
    if case .fraction(let share, _)? = testPart { share } else { nil }
  }

  /// How the file is read for this lesson.
  var readOptions: TableOptions {
    var options = options
    var names = [target] + [group].compactMap { $0 }
    if case .column(let name, _)? = testPart { names.append(name) }
    if case .named(let inputs) = selection {
      let splits = columns.values.flatMap { description -> [String] in
        if case .split(_, let names)? = description.reading { names } else { [] }
      }
      for input in inputs where !splits.contains(input) {
        names += ColumnRange(input).map { [$0.first, $0.last] } ?? [input]
      }
    }
    for (name, description) in columns {
      if case .split? = description.reading { names.append(name) }
    }
    options.used = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { [$0] + (columns[$0]?.aliases ?? []) }
    for (name, description) in columns { options.decimals[name] = description.decimal }
    return options
  }
}

/// `t0..t186`.
struct ColumnRange {
  let first: String
  let last: String

  init?(_ text: String) {
    guard let dots = text.range(of: "..") else { return nil }
    first = String(text[..<dots.lowerBound])
    last = String(text[dots.upperBound...])
    guard !first.isEmpty, !last.isEmpty, !last.hasPrefix(".") else { return nil }
  }
}

extension String {
  /// Where `other` occurs first, byte by byte.
  fileprivate func range(of other: String) -> Range<String.Index>? {
    let (text, wanted) = (Array(utf8), Array(other.utf8))
    guard text.count >= wanted.count else { return nil }
    for start in 0...(text.count - wanted.count)
    where text[start..<start + wanted.count].elementsEqual(wanted) {
      let lower = utf8.index(utf8.startIndex, offsetBy: start)
      return lower..<utf8.index(lower, offsetBy: wanted.count)
    }
    return nil
  }
}

/// What becomes of cells without a value.
public struct GapPolicy: Hashable, Codable, Sendable {
  public enum Rule: String, CaseIterable, Codable, Sendable {
    /// The cell is an error.
    case error
    /// The row is left out.
    case drop
    /// The cell is filled with what the training rows say.
    case mean, median
    case mostFrequent = "most_frequent"
  }

  public var rule: Rule
  /// The largest share of a column that may be filled.
  public var allow: Double
  /// Whether a column of its own says where a cell was filled.
  public var hasIndicator: Bool

  public static let usualAllowance = 0.3

  public init(_ rule: Rule, allow: Double = usualAllowance, hasIndicator: Bool = false) {
    self.rule = rule
    self.allow = allow
    self.hasIndicator = hasIndicator
  }
}

/// One class of a table's target, or one category of an input: what the file calls it, and people.
public struct TableClass: Hashable, Codable, Sendable {
  /// One, or several that are one class together.
  public var values: [String]
  public var label: LocalizedText

  public init(values: [String], label: LocalizedText) {
    self.values = values
    self.label = label
  }
}

/// How words of an input become numbers.
public enum CategoryEncoding: String, CaseIterable, Codable, Sendable {
  /// A number 0 or 1 for each category.
  case oneHot = "one_hot"
  /// 0, 1, 2 ... in the stated order.
  case ordinal
}

/// What a column is read as, where its cells are no numbers.
public enum ColumnReadingRule: Hashable, Codable, Sendable {
  case calendar(CalendarReading)
  /// Two numbers in a cell or more, which become columns of these names.
  case split(separator: String, names: [String])
}

/// What people read for a column, what is plausible in it, what else its header may be called, and how
/// its cells are understood.
public struct ColumnDescription: Hashable, Codable, Sendable {
  public var label: LocalizedText?
  public var unit: LocalizedText?
  public var range: ClosedRange<Double>?
  public var decimals: Int?
  public var aliases: [String]
  /// The target's classes, code 0 first.
  public var classes: [TableClass]?
  /// The class that counts as found, by its name in the file.
  public var positive: String?
  /// An input's categories in order.
  public var categories: [String]?
  public var encoding: CategoryEncoding?
  /// Categories with fewer rows than this are one together.
  public var rare: Int?
  public var missing: GapPolicy?
  /// Texts that say that there is no value.
  public var missingValues: [String] = []
  public var decimal: NumberMark?
  public var limits: LimitPolicy?
  public var reading: ColumnReadingRule?

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
