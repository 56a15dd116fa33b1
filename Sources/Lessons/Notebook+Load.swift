import Diagnostics

extension Notebook {
  /// Reads `notebook.yaml` of a folder, checks it, and checks that every file it names is there.
  ///
  /// Throws all errors of the file in its order, at most `UserErrors.limit`. Reads no data file.
  public static func load(folder: String) throws(UserErrors) -> Notebook {
    Notebook(folder: folder, id: "", languages: [], title: LocalizedText(), lessons: [])
  }
}
