import Archives
import Datasets
import Diagnostics
import Neural
import Testing

@testable import Lessons

@Suite struct PreparationTests {
  private func prepared(_ yaml: String, table: String = SampleNotebook.table) throws
    -> PreparedNotebook
  {
    let folder = NotebookFolderFixture(notebook: yaml, table: table)
    return try Notebook.load(folder: folder.path).prepare(dataFolder: folder.path)
  }

  @Test func theTestPartIsDrawnWithTheSeed() throws {
    func rows(seed: Int, lesson: String = "line") throws -> [Bool] {
      let yaml = SampleNotebook.lineOnly.split(separator: "seed: 7").joined(
        separator: "seed: \(seed)"
      ).split(separator: "id: line").joined(separator: "id: \(lesson)")
      let table = "celsius,fahrenheit\n" + (0..<40).map { "\($0),\($0)\n" }.joined()
      let lesson = try #require(try prepared(yaml, table: table).lessons.first)
      guard case .table(let table) = lesson.data.source else { return [] }
      return table.isTest
    }
    let seven = try rows(seed: 7)
    #expect(seven.filter { $0 }.count == 8)
    #expect(try rows(seed: 7) == seven)
    #expect(try rows(seed: 8) != seven)
    #expect(try rows(seed: 7, lesson: "other") != seven)
  }

