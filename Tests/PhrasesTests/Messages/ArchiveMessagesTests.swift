import Archives
import Diagnostics
import TestSupport
import Testing

/// What is said of damaged or refused archives, literally.
@Suite struct ArchiveMessagesTests {
  static let sentences: [(any UserError, String, String)] = [
    (
      ArchiveError("a.gz", .notGzip),
      "Este archivo no está comprimido con gzip: no empieza con los bytes 1F 8B. Descárgalo de "
        + "nuevo o quítale la terminación .gz si no está comprimido.",
      "This file is not compressed with gzip: it does not start with the bytes 1F 8B. Download "
        + "it again, or remove the ending .gz if it is not compressed."
    ),
    (
      ArchiveError("a.gz", .truncated),
      "Los datos comprimidos terminan antes de tiempo: parece una descarga incompleta. "
        + "Descarga el archivo de nuevo.",
      "The compressed data end too early: this looks like an incomplete download. Download the "
        + "file again."
    ),
    (
      ArchiveError("a.gz", .corrupt),
      "Los datos comprimidos están dañados. Descarga o copia el archivo de nuevo.",
      "The compressed data are damaged. Download or copy the file again."
    ),
    (
      ArchiveError("a.gz", .wrongChecksum),
      "La suma de verificación (CRC-32) no coincide con los datos: el archivo está dañado. "
        + "Descárgalo de nuevo.",
      "The checksum (CRC-32) does not match the data: the file is damaged. Download it again."
    ),
    (
      ArchiveError("a.gz", .wrongLength),
      "El tamaño que anuncia el final del archivo no coincide con lo que se descomprimió: el "
        + "archivo está dañado. Descárgalo de nuevo.",
      "The size announced at the end of the file does not match what was inflated: the file is "
        + "damaged. Download it again."
    ),
    (
      ArchiveError("a.gz", .trailingBytes(count: 7)),
      "Después de los datos comprimidos sobran 7 bytes. Descarga el archivo de nuevo o quita "
        + "lo que sobra.",
      "There are 7 bytes too many after the compressed data. Download the file again or remove "
        + "the rest."
    ),
    (
      ArchiveError("a.gz", .tooLarge(limit: 4 << 10)),
      "Descomprimido, este archivo pasa del límite de 4 KiB. Usa un archivo más pequeño.",
      "Inflated, this file is over the limit of 4 KiB. Use a smaller file."
    ),
    (
      ArchiveError("a.gz", .notZip),
      "Este archivo no es un archivo zip completo. Descárgalo o guárdalo de nuevo.",
      "This file is not a complete zip archive. Download or save it again."
    ),
    (
      ArchiveError("a.gz", .unsupportedZip),
      "Este archivo zip usa varios volúmenes o el formato ZIP64, que Cuaderno no lee. Guárdalo "
        + "de nuevo como zip sencillo.",
      "This zip archive has several volumes or is ZIP64, which Cuaderno does not read. Save it "
        + "again as a plain zip."
    ),
    (
      ArchiveError("a.gz", .tooManyEntries(found: 65, limit: 64)),
      "Este archivo contiene 65 archivos y el límite es de 64. Quita los que no hagan falta.",
      "This archive holds 65 files and the limit is 64. Remove those that are not needed."
    ),
    (
      ArchiveError("a.gz", .encryptedEntry("0.npy")),
      "«0.npy» está cifrado con contraseña dentro de este archivo. Guárdalo sin contraseña.",
      "“0.npy” is encrypted with a password in this archive. Save it without a password."
    ),
    (
      ArchiveError("a.gz", .unsupportedMethod(entry: "0.npy", method: 12)),
      "«0.npy» está comprimido con el método 12, y Cuaderno solo lee 0 (sin comprimir) y 8 "
        + "(deflate). Comprímelo de nuevo con uno de ellos.",
      "“0.npy” is compressed with method 12, and Cuaderno reads only 0 (stored) and 8 "
        + "(deflate). Compress it again with one of them."
    ),
    (
      ArchiveError("a.gz", .unsafeName("../a")),
      "El nombre «../a» dentro de este archivo es absoluto, sube de carpeta o tiene signos no "
        + "permitidos. Usa un nombre sencillo, sin «..», «:» ni «\\».",
      "The name “../a” in this archive is absolute, climbs out of its folder or has characters "
        + "that are not allowed. Use a simple name without “..”, “:” or “\\”."
    ),
    (
      ArchiveError("a.gz", .duplicateEntry("0.npy")),
      "Este archivo contiene dos veces «0.npy». Deja solo una.",
      "This archive holds “0.npy” twice. Keep only one."
    ),
    (
      ArchiveError("a.gz", .corruptEntry("0.npy")),
      "«0.npy» está dañado dentro de este archivo. Descárgalo o guárdalo de nuevo.",
      "“0.npy” is damaged in this archive. Download or save it again."
    ),
    (
      ArchiveError("a.gz", .notAnArray(entry: "0")),
      "«0» no es un arreglo de NumPy (.npy). Guarda los pesos con numpy.savez.",
      "“0” is not a NumPy array (.npy). Save the weights with numpy.savez."
    ),
    (
      ArchiveError("a.gz", .unsupportedType(entry: "0", type: "<i8")),
      "El arreglo «0» es de tipo <i8, y se esperaba <f4 (float32) o <f8 (float64). Conviértelo "
        + "con .astype('float32') antes de guardarlo.",
      "The array “0” is of type <i8; <f4 (float32) or <f8 (float64) was expected. Convert it "
        + "with .astype('float32') before saving it."
    ),
    (
      ArchiveError("a.gz", .wrongArrayLength(entry: "0", announced: 8, found: 4)),
      "El arreglo «0» anuncia 8 bytes de datos y tiene 4. Guárdalo de nuevo con numpy.savez.",
      "The array “0” announces 8 bytes of data and has 4. Save it again with numpy.savez."
    ),
    (
      ArchiveError("a.gz", .notFinite(entry: "0", index: 5)),
      "El arreglo «0» tiene en la posición 5 un valor que no es un número finito. Revisa los "
        + "pesos antes de guardarlos.",
      "The array “0” has a value at position 5 that is not a finite number. Check the weights "
        + "before saving them."
    ),
  ]

  @Test(arguments: sentences)
  func says(error: any UserError, spanish: String, english: String) throws {
    #expect(try sentence(error.message, .es) == spanish)
    #expect(try sentence(error.message, .en) == english)
  }

  @Test func everySentenceIsUsed() throws {
    let used = Set(Self.sentences.map(\.0.message.key))
    #expect(try unusedKeys(of: "archive", used) == [])
  }
}
