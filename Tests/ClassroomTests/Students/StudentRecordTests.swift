import Publishing
import Testing

@testable import Classroom

@Suite struct StudentRecordTests {
  @Test func aRecordComesBackAsItWas() throws {
    var record = StudentRecord(id: "48213", name: "Ana «Ñ»", status: .partial)
    record.isLate = true
    record.flags = [StudentRecord.Flag(name: "late", text: "Llegó tarde.")]
    record.points = 12.5
    record.maximum = 20
    record.grade = 6.3
    record.gradeMaximum = 10
    record.criteria = [
      StudentRecord.Criterion(id: "a", points: nil, maximum: 20, verdict: "open", text: "…")
    ]
    record.prediction = 4.5
    record.claimedPrediction = 4.4
    record.curve = [(60, 1), (90, 4.5)]
    record.dataDigest = "ab"
    record.team = "rojo"
    record.key = "cd"
    record.files = ["informe.es.html", "loss.png"]
    let bytes = JSONWriter.bytes(record.json)
    let read = try #require(JSONReader.value(bytes).flatMap(StudentRecord.init))
    #expect(JSONWriter.bytes(read.json) == bytes)
    #expect(read.curve.map(\.y) == [1, 4.5])
    #expect(read.criteria[0].points == nil && read.team == "rojo" && read.isLate)
  }

  @Test(arguments: ["{}", "[]", #"{"id": "1", "name": "A", "status": "great", "key": ""}"#])
  func whatIsNoRecordIsNone(text: String) {
    #expect(JSONReader.value(Array(text.utf8)).flatMap(StudentRecord.init) == nil)
  }
}
