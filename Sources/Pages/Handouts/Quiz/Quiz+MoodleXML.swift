import Prose

extension Quiz {
  /// The quiz in Moodle's XML format.
  func moodleXML() -> String {
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n"
    xml += """
      <question type="category">
      <category><text>$course$/top/\(Self.xml(title.replacing("/", with: "//")))</text></category>
      </question>

      """
    for question in questions { xml += Self.element(question) }
    return xml + "</quiz>\n"
  }

  private static func element(_ question: Question) -> String {
    let type: String
    let rest: String
    switch question.kind {
    case .number(_, let low, let high):
      let (middle, size) = Question.tolerance(low, high)
      type = "numerical"
      rest = """
        <answer fraction="100" format="moodle_auto_format"><text>\(middle)</text>\
        <tolerance>\(size)</tolerance><feedback format="html"><text></text></feedback></answer>

        """
    case .essay(let expected):
      type = "essay"
      rest = """
        <answer fraction="0"><text></text></answer>
        <responseformat>plain</responseformat>
        <responserequired>1</responserequired>
        <responsefieldlines>5</responsefieldlines>
        <attachments>0</attachments>
        <graderinfo format="html"><text>\(paragraph(expected))</text></graderinfo>
        <responsetemplate format="html"><text></text></responsetemplate>

        """
    case .choice(let choices, let right):
      type = "multichoice"
      let answers = choices.indices.map { index in
        """
        <answer fraction="\(index == right ? "100" : "0")" format="html"><text>\(paragraph(choices[index]))</text>\
        <feedback format="html"><text></text></feedback></answer>

        """
      }
      rest =
        "<single>true</single>\n<shuffleanswers>false</shuffleanswers>\n<answernumbering>abc</answernumbering>\n"
        + answers.joined()
    }
    return """
      <question type="\(type)">
      <name><text>\(xml(question.name))</text></name>
      <questiontext format="html"><text>\(paragraph(question.text))</text></questiontext>
      <generalfeedback format="html"><text></text></generalfeedback>
      <defaultgrade>\(Question.number(question.points))</defaultgrade>
      <penalty>0</penalty>
      <hidden>0</hidden>
      \(rest)</question>

      """
  }

  /// HTML inside XML, escaped twice.
  private static func paragraph(_ text: String) -> String {
    text.isEmpty
      ? ""
      : xml(
        "<p>"
          + HTML.escaped(text).split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: "<br>") + "</p>")
  }

  /// Escapes for XML; characters that XML 1.0 does not allow are rejected when a notebook is read.
  private static func xml(_ text: String) -> String { HTML.escaped(text) }
}
