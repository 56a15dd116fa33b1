import Testing

@testable import Classroom

@Suite struct GradeTests {
  private let student = Student(id: "1", name: "Ana", maximum: 10)

  private func outcome(_ points: Points?, of maximum: Points) -> Outcome {
    Outcome(
      criterion: "c", maximum: maximum, points: points, verdict: points == nil ? .open : .passed,
      sentence: "")
  }

  private func grade(
    _ outcomes: [Outcome], _ decision: Decision = Decision(), maximum: Points? = nil,
    decimals: Int = 1
  ) -> Grade {
    Grade(
      outcomes, decision: decision, student: student,
      grading: ClassDescription.Grading(
        maximum: maximum, decimals: decimals, late: .flag))
  }

  @Test func pointsGoToTheScaleOfTheList() {
    let grade = grade([outcome(10, of: 10), outcome(15, of: 20)])
    #expect(grade.points == 25)
    #expect(grade.maximum == 30)
    #expect(grade.grade == 8.3)
    #expect(grade.gradeMaximum == 10)
    #expect(self.grade([outcome(1, of: 3)], maximum: 100, decimals: 2).grade == 33.33)
  }

  @Test func whatIsOpenLeavesTheGradeOpen() {
    let grade = grade([outcome(10, of: 10), outcome(nil, of: 20)])
    #expect(grade.points == nil && grade.grade == nil)
    #expect(grade.pointsSoFar == 10)
    #expect(self.grade([]).points == nil && self.grade([]).grade == nil)
  }

  @Test func theTeacherAddsAndExcuses() {
    var decision = Decision()
    decision.points = [Decision.Points(criterion: "", points: 5, line: 2)]
    #expect(grade([outcome(10, of: 20)], decision).grade == 7.5)
    // No more than all of it, no less than nothing.
    #expect(grade([outcome(20, of: 20)], decision).grade == 10)
    decision.points = [Decision.Points(criterion: "", points: -30, line: 2)]
    #expect(grade([outcome(10, of: 20)], decision).grade == 0)
    decision.isExcused = true
    #expect(grade([outcome(10, of: 20)], decision).grade == nil)
  }
}
