/// What this program calls itself in manifests, pages and `--version`.
public enum Program {
  public static let name = "cuaderno"
  /// Semantic; a change in what a report says raises it, because reports are compared by it.
  public static let version = "0.1.0"
}
