import Glibc
import Neural
import Testing

@testable import Lessons

@Suite struct ResultKeyTests {
  /// Keys of the two lessons of the sample, with images beside it.
  private func keys(
    _ folder: NotebookFolderFixture, seed: UInt64? = nil
  ) throws -> (line: ResultKey, pictures: ResultKey) {
    var notebook = try Notebook.load(folder: folder.path)
    if let seed { notebook.seed = seed }
    var keys: [ResultKey] = []
    _ = try notebook.prepare(known: {
      keys.append($0)
      return nil
    })
    try #require(keys.map(\.lesson) == ["line", "pictures"])
    return (keys[0], keys[1])
  }

  private func folder(
    _ yaml: String = SampleNotebook.yaml, table: String = SampleNotebook.table
  ) -> NotebookFolderFixture {
    let folder = NotebookFolderFixture(notebook: yaml, table: table)
    folder.writeImages("fashion-mnist", train: 100, test: 50)
    return folder
  }

  @Test(arguments: [
    ("units: 1}", "units: 1, activation: sigmoid}", ["model"]),
    ("learning_rate: 0.1", "learning_rate: 0.2", ["compile"]),
    (", metrics: [mae]", "", ["compile"]),
    ("epochs: 10", "epochs: 11", ["fit"]),
    ("batch_size: 4", "batch_size: 5", ["fit"]),
    ("predict: [100, 0]", "predict: [100, 1]", ["predict"]),
    ("bias: [32]", "bias: [33]", ["reference"]),
    ("en: Law", "en: law", ["reference"]),
    ("[4.5]], predict", "[4.6]], predict", ["untrained"]),
    ("test: 0.2", "test: 0.3", ["data"]),
    (
      "- Dense: {units: 1}", "- Dense: {units: 1, initial: {kernel: [[1.8]], bias: [0]}}", ["model"]
    ),
  ])
  func oneInputChangesOnePart(old: String, new: String, parts: [String]) throws {
    let before = try keys(folder())
    let after = try keys(folder(SampleNotebook.replacing(old, new)))
    #expect(ResultKey.changes(from: before.line.parts, to: after.line.parts) == parts)
    #expect(after.pictures == before.pictures)
  }

  @Test(arguments: [
    ("title: {es: Recta, en: Line}", "title: {es: Otra, en: Other}"),
    ("figures: [network, loss]", "figures: [loss]"),
    ("schema: 1", "# a comment\nschema: 1"),
    ("0 °C?\"}", "none?\"}"),
    ("decimals: 1", "decimals: 2"),
    ("aliases: [c]", "aliases: [d]"),
  ])
  func whatPagesSayIsNoPart(old: String, new: String) throws {
    let before = try keys(folder())
    let after = try keys(folder(SampleNotebook.replacing(old, new)))
    #expect(before.line == after.line)
    #expect(before.pictures == after.pictures)
  }

  @Test(arguments: [
    ("8,46", "8.0,46"), ("celsius,fahrenheit", "Celsius;Fahrenheit"), ("-40,-40", "\n-40,-40"),
  ])
  func howATableIsWrittenIsNoPart(old: String, new: String) throws {
    var edited = SampleNotebook.table.replacing(old, with: new)
    if new.contains(";") { edited = edited.replacing(",", with: ";") }
    let before = try keys(folder())
    let after = try keys(folder(table: edited))
    #expect(edited != SampleNotebook.table)
    #expect(before.line == after.line)
  }

  @Test func aNumberOfTheTableIsData() throws {
    let before = try keys(folder())
    let edited = SampleNotebook.table.replacing("8,46", with: "8,47")
    let after = try keys(folder(table: edited))
    #expect(ResultKey.changes(from: before.line.parts, to: after.line.parts) == ["data"])
    #expect(before.pictures == after.pictures)
  }

  @Test func oneByteOfAnImageIsNamedByItsFile() throws {
    let images = folder()
    let before = try keys(images)
    let name = "t10k-images-idx3-ubyte"
    let file = try #require(fopen("\(images.path)/fashion-mnist/\(name)", "r+"))
    fseek(file, 5000, SEEK_SET)
    fputc(99, file)
    fclose(file)
    let after = try keys(images)
    #expect(ResultKey.changes(from: before.pictures.parts, to: after.pictures.parts) == [name])
    #expect(before.line == after.line)
  }

  @Test func theSeedChangesEveryLesson() throws {
    let notebook = folder()
    let before = try keys(notebook)
    let after = try keys(notebook, seed: 8)
    #expect(ResultKey.changes(from: before.line.parts, to: after.line.parts) == ["seed"])
    #expect(ResultKey.changes(from: before.pictures.parts, to: after.pictures.parts) == ["seed"])
  }

  @Test func changesNameWhatIsGoneLast() {
    let earlier = [ResultKey.Part(name: "a", sha256: "1"), .init(name: "b", sha256: "2")]
    let later = [ResultKey.Part(name: "c", sha256: "3"), .init(name: "a", sha256: "4")]
    #expect(ResultKey.changes(from: earlier, to: later) == ["c", "a", "b"])
    #expect(ResultKey.changes(from: earlier, to: earlier) == [])
  }
}
