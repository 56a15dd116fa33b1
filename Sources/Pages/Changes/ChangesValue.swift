import Lessons

/// The box at the top of a report that lists what changed since the report it replaces.
struct ChangesValue {
  struct Lesson {
    var title: String
    var items: [String]
    /// The changed values; nil if there are none.
    var table: Table?
  }

  /// Values before and after, and the range of other seeds.
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
