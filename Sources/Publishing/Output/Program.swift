/// The name and version of this program, as used in manifests, pages and `--version`.
public enum Program {
  public static let name = "cuaderno"
  /// Semantic version; raised whenever the contents of a report change, because reports are
  /// compared by it.
  public static let version = "0.1.0"
  /// As pages name it.
  public static let generator = "Cuaderno \(version)"
}
