import Archives
import Diagnostics

extension Notebook {
  /// Reads `notebook.yaml` of a folder, checks it, and checks that every file it names is there.
  ///
  /// `languages` are those that its texts may be in.
  ///
  /// Throws all errors of the file in its order, at most `errorLimit`. Tables are read for the numbers
  /// and classes that they give; what is wrong with one is said by `prepare`.
  public static func load(
    folder: String, languages: [Language] = Language.allCases,
    errorLimit: Int = UserErrors.limit
  ) throws(UserErrors) -> Notebook {
    let path = NotebookFolder.join(folder, "notebook.yaml")
    let reader = YAMLReader(path: path)
    let notebook: Notebook?
    do {
      let bytes = try Files.read(path, limit: NotebookLimits.fileBytes)
      let root = try YAMLDocument.root(of: bytes, path: path)
      var decoder = NotebookDecoder(reader: reader, folder: folder)
      decoder.knownLanguages = languages
      notebook = decoder.decode(root)
    } catch let error as FileError where error.fault == .notFound {
      throw UserErrors([NotebookError(.notebookMissing, at: Place(path))])
    } catch {
      throw UserErrors([error as! any UserError])
    }
    let errors = reader.orderedErrors + (notebook?.proseErrors ?? [])
    guard errors.isEmpty, let notebook else {
      throw UserErrors(Array(errors.prefix(errorLimit)))
    }
    return notebook.resolvingTables()
  }

  /// The prose file of a lesson in a language: its path, whether or not it is there.
  public func prosePath(of lesson: Lesson, _ language: Language) -> String {
    NotebookFolder.join(folder, "\(lesson.id).\(language.rawValue).md")
  }

  /// A lesson has prose in all languages or in none, and it lies in the folder.
  private var proseErrors: [NotebookError] {
    lessons.flatMap { lesson -> [NotebookError] in
      let escapes = languages.filter { language in
        let name = "\(lesson.id).\(language.rawValue).md"
        return NotebookFolder.problem(with: name, in: folder) == .pathLeavesFolder(name)
      }
      guard escapes.isEmpty else {
        return escapes.map {
          NotebookError(.proseLeavesFolder, at: Place(prosePath(of: lesson, $0)))
        }
      }
      let paths = languages.map { prosePath(of: lesson, $0) }
      guard let other = paths.first(where: Files.isFile) else { return [] }
      return paths.filter { !Files.isFile($0) }.map {
        NotebookError(.proseMissing(lesson: lesson.id, other: other), at: Place($0))
      }
    }
  }
}
