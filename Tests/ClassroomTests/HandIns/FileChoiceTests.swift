import Testing

@testable import Classroom

/// A download whose files nobody opens.
private final class NoSource: SubmissionSource {
  let entries: [SubmissionEntry] = []
  func load(_ entry: SubmissionEntry, limit: Int) throws(SubmittedFault) -> LoadedFile {
    throw .unreadable
  }
}

@Suite struct FileChoiceTests {
  private static let tables = [FilePattern("datos*.csv"), FilePattern("datos*.xlsx")]
  private static let answers = [FilePattern("respuestas*.csv")]

  private func file(_ name: String, _ fault: SubmittedFault? = nil) -> SubmittedFile {
    let parts = name.split(separator: "/").map { Array($0.utf8) }
    return SubmittedFile(
      entry: SubmissionEntry(index: 0, parts: parts, size: 1, fault: fault),
      owner: SubmissionOwner(id: "1", isOnlineText: false, isLate: false, path: parts),
      source: NoSource())
  }

  private func choose(_ files: [SubmittedFile], decided: String? = nil) -> FileChoice {
    .choose(files, Self.tables, others: Self.answers, decided: decided)
  }

  private func several(_ choice: FileChoice) -> [String]? {
    if case .several(let files) = choice { files.map(\.name) } else { nil }
  }

  @Test func theNameDecides() {
    let files = [file("datos.csv"), file("notas.csv"), file("respuestas.csv")]
    #expect(choose(files).file?.name == "datos.csv")
    #expect(choose([file("a/DATOS 2.XLSX")]).file?.name == "a/DATOS 2.XLSX")
  }

  @Test func twoOfTheNameWaitForADecision() {
    let files = [file("datos (1).csv"), file("datos.csv")]
    #expect(several(choose(files)) == ["datos (1).csv", "datos.csv"])
    #expect(choose(files, decided: "datos.csv").file?.name == "datos.csv")
    guard case .decidedMissing("otro.csv") = choose(files, decided: "otro.csv") else {
      Issue.record("a file that is not there was chosen")
      return
    }
  }

  @Test func whatCannotBeOpenedIsNoRival() {
    let bad = file("datos-2.csv", .unsafeName)
    #expect(choose([bad, file("datos.csv")]).file?.name == "datos.csv")
    // Alone it is still what was meant, so that the report says what is wrong with it.
    #expect(choose([bad]).file?.name == "datos-2.csv")
    #expect(several(choose([bad, file("datos-3.csv", .symbolicLink)])) != nil)
  }

  @Test func aSingleTableOfAnotherNameIsLikely() {
    guard case .likely(let file) = choose([file("mis datos.csv"), file("respuestas.csv")]) else {
      Issue.record("no file was chosen")
      return
    }
    #expect(file.name == "mis datos.csv")
    #expect(choose([self.file("a.csv"), self.file("b.csv")]).file == nil)
    #expect(choose([self.file("a.csv", .hardLink), self.file("b.csv")]).file?.name == "b.csv")
    #expect(choose([self.file("foto.png")]).file == nil)
  }
}
