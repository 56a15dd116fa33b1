import Archives
import Diagnostics
import Lessons

extension ClassDescription {
  /// Reads `class.yaml` of a folder and checks what can be checked without other files.
  ///
  /// Throws all errors of the file in its order, at most `UserErrors.limit`.
  public static func load(folder: String) throws(UserErrors) -> ClassDescription {
    let path = NotebookFolder.join(folder, fileName)
    let reader = YAMLReader(path: path)
    let description: ClassDescription?
    do {
      let bytes = try Files.read(path, limit: NotebookLimits.fileBytes)
      let root = try YAMLDocument.root(of: bytes, path: path)
      var decoder = ClassDecoder(reader: reader, folder: folder)
      description = decoder.decode(root)
    } catch let error as FileError where error.fault == .notFound {
      throw UserErrors([ClassError.noClassFile(path: path)])
    } catch {
      throw UserErrors([error as! any UserError])
    }
    guard let description, !reader.hasErrors else {
      throw UserErrors(Array(reader.orderedErrors.prefix(UserErrors.limit)))
    }
    return description
  }

  /// The path of class.yaml.
  public var path: String { NotebookFolder.join(folder, Self.fileName) }
}
