import Lessons

/// The box at the top of a report: what changed since the one that it replaces.
struct ChangesValue {
  struct Lesson {
    var title: String
    var items: [String]
    /// What moved; nil where nothing did.
    var table: Table?
  }

  /// Values before and after, beside what other seeds gave.
  struct Table {
    struct Row {
      var name: String
      var cells: [String]
    }

    var label: String
    var columns: [String]
    var rows: [Row]
  }

  var anchor: String
  var title: String
  var lessons: [Lesson]
}
