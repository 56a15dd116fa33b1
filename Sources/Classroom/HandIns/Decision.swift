/// What the teacher wrote in decisiones.csv about one student.
struct Decision: Equatable {
  /// Which of several files counts.
  var file: String?
  /// By criterion; the empty name stands for the work as a whole.
  var points: [(criterion: String, points: Double)] = []
  /// By criterion; the empty name stands for the work as a whole.
  var comments: [(criterion: String, text: String)] = []
  var isExcused = false
  var team: String?

  func points(of criterion: String) -> Double? {
    points.last { $0.criterion.utf8.elementsEqual(criterion.utf8) }?.points
  }

  func comment(on criterion: String) -> String? {
    comments.last { $0.criterion.utf8.elementsEqual(criterion.utf8) }?.text
  }

  static func == (left: Decision, right: Decision) -> Bool { left.lines == right.lines }

  /// Everything in it, in a fixed order: part of what decides a student's report.
  var lines: [String] {
    [file ?? "", isExcused ? "1" : "0", team ?? ""]
      + points.map { "points \($0.criterion) \($0.points)" }
      + comments.map { "comment \($0.criterion) \($0.text)" }
  }
}
