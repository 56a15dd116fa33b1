import Archives
import Diagnostics
import TestSupport
import Testing

/// What is said of files that cannot be read, literally.
@Suite struct FileMessagesTests {
  static let sentences: [(any UserError, String, String)] = [
    (
      FileError("a.csv", .notFound),
      "No encuentro este archivo. Revisa que el nombre esté bien escrito, con sus mayúsculas, "
        + "y que el archivo esté en esa carpeta.",
      "I cannot find this file. Check that its name is spelled right, capitals included, and "
        + "that the file is in that folder."
    ),
    (
      FileError("a.csv", .notAllowed),
      "No tengo permiso para leer este archivo. Revisa sus permisos.",
      "I am not allowed to read this file. Check its permissions."
    ),
    (
      FileError("a.csv", .unreadable(code: 5)),
      "El sistema no pudo leer este archivo (el disco falló al leer o escribir). Revisa el disco o copia el "
        + "archivo de nuevo.",
      "The system could not read this file (the disk failed to read or write). Check the disk or copy the "
        + "file again."
    ),
    (
      FileError("a.csv", .notRegular),
      "Esto no es un archivo normal, sino una carpeta, una tubería o un dispositivo. Indica un "
        + "archivo.",
      "This is no ordinary file but a folder, a pipe or a device. Name a file."
    ),
    (
      FileError("a.csv", .tooLarge(size: 70_000_001, limit: 64 << 20)),
      "Este archivo mide 70000001 bytes y el límite es de 64 MiB. Usa una versión más pequeña.",
      "This file has 70000001 bytes and the limit is 64 MiB. Use a smaller version."
    ),
  ]

  @Test(arguments: sentences)
  func says(error: any UserError, spanish: String, english: String) throws {
    #expect(try sentence(error.message, .es) == spanish)
    #expect(try sentence(error.message, .en) == english)
  }

  @Test func everySentenceIsUsed() throws {
    let used = Set(Self.sentences.map(\.0.message.key))
    #expect(try unusedKeys(of: "file", used) == [])
  }
}
