import Lessons
import Neural
import Testing

@Suite struct ValidNotebookTests {
  @Test func theBundledNotebookLoads() throws {
    let notebook = try Notebook.load(
      folder: Messages.root + "/templates/notebooks/practica-tensorflow")
    #expect(notebook.id == "practica-tensorflow")
    #expect(
      notebook.lessons.map(\.id) == [
        "intro", "celsius", "celsius-hidden", "stress", "stress-normalized", "fashion", "closing",
      ])
  }

  @Test func theSampleLoads() {
    #expect(NotebookFolderFixture(notebook: SampleNotebook.yaml).complaints(.en) == [])
  }
}
