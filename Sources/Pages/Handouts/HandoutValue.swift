/// The values shown by `templates/report/handout.mustache`. Texts are plain; the template escapes
/// them.
struct HandoutValue {
  struct Field {
    var label: String
    /// Its share of the line's width.
    var size: String
  }

  /// The button that downloads the answer file, and the data for its script.
  struct Form {
    var button: String
    var note: String
    var scriptless: String
    var file: String
    var question: String
    var answer: String
  }

  var locale: String
  var title: String
  var policy: String
  var generator: String
  /// In this order: the base style, the institution's theme, the paper.
  var styles: [String]
  /// CSS classes of the page.
  var edition: String
  /// A `data:` URL; the `alt` is empty if the institution's name is next to it.
  var logo: String?
  var logoText: String
  /// Printed on every page of the teacher's edition.
  var stamp: String?
  var editionName: String
  var course: [String]
  var fields: [Field]
  /// Present if there are points to earn.
  var grade: String?
  /// HTML.
  var body: String
  var form: Form?
  var script: String
  var colophon: [String]
}
