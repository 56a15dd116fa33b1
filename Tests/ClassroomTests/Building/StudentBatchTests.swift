import Publishing
import TestSupport
import Testing

@testable import Classroom

@Suite struct StudentBatchTests {
  private let folder = TemporaryFolder()

  @Test func aChildReadsWhatItsParentWrote() throws {
    let batch = StudentBatch(
      classFolder: "clase «ñ»", roster: [], submissions: ["e.zip"], templates: "/t", program: "p",
      work: "/w", log: "/w/log", limits: ChildLimits(seconds: 7, memory: 300, output: 9),
      printsPDF: true,
      items: [
        StudentBatch.Item(id: "1"), StudentBatch.Item(id: "2", failure: .memory),
      ])
    folder.write("batch.json", bytes: JSONWriter.bytes(batch.json))
    let read = try #require(StudentBatch(path: "\(folder.path)/batch.json"))
    #expect(JSONWriter.bytes(read.json) == JSONWriter.bytes(batch.json))
    #expect(read.items.map(\.failure) == [nil, .memory])
    #expect(read.printsPDF)
    #expect(read.limits.memory == 300 && read.roster == [] && read.submissions == ["e.zip"])
  }

  @Test func anythingElseIsNoBatch() {
    folder.write("batch.json", #"{"class": "c"}"#)
    #expect(StudentBatch(path: "\(folder.path)/batch.json") == nil)
    #expect(StudentBatch(path: "\(folder.path)/none.json") == nil)
  }
}
