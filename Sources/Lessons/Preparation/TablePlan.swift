import Datasets
import Diagnostics

/// What was found in a lesson's file: which columns go in, as what, and how the file was read. Reading,
/// `check`, the page and the generated pandas code all go by it.
public struct TablePlan: Sendable {
  /// How a column of the file becomes one number of the model's input.
  public enum Encoding: Hashable, Sendable {
    case number
    /// 1 where the column has no value, else 0.
    case indicator
    /// 1 where the column holds this word, else 0.
    case category(String)
    /// 1 where the column holds one of these words, which have few rows each, else 0.
    case rare([String])
    /// The place of the word in this list.
    case ordinal([String])
    /// `origin`: the first date in days since 1970-01-01.
    case calendar(CalendarReading, isDayFirst: Bool, origin: Double)
    /// One of the numbers of a cell, from 0.
    case part(separator: String, index: Int)
  }

  public struct Feature: Hashable, Sendable {
    /// As the lesson's `inputs` have it.
    public var name: String
    /// The name in the file.
    public var header: String
    public var column: Int
    public var encoding: Encoding
    public var policy: GapPolicy
    public var codes: [String]
    public var limits: LimitPolicy?
  }

  public var features: [Feature] = []
  public var targetHeader = ""
  public var targetColumn = 0
  public var targetCodes: [String] = []
  public var targetPolicy = GapPolicy(.error)
  /// The words of each input column of words, in the order of their numbers.
  public var categories: [String: [String]] = [:]
  /// Of these, those that are one category together.
  public var rare: [String: [String]] = [:]
  /// The target's classes in the order of their codes; nil where the file's numbers are the codes, or
  /// the target is a number.
  public var classes: [TableClass]?
  /// The code of the class that counts as found, where that is known.
  public var positive: Int?
  public var layout: TableLayout
  /// The decimal sign of each column of the file, where it is in no doubt.
  public var marks: [Character?]
  public var assumptions: [Message] = []
  /// What the columns hold, the target's last; the first ones of a wide table.
  public var summaries: [ColumnSummary] = []

  /// Whether every feature is a column of numbers as it stands and no row can be left out.
  public var isPlain: Bool {
    classes == nil && targetCodes.isEmpty && targetPolicy.rule == .error
      && features.allSatisfy {
        $0.encoding == .number && $0.policy.rule == .error && $0.codes.isEmpty && $0.limits == nil
      }
  }
}

extension TablePlan.Encoding {
  /// The words that are told apart; empty for numbers.
  public var words: [String] {
    switch self {
    case .category(let word): [word]
    case .rare(let list), .ordinal(let list): list
    case .number, .indicator, .calendar, .part: []
    }
  }

  /// Words that are one category together, as people read them.
  static func joined(_ words: [String]) -> String {
    words.prefix(3).joined(separator: " + ") + (words.count > 3 ? " + …" : "")
  }
}
