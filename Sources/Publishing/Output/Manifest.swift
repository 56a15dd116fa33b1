import Archives
import Lessons

/// manifest.json: the inputs of a report and all its files, with SHA-256. A folder with a manifest
/// may be replaced.
public struct Manifest: Equatable, Sendable {
  /// A file name and the SHA-256 of its bytes in hexadecimal.
  public struct File: Equatable, Sendable {
    public var name: String
    public var sha256: String

    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }

    public init(_ file: InputFile) {
      self.init(name: file.name, sha256: file.sha256)
    }
  }

  /// The kind of a published folder; only the same kind may replace it.
  public enum Kind: String, Sendable {
    case report
    /// Figures alone, with captions and data.
    case figures
    /// Reports of a class's students.
    case classroom = "class"
    /// Reports of some students of a class, to be merged with the others.
    case shard
    /// Files for upload to a class's learning platform.
    case export
    /// Hand-outs, one folder per edition.
    case handout
  }

  public static let fileName = "manifest.json"
  /// Not listed in the outputs, because it describes an earlier report.
  public static let previousName = "previous.json"
  public static let resultsName = "results.json"

  public var version: String
  public var kind: Kind
  public var notebook: String
  public var seed: UInt64
  /// The lessons of `--only`; nil in a complete report.
  public var only: [String]?
  /// Whether the report highlights changes since the previous one.
  public var pointsOutChanges: Bool
  public var inputs: [File]
  public var outputs: [File]

  public init(
    version: String, kind: Kind = .report, notebook: String, seed: UInt64, only: [String]? = nil,
    pointsOutChanges: Bool = true, inputs: [File], outputs: [File] = []
  ) {
    self.version = version
    self.kind = kind
    self.notebook = notebook
    self.seed = seed
    self.only = only
    self.pointsOutChanges = pointsOutChanges
    self.inputs = inputs
    self.outputs = outputs
  }

  /// File names are sorted by bytes. The last member is the SHA-256 of the manifest without it.
  public var json: JSONValue {
    .object(
      unsealed.members + [
        JSONValue.Member(
          Self.sealName, .string(SHA256.hash(JSONWriter.bytes(unsealed)).hexadecimal))
      ])
  }

  private static let sealName = "seal"

  private var unsealed: JSONValue {
    .object([
      "schema": .integer(1),
      "program": .object(["name": .string(Program.name), "version": .string(version)]),
      "kind": kind == .report ? nil : .string(kind.rawValue),
      "notebook": .string(notebook),
      "seed": .unsigned(seed),
      "only": only.map { .array($0.map(JSONValue.string)) },
      "changes": pointsOutChanges ? nil : .boolean(false),
      "inputs": Self.object(inputs),
      "outputs": Self.object(outputs),
    ])
  }

  /// Parses a manifest; nil if `bytes` is not one.
  public init?(bytes: [UInt8]) {
    guard let json = JSONReader.value(bytes),
      json["program"]?["name"]?.text == Program.name,
      let version = json["program"]?["version"]?.text,
      let kind = Kind(rawValue: json["kind"]?.text ?? Kind.report.rawValue),
      let notebook = json["notebook"]?.text,
      case .integer(let seed)? = json["seed"], seed >= 0,
      let inputs = Self.files(json["inputs"]), let outputs = Self.files(json["outputs"])
    else { return nil }
    self.init(
      version: version, kind: kind, notebook: notebook, seed: UInt64(seed),
      only: json["only"].map { $0.elements.compactMap(\.text) },
      pointsOutChanges: json["changes"] != .boolean(false), inputs: inputs, outputs: outputs)
  }

  /// Whether `bytes` is a manifest exactly as it was written.
  static func isSealed(_ bytes: [UInt8]) -> Bool {
    guard let json = JSONReader.value(bytes), let seal = json[sealName]?.text else { return false }
    let others = json.members.filter { $0.name != sealName }
    return SHA256.hash(JSONWriter.bytes(.object(others))).hexadecimal == seal
      && JSONWriter.bytes(json) == bytes
  }

  /// Whether both were made from the same notebook, data and seed, by any version.
  public func hasSameInputs(as other: Manifest) -> Bool {
    notebook == other.notebook && seed == other.seed
      && Self.sorted(inputs) == Self.sorted(other.inputs)
  }

  private static func sorted(_ files: [File]) -> [File] {
    files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func object(_ files: [File]) -> JSONValue {
    .object(sorted(files).map { JSONValue.Member($0.name, .string($0.sha256)) })
  }

  private static func files(_ json: JSONValue?) -> [File]? {
    guard case .object(let members)? = json else { return nil }
    return members.map { File(name: $0.name, sha256: $0.value.text ?? "") }
  }
}
