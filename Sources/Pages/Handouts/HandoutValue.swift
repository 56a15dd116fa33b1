/// Everything that `templates/report/handout.mustache` shows. Texts are plain; the template escapes
/// them.
struct HandoutValue {
  struct Field {
    var label: String
    /// Its share of the line.
    var size: String
  }

  /// The button that downloads the answer file, and what its script needs.
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
  /// In their order: the look, the institution's theme, the paper.
  var styles: [String]
  /// The classes of the page.
  var edition: String
  /// `data:`; its `alt` is empty where the institution's name stands beside it.
  var logo: String?
  var logoText: String
  /// On every page of the teacher's edition.
  var stamp: String?
  var editionName: String
  var course: [String]
  var fields: [Field]
  /// Where there are points to earn.
  var grade: String?
  /// HTML.
  var body: String
  var form: Form?
  var script: String
  var colophon: [String]
}
