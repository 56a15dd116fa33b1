import Archives
import ArgumentParser
import Lessons
import Publishing

/// What a shell offers for a word that is being written.
enum Completions {
  /// Folders with a notebook, folders on the way to one, and the bundled notebooks.
  static let notebook = CompletionKind.custom { _, _, prefix in notebooks(prefix) }
  /// The ids of the lessons of the notebooks on the command line.
  static let lesson = CompletionKind.custom { words, _, _ in lessons(words) }

  static func notebooks(_ prefix: String) -> [String] {
    let cut = prefix.utf8.lastIndex(of: UInt8(ascii: "/"))
    let above = cut.map { String(prefix[...$0]) } ?? ""
    let folders = (try? FileTree.names(in: above.isEmpty ? "." : above)) ?? []
    let found = folders.filter { $0.first != "." && Files.isFolder(above + $0) }.map { name in
      Files.isFile("\(above)\(name)/\(BundledNotebooks.file)") ? above + name : "\(above)\(name)/"
    }
    let bundled = TemplatesFolder.own.map { BundledNotebooks.names(templates: $0) } ?? []
    let others = bundled.filter { !found.contains($0) }
    return (found + others).filter { $0.hasPrefix(prefix) }
  }

  static func lessons(_ words: [String]) -> [String] {
    guard let templates = TemplatesFolder.own else { return [] }
    func folder(_ word: String) -> String? {
      try? BundledNotebooks.folder(of: word, templates: templates)
    }
    let named = words.compactMap(folder)
    let meant = named.isEmpty ? [folder(TrainingOptions.defaultNotebook)].compactMap(\.self) : named
    return meant.flatMap { folder in
      (try? Notebook.load(folder: folder))?.lessons.map(\.id) ?? []
    }
  }
}
