import Datasets
import Diagnostics
import TestSupport
import Testing

/// What is said of image files, literally.
@Suite struct ImageMessagesTests {
  static let sentences: [(any UserError, String, String)] = [
    (
      ImageError.data(path: "a", .missingFile(name: "train-labels-idx1-ubyte")),
      "En esta carpeta falta train-labels-idx1-ubyte o train-labels-idx1-ubyte.gz. Hacen falta "
        + "los cuatro archivos: train-images-idx3-ubyte, train-labels-idx1-ubyte, "
        + "t10k-images-idx3-ubyte y t10k-labels-idx1-ubyte.",
      "This folder lacks train-labels-idx1-ubyte or train-labels-idx1-ubyte.gz. Four files are "
        + "needed: train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and "
        + "t10k-labels-idx1-ubyte."
    ),
    (
      ImageError.data(path: "a", .shortHeader),
      "El archivo IDX termina antes de completar su encabezado. Descárgalo de nuevo.",
      "The IDX file ends before its header does. Download it again."
    ),
    (
      ImageError.data(path: "a", .wrongMagic(found: 2049, expected: 2051)),
      "El archivo IDX empieza con el número 2049, y se esperaba 2051 (2051 en las imágenes, "
        + "2049 en las etiquetas). Revisa que los archivos no estén intercambiados.",
      "The IDX file starts with the number 2049; 2051 was expected (2051 for images, 2049 for "
        + "labels). Check that the files have not been swapped."
    ),
    (
      ImageError.data(path: "a", .noImages),
      "El archivo IDX anuncia cero elementos en una de sus dimensiones. Descárgalo de nuevo.",
      "The IDX file announces zero items in one of its dimensions. Download it again."
    ),
    (
      ImageError.data(path: "a", .tooLarge(announced: 300, limit: 256)),
      "El archivo IDX anuncia 300 bytes de datos y el límite es de 256. Usa menos imágenes o "
        + "imágenes más pequeñas.",
      "The IDX file announces 300 bytes of data and the limit is 256. Use fewer or smaller "
        + "images."
    ),
    (
      ImageError.data(path: "a", .tooLarge(announced: nil, limit: 256)),
      "El archivo IDX anuncia un tamaño imposible; el límite es de 256 bytes. El encabezado "
        + "está dañado: descárgalo de nuevo.",
      "The IDX file announces an impossible size; the limit is 256 bytes. Its header is "
        + "damaged: download it again."
    ),
    (
      ImageError.data(path: "a", .truncated(announced: 784, found: 783)),
      "El archivo IDX anuncia 784 bytes de datos y solo tiene 783. Parece una descarga "
        + "incompleta: descárgalo de nuevo.",
      "The IDX file announces 784 bytes of data and has only 783. This looks like an "
        + "incomplete download: download it again."
    ),
    (
      ImageError.data(path: "a", .trailingBytes(announced: 784)),
      "El archivo IDX anuncia 784 bytes de datos y tiene más. El encabezado no corresponde a "
        + "los datos: descárgalo de nuevo.",
      "The IDX file announces 784 bytes of data and has more. Its header does not belong to "
        + "the data: download it again."
    ),
    (
      ImageError.data(path: "a", .countsDisagree(images: 3, labels: 2, labelFile: "l.gz")),
      "Hay 3 imágenes y 2 etiquetas en l.gz. Cada imagen necesita su etiqueta: revisa que "
        + "ambos archivos sean del mismo conjunto.",
      "There are 3 images, and 2 labels in l.gz. Every image needs its label: check that both "
        + "files are of the same set."
    ),
    (
      ImageError.data(path: "a", .labelOutOfRange(label: 10, image: 4, classes: 10)),
      "La imagen 4 tiene la etiqueta 10, y la última capa del modelo solo admite de 0 a 9. "
        + "Cambia el número de unidades de la última capa o corrige las etiquetas.",
      "Image 4 has the label 10, and the model's last layer only takes 0 to 9. Change the "
        + "number of units of the last layer or correct the labels."
    ),
    (
      ImageError.data(
        path: "a", .otherSize(height: 8, width: 9, expectedHeight: 28, expectedWidth: 27)),
      "Las imágenes de prueba miden 8 x 9 píxeles y las de entrenamiento 28 x 27. Usa archivos "
        + "del mismo conjunto.",
      "The test images are 8 x 9 pixels and the training images 28 x 27. Use files of one set."
    ),
    (
      ImageError.data(path: "a", .tooFew(wanted: 70_000, found: 60_000)),
      "La lección pide 70000 imágenes y este archivo tiene 60000. Pide menos imágenes en "
        + "notebook.yaml.",
      "The lesson asks for 70000 images and this file has 60000. Ask for fewer images in "
        + "notebook.yaml."
    ),
  ]

  @Test(arguments: sentences)
  func says(error: any UserError, spanish: String, english: String) throws {
    #expect(try sentence(error.message, .es) == spanish)
    #expect(try sentence(error.message, .en) == english)
  }

  @Test func everySentenceIsUsed() throws {
    let used = Set(Self.sentences.map(\.0.message.key))
    #expect(try unusedKeys(of: "images", used) == [])
  }
}