  @Test func inputsAreHashedAndSorted() throws {
    let folder = NotebookFolderFixture([
      ("notebook.yaml", SampleNotebook.lineOnly), ("data.csv", SampleNotebook.table),
      ("line.es.md", "# Recta\n"), ("line.en.md", "# Line\n"),
    ])
    let notebook = try Notebook.load(folder: folder.path).prepare()
    #expect(
      notebook.inputs.map(\.name) == ["data.csv", "line.en.md", "line.es.md", "notebook.yaml"])
    let hash = SHA256.hash(Array(SampleNotebook.table.utf8)).hexadecimal
    #expect(notebook.inputs[0].sha256 == hash)
    #expect(notebook.lessons[0].data.summary.hashes == ["data.csv": hash])
    #expect(notebook.lessons[0].data.summary.rows == 6)
    #expect(notebook.lessons[0].data.summary.testRows == 1)
  }

  @Test func imagesAreFoundBesideTheNotebookFirst() throws {
    let folder = NotebookFolderFixture(notebook: SampleNotebook.yaml)
    folder.writeImages("fashion-mnist", train: 120, test: 60)
    let notebook = try Notebook.load(folder: folder.path).prepare()
    let lesson = notebook.lessons[1]
    #expect(lesson.data.summary.kind == .images)
    #expect(lesson.data.summary.rows == 100)
    #expect(lesson.data.summary.testRows == 50)
    #expect(notebook.warnings == [])
    #expect(notebook.inputs.map(\.name).contains("fashion-mnist/t10k-images-idx3-ubyte"))
    guard case .images(let images) = lesson.data.source else { return }
    #expect(images.classes[0] == LocalizedText([.es: "Playera/top", .en: "T-shirt/top"]))
  }

  @Test func drawnGarmentsTakeThePlaceOfFashionMNISTAndSaySo() throws {
    let folder = NotebookFolderFixture(notebook: SampleNotebook.yaml)
    let notebook = try Notebook.load(folder: folder.path)
    let prepared = try NotebookPreparation(
      notebook, dataFolder: nil, isStrict: false, systemFolder: folder.path + "/none"
    ).run()
    let summary = prepared.lessons[1].data.summary
    #expect(summary.kind == .drawnImages && summary.rows == 100 && summary.testRows == 50)
    #expect(summary.hashes == [:])
    #expect(prepared.inputs.map(\.name) == ["data.csv", "notebook.yaml"])
    let key = try #require(prepared.warnings.first).key
    #expect(prepared.warnings.count == 1)
    #expect(
      Messages.catalogue(.es)[key]
        == "Sin Fashion-MNIST: usé prendas dibujadas. Las exactitudes NO son comparables con el "
        + "cuaderno original. Para el conjunto real: sudo apt install dataset-fashion-mnist")
    #expect(
      Messages.catalogue(.en)[key]
        == "No Fashion-MNIST: drawn garments were used. The accuracies are NOT comparable with the "
        + "original notebook. For the real set: sudo apt install dataset-fashion-mnist")
  }

  @Test func strictRefusesTheSubstitute() throws {
    let folder = NotebookFolderFixture(notebook: SampleNotebook.yaml)
    let notebook = try Notebook.load(folder: folder.path)
    do throws(UserErrors) {
      _ = try NotebookPreparation(
        notebook, dataFolder: nil, isStrict: true, systemFolder: folder.path + "/none"
      ).run()
      Issue.record("the substitute was taken")
    } catch {
      #expect(
        NotebookFolderFixture.lines(error, .es, relativeTo: folder.path) == [
          "notebook.yaml:28:20: No encuentro Fashion-MNIST, y con --strict no se usan prendas "
            + "dibujadas en su lugar. Instálalo con «sudo apt install dataset-fashion-mnist», o "
            + "indica su carpeta con --data."
        ])
      #expect(
        NotebookFolderFixture.lines(error, .en, relativeTo: folder.path) == [
          "notebook.yaml:28:20: I cannot find Fashion-MNIST, and with --strict no drawn garments "
            + "take its place. Install it with “sudo apt install dataset-fashion-mnist”, or name "
            + "its folder with --data."
        ])
      #expect(error.errors[0].exitCode == .missingInput)
    }
  }

  @Test func anOutputTooLargeForASampleIsRefused() {
    let yaml = SampleNotebook.replacing(
      "{images: fashion-mnist, train: 100, test: 50}", "{images: large}"
    ).split(separator: "filters: 4, kernel_size: 3")
      .joined(separator: "filters: 4096, kernel_size: 1")
    let found = complaints(yaml) { $0.writeImages("large", side: 80, train: 2, test: 2) }
    #expect(
      found.es == [
        "notebook.yaml:30:9: La salida de Conv2D pasa de 16777216 valores por muestra. Usa menos "
          + "filtros o unidades."
      ])
    #expect(
      found.en == [
        "notebook.yaml:30:9: The output of Conv2D is over 16777216 values a sample. Use fewer "
          + "filters or units."
      ])
  }

  // MARK: What is refused

  private func complaints(
    _ yaml: String, table: String = SampleNotebook.table, with add: (NotebookFolderFixture) -> Void
  ) -> (es: [String], en: [String], code: ExitCode) {
    let folder = NotebookFolderFixture(notebook: yaml, table: table)
    add(folder)
    return (
      folder.preparationComplaints(.es), folder.preparationComplaints(.en), folder.exitCode()
    )
  }

  @Test func aMissingColumnIsFoundBeforeAnyNumber() {
    let found = complaints(SampleNotebook.lineOnly, table: "grados,fahrenheit\nx,1\n2,y\n") { _ in }
    #expect(found.en.count == 1)
    #expect(found.en[0].hasPrefix("data.csv:1: "))
    #expect(found.code == .invalidInput)
  }

  @Test func anImageSetThatIsNowhereIsMissing() {
    let yaml = SampleNotebook.replacing("fashion-mnist", "my-shoes")
    let found = complaints(yaml) { _ in }
    #expect(
      found.es == [
        "notebook.yaml:28:20: No encuentro el conjunto de imágenes «my-shoes» junto al cuaderno, "
          + "en la carpeta de --data ni en /usr/share/datasets. Pon ahí una carpeta con sus cuatro "
          + "archivos IDX."
      ])
    #expect(
      found.en == [
        "notebook.yaml:28:20: I cannot find the image set “my-shoes” beside the notebook, in the "
          + "folder of --data or in /usr/share/datasets. Put a folder with its four IDX files there."
      ])
    #expect(found.code == .missingInput)
  }

  @Test func aModelIsHeldAgainstTheImagesOwnSize() {
    let yaml = SampleNotebook.replacing("fashion-mnist", "tiny")
      .split(separator: "kernel_size: 3").joined(separator: "kernel_size: 9")
    let found = complaints(yaml) { $0.writeImages("tiny", side: 8, train: 100, test: 50) }
    #expect(
      found.es == [
        "notebook.yaml:30:9: La ventana de 9 × 9 de Conv2D no cabe en una imagen de 8 × 8. Usa una "
          + "ventana más pequeña, «padding: same», o menos capas antes."
      ])
  }

  @Test func anotherNumberOfWeightArraysIsRefused() {
    let yaml = SampleNotebook.lineOnly + "    initial_weights: w.npz\n"
    let found = complaints(yaml) {
      $0.write("w.npz", NPZ.write([NPYArray(name: "0", shape: [1, 1], values: [2])]))
    }
    #expect(
      found.es == [
        "w.npz: Arreglos en «initial_weights»: 1; el modelo necesita 2. Escribe los de cada capa en "
          + "el orden de get_weights()."
      ])
    #expect(
      found.en == [
        "w.npz: Arrays in “initial_weights”: 1; the model needs 2. Write those of each layer in the "
          + "order of get_weights()."
      ])
  }

  @Test func weightArraysOfAnotherNameOrShapeAreRefused() {
    let yaml = SampleNotebook.lineOnly + "    initial_weights: w.npz\n"
    let found = complaints(yaml) {
      $0.write(
        "w.npz",
        NPZ.write([
          NPYArray(name: "0", shape: [1], values: [2]),
          NPYArray(name: "arr_1", shape: [1], values: [2]),
        ]))
    }
    #expect(
      found.es == [
        "w.npz: «0» mide 1 y debe medir 1 × 1. Revisa los corchetes: las filas son las entradas y "
          + "las columnas las unidades.",
        "w.npz: Falta el arreglo «1». Los arreglos se llaman «0», «1», «2», ... en el orden de "
          + "get_weights().",
      ])
    #expect(
      found.en == [
        "w.npz: “0” is 1 and must be 1 × 1. Check the brackets: rows are inputs, columns are units.",
        "w.npz: The array “1” is missing. Arrays are named “0”, “1”, “2”, ... in the order of "
          + "get_weights().",
      ])
  }

  @Test func aTestPartTooSmallToHoldARowIsRefused() {
    let yaml = SampleNotebook.lineOnly.split(separator: "test: 0.2").joined(separator: "test: 0.05")
    let found = complaints(yaml) { _ in }
    #expect(
      found.es == [
        "notebook.yaml:13:13: Filas de la tabla: 7. «test» no alcanza a apartar ninguna. Añade "
          + "filas o aparta una fracción mayor."
      ])
    #expect(
      found.en == [
        "notebook.yaml:13:13: Rows of the table: 7. “test” is too small to hold out any. Add rows "
          + "or hold out a larger fraction."
      ])
  }

  @Test func aTestPartThatLeavesNothingIsRefused() {
    let yaml = SampleNotebook.lineOnly.split(separator: "test: 0.2").joined(separator: "test: 0.99")
    let found = complaints(yaml) { _ in }
    #expect(
      found.es == [
        "notebook.yaml:13:13: Filas de la tabla: 7. Al apartar «test» y «validation_split» no queda "
          + "ninguna para entrenar. Añade filas o aparta menos."
      ])
    #expect(
      found.en == [
        "notebook.yaml:13:13: Rows of the table: 7. Once “test” and “validation_split” are held "
          + "out, none is left for training. Add rows or hold out less."
      ])
  }

  @Test func aValidationSplitWithoutRowsIsRefused() {
    let yaml = SampleNotebook.lineOnly.split(separator: "validation: test")
      .joined(separator: "validation_split: 1e-20")
    let found = complaints(yaml) { _ in }
    #expect(
      found.es == [
        "notebook.yaml:21:56: Filas para entrenar: 6. «validation_split» no alcanza a apartar "
          + "ninguna. Añade filas o aparta una fracción mayor."
      ])
    #expect(
      found.en == [
        "notebook.yaml:21:56: Rows for training: 6. “validation_split” is too small to hold out "
          + "any. Add rows or hold out a larger fraction."
      ])
  }

  @Test func aTargetThatIsNoClassHasItsLine() {
    let yaml = SampleNotebook.lineOnly
      .split(separator: "units: 1}").joined(separator: "units: 3, activation: softmax}")
      .split(separator: "mean_squared_error, metrics: [mae]")
      .joined(separator: "sparse_categorical_crossentropy")
      .split(separator: "    untrained: {weights: [[[1.8]], [4.5]], predict: [15]}\n").joined()
    let found = complaints(yaml, table: "celsius,fahrenheit\n1,0\n2,2\n3,3\n4,1\n5,0\n") { _ in }
    #expect(
      found.es == [
        "data.csv:4: «3» en la columna «fahrenheit» no es una clase: con esta pérdida y este modelo, "
          + "las clases son enteros de 0 a 2. Corrige el valor, o cambia las unidades de la última "
          + "capa."
      ])
    #expect(
      found.en == [
        "data.csv:4: “3” in column “fahrenheit” is not a class: with this loss and model, classes "
          + "are whole numbers from 0 to 2. Correct the value, or change the units of the last layer."
      ])
  }
}
