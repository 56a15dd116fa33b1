import Archives
import Drawing

/// A report, page or picture that claims to be made by Cuaderno, checked against the hashes it
/// contains.
public struct Exhibit: Sendable {
  public enum Kind: Sendable {
    case report(Manifest)
    /// `only` lists the lessons of a partial report.
    case page(only: [String])
    case picture(PictureIdentity)
  }

  /// The figure that a picture shows.
  public struct PictureIdentity: Sendable {
    public var lesson: String
    public var figure: String
    /// A tag: `es-MX`.
    public var language: String
    /// Pixels per point.
    public var scale: Int
    /// SHA-256 of the decoded rows.
    public var pixels: String
  }

  /// A mismatch with the embedded hashes.
  public enum Fault: Hashable, Sendable {
    case changed(name: String)
    case missing(name: String)
    /// A link or folder in place of a file of the manifest.
    case notAFile(name: String)
    /// The manifest, the page, or the texts of a picture were edited.
    case edited
    case pixels
  }

  /// Upper limit for the size of a file, in bytes.
  static let sizeLimit = 256 << 20

  public let kind: Kind
  public let notebook: String
  public let seed: UInt64
  /// SHA-256 of the data, or of the list of hashes for several files; nil if the file has none.
  public let data: String?
  /// Pixels per point of a folder of figures.
  let packScale: Int?
  /// In the order of the manifest.
  public let faults: [Fault]

  /// Reads the file or folder at `path`; nil if nothing says that Cuaderno made it.
  public static func read(_ path: String) throws(FileError) -> Exhibit? {
    if Files.isFolder(path) { return try report(path) }
    let bytes = try Files.read(path, limit: sizeLimit)
    if bytes.starts(with: [137, 80, 78, 71]) { return picture(bytes) }
    return page(bytes)
  }

  private init(
    kind: Kind, notebook: String, seed: UInt64, data: String?, packScale: Int? = nil,
    faults: [Fault]
  ) {
    self.kind = kind
    self.notebook = notebook
    self.seed = seed
    self.data = data
    self.packScale = packScale
    self.faults = faults
  }

  // MARK: The three kinds

  private static func report(_ folder: String) throws(FileError) -> Exhibit? {
    let path = "\(folder)/\(Manifest.fileName)"
    guard Files.isFile(path) else { return nil }
    let bytes = try Files.read(path, limit: ReportTarget.sizeLimit)
    guard let manifest = Manifest(bytes: bytes) else { return nil }
    var faults: [Fault] = Manifest.isSealed(bytes) ? [] : [.edited]
    for file in manifest.outputs {
      if let fault = fault(of: file, in: folder) { faults.append(fault) }
    }
    return Exhibit(
      kind: .report(manifest), notebook: manifest.notebook, seed: manifest.seed,
      data: DataHash.of(manifest.inputs.map { ($0.name, $0.sha256) }),
      packScale: manifest.kind == .figures ? scale(of: manifest, in: folder) : nil, faults: faults)
  }

  private static func fault(of file: Manifest.File, in folder: String) -> Fault? {
    // A name that leaves the folder was never written by this program.
    let parts = file.name.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." })
    else { return .notAFile(name: file.name) }
    var path = folder
    for (index, part) in parts.enumerated() {
      path += "/\(part)"
      switch try? FileTree.kind(path) {
      case .absent: return .missing(name: file.name)
      case .folder where index < parts.count - 1, .file where index == parts.count - 1: continue
      default: return .notAFile(name: file.name)
      }
    }
    guard let bytes = try? Files.read(path, limit: sizeLimit),
      SHA256.hash(bytes).hexadecimal == file.sha256
    else { return .changed(name: file.name) }
    return nil
  }

  private static func scale(of manifest: Manifest, in folder: String) -> Int {
    let name = manifest.outputs.first { $0.name.hasSuffix(".png") }?.name
    let bytes = name.flatMap { try? Files.read("\(folder)/\($0)", limit: sizeLimit) }
    return bytes.flatMap { PNGPicture($0)?.scale } ?? 0
  }

  private static func page(_ bytes: [UInt8]) -> Exhibit? {
    guard let notebook = PageSeal.meta("cuaderno:notebook", in: bytes),
      let seed = PageSeal.meta("cuaderno:seed", in: bytes).flatMap({ UInt64($0) })
    else { return nil }
    let only = PageSeal.meta("cuaderno:only", in: bytes)?.split(separator: ",").map(String.init)
    return Exhibit(
      kind: .page(only: only ?? []), notebook: notebook, seed: seed,
      data: PageSeal.meta("cuaderno:data", in: bytes),
      faults: PageSeal.isIntact(bytes) == true ? [] : [.edited])
  }

  private static func picture(_ bytes: [UInt8]) -> Exhibit? {
    guard let picture = PNGPicture(bytes), let notebook = picture.text("cuaderno:notebook"),
      let seed = picture.text("cuaderno:seed").flatMap({ UInt64($0) }),
      let lesson = picture.text("cuaderno:lesson"), let figure = picture.text("cuaderno:figure"),
      let language = picture.texts.first(where: { $0.keyword == "Description" })?.language
    else { return nil }
    var faults: [Fault] = []
    let others = picture.texts.filter { $0.keyword != PNGMetadata.sealKeyword }
    if picture.text(PNGMetadata.sealKeyword) != PNGMetadata.seal(of: others) {
      faults.append(.edited)
    }
    let pixels = picture.pixelHash()?.hexadecimal ?? ""
    if picture.goesOn { faults.append(.edited) }
    if picture.text(PNGMetadata.pixelsKeyword) != pixels { faults.append(.pixels) }
    let identity = PictureIdentity(
      lesson: lesson, figure: figure, language: language, scale: picture.scale ?? 0, pixels: pixels)
    return Exhibit(
      kind: .picture(identity), notebook: notebook, seed: seed,
      data: picture.text("cuaderno:data"), faults: faults)
  }
}
