import Archives
import Datasets
import Diagnostics
import Glibc
import Lessons

/// A copy of a notebook with its own id and title, for editing.
///
/// Hidden files, links and folders without a file are not copied, nor is prose in languages that
/// were not requested. The folder appears complete or not at all.
public struct NewNotebook {
  public static let fileLimit = 2_000
  public static let sizeLimit = 256 << 20
  private static let depthLimit = 16

  public let folder: String
  private enum Source {
    case notebook(Notebook)
    case table(TableNotebook)
  }

  private let source: Source
  private let languages: [Language]

  /// - Parameters:
  ///   - folder: the new folder; must be absent or empty.
  ///   - source: the notebook to copy.
  ///   - languages: the languages to keep.
  public init(folder: String, from source: Notebook, languages: [Language]) {
    self.init(folder, .notebook(source), languages)
  }

  /// A first notebook for a table.
  public init(folder: String, for table: TableNotebook, language: Language) {
    self.init(folder, .table(table), [language])
  }

  private init(_ folder: String, _ source: Source, _ languages: [Language]) {
    var folder = folder[...]
    while folder.count > 1, folder.last == "/" { folder.removeLast() }
    self.folder = String(folder)
    self.source = source
    self.languages = languages
  }

  /// The id derived from the folder's name: `Mi Práctica 2` becomes `mi-practica-2`.
  public var id: String {
    var id = ""
    for character in name.lowercased() {
      let plain = ColumnName.plain(character)
      switch plain {
      case "a"..."z", "0"..."9": id.append(plain)
      default: if !id.isEmpty, id.last != "-" { id.append("-") }
      }
    }
    id = String(id.prefix(64))
    while id.last == "-" { id.removeLast() }
    return id.isEmpty ? "cuaderno" : id
  }

  /// The title derived from the folder's name.
  public var title: String {
    let words = name.visibleLine.map { $0 == "-" || $0 == "_" ? " " : $0 }
    let text = String(words).split(separator: " ").joined(separator: " ")
    return text.isEmpty ? "Cuaderno" : text.prefix(1).uppercased() + text.dropFirst()
  }

  private var name: String {
    let path =
      folder == "." || folder.hasSuffix("/..") || folder == ".." ? Files.resolved(folder) : nil
    return FileTree.name(of: path ?? folder)
  }

  public func write() throws {
    try checkFolder()
    let files: [(name: String, bytes: [UInt8])]
    switch source {
    case .notebook(let notebook): files = try copied(notebook)
    case .table(let table): files = table.files(id: id, title: title)
    }
    let parent = FileTree.parent(of: folder) ?? "."
    let staging = "\(parent)/.cuaderno-new-\(getpid())-\(UInt32.random(in: .min ... .max))"
    defer { FileTree.remove(staging) }
    do throws(FileTree.SystemError) {
      try FileTree.createFolder(staging)
      for file in files {
        if let above = FileTree.parent(of: file.name) {
          try FileTree.createFolder("\(staging)/\(above)")
        }
        try FileTree.write("\(staging)/\(file.name)", file.bytes)
      }
    } catch {
      throw OutputError.cannotCreate(path: folder, code: error.code)
    }
    let made = try? Notebook.load(folder: staging)
    guard let made, made.id == id, made.languages == languages,
      languages.allSatisfy({ made.title[$0] == title })
    else { throw NewNotebookError.cannotRename(path: "\(sourceFolder)/notebook.yaml") }
    // Replaces an absent or an empty folder; fails on anything else.
    guard rename(staging, folder) == 0 else {
      let code = errno
      let isTaken = [ENOTEMPTY, EEXIST, ENOTDIR].contains(code)
      throw isTaken
        ? NewNotebookError.notEmpty(path: folder)
        : OutputError.cannotCreate(path: folder, code: code) as any Error
    }
  }

  private func checkFolder() throws {
    guard Files.isFolder(folder) else {
      if (try? FileTree.kind(folder)) ?? .absent != .absent {
        throw NewNotebookError.notEmpty(path: folder)
      }
      return
    }
    guard (try? FileTree.names(in: folder))?.isEmpty == true else {
      throw NewNotebookError.notEmpty(path: folder)
    }
  }

  // MARK: What is copied

  private var sourceFolder: String {
    if case .notebook(let notebook) = source { notebook.folder } else { folder }
  }

  private func copied(_ source: Notebook) throws -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    var size = 0
    let left = source.languages.filter { !languages.contains($0) }
    for name in try names(of: source, below: "", depth: 0)
    where !left.contains(where: { name.hasSuffix(".\($0.rawValue).md") }) {
      let limit = Self.sizeLimit - size
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try Files.read("\(source.folder)/\(name)", limit: limit)
      } catch {
        if case .tooLarge = error.fault { throw tooLarge }
        throw error
      }
      size += bytes.count
      files.append((name, name == "notebook.yaml" ? renamed(bytes, of: source) : bytes))
      guard files.count <= Self.fileLimit else { throw tooLarge }
    }
    if let schema = schema(of: source), !files.contains(where: { $0.name == Self.schemaName }) {
      files.append((Self.schemaName, schema))
    }
    return files
  }

  private static let schemaName = "notebook.schema.json"

  /// What tells editors the keys: copied, so that it is there on every machine that the copy comes to.
  private func schema(of source: Notebook) -> [UInt8]? {
    guard let bytes = try? Files.read("\(source.folder)/notebook.yaml", limit: Self.sizeLimit),
      let path = NotebookText(String(decoding: bytes, as: UTF8.self)).schema
    else { return nil }
    return try? Files.read("\(source.folder)/\(path)", limit: 1 << 20)
  }

  private var tooLarge: NewNotebookError {
    .tooLarge(path: sourceFolder, files: Self.fileLimit, megabytes: Self.sizeLimit >> 20)
  }

  private func names(of source: Notebook, below prefix: String, depth: Int) throws -> [String] {
    guard depth < Self.depthLimit else { return [] }
    var found: [String] = []
    for name in (try? FileTree.names(in: "\(source.folder)/\(prefix)")) ?? []
    where name.first != "." {
      switch try? FileTree.kind("\(source.folder)/\(prefix)\(name)") {
      case .file: found.append(prefix + name)
      case .folder: found += try names(of: source, below: "\(prefix)\(name)/", depth: depth + 1)
      default: continue
      }
      guard found.count <= Self.fileLimit else { throw tooLarge }
    }
    return found
  }

  private func renamed(_ bytes: [UInt8], of source: Notebook) -> [UInt8] {
    var text = NotebookText(String(decoding: bytes, as: UTF8.self))
    let quoted = NotebookText.quoted(title)
    text.schema = schema(of: source) == nil ? nil : Self.schemaName
    text.set("id", to: id)
    text.set("languages", to: "[\(languages.map(\.rawValue).joined(separator: ", "))]")
    text.set(
      "title",
      to: "{" + languages.map { "\($0.rawValue): \(quoted)" }.joined(separator: ", ") + "}")
    return Array(text.text.utf8)
  }
}
