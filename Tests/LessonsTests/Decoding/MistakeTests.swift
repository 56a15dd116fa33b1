import Diagnostics
import Lessons
import Testing

@Suite struct MistakeTests {
  private static let all =
    syntaxMistakes + notebookMistakes + lessonMistakes + dataMistakes + exerciseMistakes
    + figureMistakes + layerMistakes + shapeMistakes + compileMistakes + fitMistakes
    + predictionMistakes
    + fileMistakes

  @Test(arguments: all)
  func saysWhatIsWrongWhereAndHowToMendIt(mistake: Mistake) {
    let folder = NotebookFolderFixture(
      notebook: SampleNotebook.replacing(mistake.old, mistake.new))
    #expect(folder.complaints(.es) == mistake.es)
    #expect(folder.complaints(.en) == mistake.en)
  }

  @Test func listsTwentyMistakesInTheOrderOfTheFile() {
    let keys = (1...30).map { "zzz\($0): 1\n" }.joined()
    let folder = NotebookFolderFixture(notebook: SampleNotebook.replacing("seed: 7\n", keys))
    let places = folder.complaints(.en).map { $0.split(separator: ": ")[0] }
    #expect(places == (5..<25).map { "notebook.yaml:\($0):1" })
  }

  @Test func aLongUnknownNameIsShortened() {
    let key = String(repeating: "k", count: 500)
    let folder = NotebookFolderFixture(notebook: SampleNotebook.replacing("seed: 7", key + ": 7"))
    #expect(
      folder.complaints(.en) == [
        "notebook.yaml:5:1: I do not know the key “" + key.prefix(80) + "...”. The ones that go "
          + "here: schema, id, languages, region, title, course, seed, lessons."
      ])
  }

  @Test func aMissingNotebookIsMissingInput() {
    let folder = NotebookFolderFixture([])
    #expect(
      folder.complaints(.es) == [
        "notebook.yaml: Aquí no hay ningún cuaderno. Indica una carpeta que tenga "
          + "«notebook.yaml», o el nombre de un cuaderno incluido."
      ])
    #expect(
      folder.complaints(.en) == [
        "notebook.yaml: There is no notebook here. Name a folder that holds “notebook.yaml”, or a "
          + "bundled notebook."
      ])
    #expect(folder.exitCode() == .missingInput)
  }

  @Test func anEmptyFileIsNoNotebook() {
    #expect(
      NotebookFolderFixture(notebook: "# nothing\n").complaints(.en) == [
        "notebook.yaml: The file is empty. Start with “schema: 1”, “id”, “title” and “lessons”."
      ])
    #expect(
      NotebookFolderFixture(notebook: "").complaints(.es) == [
        "notebook.yaml: El archivo está vacío. Empieza con «schema: 1», «id», «title» y «lessons»."
      ])
  }

  @Test func aByteThatIsNotUTF8HasAPlace() {
    let folder = NotebookFolderFixture([("data.csv", SampleNotebook.table)])
    folder.write("notebook.yaml", Array("schema: 1\nid: a".utf8) + [0xF1] + Array("o\n".utf8))
    #expect(
      folder.complaints(.es) == [
        "notebook.yaml:2:6: Aquí hay un byte que no es UTF-8. Guarda el archivo como UTF-8 en tu "
          + "editor."
      ])
    #expect(
      folder.complaints(.en) == [
        "notebook.yaml:2:6: There is a byte here that is not UTF-8. Save the file as UTF-8 in your "
          + "editor."
      ])
  }

  @Test func aFileOverOneMebibyteIsNotRead() {
    let folder = NotebookFolderFixture(
      notebook: "#" + String(repeating: "x", count: 1 << 20) + "\n")
    #expect(folder.complaints(.en).count == 1)
    #expect(folder.complaints(.en)[0].hasPrefix("notebook.yaml: This file has "))
    #expect(folder.exitCode() == .invalidInput)
  }

  @Test func proseInOneLanguageAloneIsMissingTheOther() {
    let folder = NotebookFolderFixture([
      ("notebook.yaml", SampleNotebook.yaml), ("data.csv", SampleNotebook.table),
      ("line.es.md", "# Recta\n"),
    ])
    #expect(
      folder.complaints(.es) == [
        "line.en.md: Falta este texto de la lección «line»: está line.es.md, pero no este. "
          + "Escríbelo, o deja un solo idioma en «languages»."
      ])
    #expect(
      folder.complaints(.en) == [
        "line.en.md: This text of the lesson “line” is missing: line.es.md is there, but this one "
          + "is not. Write it, or keep one language in “languages”."
      ])
    #expect(folder.exitCode() == .missingInput)
  }

  @Test func aLinkOutOfTheFolderIsRefused() {
    let elsewhere = NotebookFolderFixture([("data.csv", SampleNotebook.table)])
    let folder = NotebookFolderFixture([("notebook.yaml", SampleNotebook.yaml)])
    folder.link("data.csv", to: elsewhere.path + "/data.csv")
    #expect(
      folder.complaints(.en) == [
        "notebook.yaml:10:14: “data.csv” lies outside the notebook’s folder. Copy the file into it "
          + "and change the path."
      ])
  }

  @Test func theCodeSaysWhetherAFileIsMissingOrWrong() {
    let missing = SampleNotebook.replacing("table: data.csv", "table: gone.csv")
    #expect(NotebookFolderFixture(notebook: missing).exitCode() == .missingInput)
    let wrong = SampleNotebook.replacing("seed: 7", "sead: 7")
    #expect(NotebookFolderFixture(notebook: wrong).exitCode() == .invalidInput)
  }
}
