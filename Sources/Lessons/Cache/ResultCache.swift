import Archives

/// Results of lessons by what they were made from: the parts of a `ResultKey` and the program.
public struct ResultCache: Sendable {
  public let folder: CacheFolder
  /// What tells one build of the program from another.
  public let program: String

  public init(folder: CacheFolder, program: String) {
    self.folder = folder
    self.program = program
  }

  /// The result kept for exactly these inputs.
  public func result(for key: ResultKey) -> LessonResult? {
    let name = name(of: key)
    guard let bytes = folder.read(.results, name), let value = PackedReader.value(bytes),
      value["key"] == .text(name), let packed = value["result"]
    else { return nil }
    return try? PackedDecoder.decode(LessonResult.self, from: packed)
  }

  /// Keeps a finished result, unless its training diverged.
  public func store(_ result: LessonResult, for key: ResultKey) {
    guard result.history.divergence == nil, let packed = try? PackingEncoder.encode(result)
    else { return }
    let name = name(of: key)
    let value = PackedValue.record([
      PackedValue.Member(name: "key", value: .text(name)),
      PackedValue.Member(name: "result", value: packed),
    ])
    folder.write(.results, name, PackedWriter.bytes(value))
    remember(key)
  }

  // MARK: What changed

  /// The names of the parts that differ from those the lesson was last made from; nil where nothing
  /// is known of it. `programPart` is the program itself.
  public func changes(_ key: ResultKey) -> [String]? {
    guard let bytes = folder.read(.inputs, place(of: key)),
      case .list(let values)? = PackedReader.value(bytes)
    else { return nil }
    var earlier: [ResultKey.Part] = []
    for value in values {
      guard case .text(let name)? = value["name"], case .text(let sha256)? = value["sha256"]
      else { return nil }
      earlier.append(ResultKey.Part(name: name, sha256: sha256))
    }
    return ResultKey.changes(from: earlier, to: parts(of: key))
  }

  /// Remembers these as the inputs that a lesson was last made from.
  public func remember(_ key: ResultKey) {
    guard changes(key) != [] else { return }
    let values = parts(of: key).map { part in
      PackedValue.record([
        PackedValue.Member(name: "name", value: .text(part.name)),
        PackedValue.Member(name: "sha256", value: .text(part.sha256)),
      ])
    }
    folder.write(.inputs, place(of: key), PackedWriter.bytes(.list(values)))
  }

  /// The name of the program's part, as people read it.
  public static let programPart = "Cuaderno"

  private func parts(of key: ResultKey) -> [ResultKey.Part] {
    key.parts + [
      ResultKey.Part(
        name: Self.programPart, sha256: SHA256.hash(Array(program.utf8)).hexadecimal)
    ]
  }

  /// The name of a key's result: it says everything that decided it.
  public func name(of key: ResultKey) -> String {
    Self.hash(parts(of: key).flatMap { [$0.name, $0.sha256] })
  }

  private func place(of key: ResultKey) -> String {
    Self.hash([key.notebook, key.lesson])
  }

  /// Of the texts, each after its length.
  private static func hash(_ texts: [String]) -> String {
    var hash = SHA256()
    for text in texts { hash.update(Array("\(text.utf8.count):\(text)".utf8)) }
    return hash.finish().hexadecimal
  }
}
