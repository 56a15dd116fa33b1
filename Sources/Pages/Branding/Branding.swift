import Archives
import Diagnostics
import Lessons

/// The additions of an institution to a report: the logo of `course.logo` and the style sheet
/// `theme.css` next to notebook.yaml. Both are optional.
struct Branding: Sendable {
  var logo: Logo?
  /// CSS added after the report's own.
  var theme: String?

  /// The theme for pages that are always white paper: its rules for dark mode never apply.
  var paperTheme: String? {
    theme?.replacing(/prefers-color-scheme\s*:\s*dark/.ignoresCase(), with: "max-width: 0px")
      .replacing(/prefers-color-scheme\s*:\s*light/.ignoresCase(), with: "min-width: 0px")
  }

  static let logoLimit = 512 << 10
  static let themeLimit = 16 << 10

  /// Reads and checks both; throws all errors.
  static func load(_ notebook: Notebook) throws(UserErrors) -> Branding {
    var branding = Branding()
    var errors: [any UserError] = []
    do throws(BrandingError) {
      branding.logo = try notebook.course.logo.map { name throws(BrandingError) in
        let path = "\(notebook.folder)/\(name)"
        return try Logo(read(path, limit: logoLimit), path: path)
      }
    } catch { errors.append(error) }
    do throws(BrandingError) {
      let path = "\(notebook.folder)/\(Notebook.themeName)"
      if Files.isFile(path) {
        branding.theme = try checkedTheme(read(path, limit: themeLimit), path: path)
      }
    } catch { errors.append(error) }
    guard errors.isEmpty else { throw UserErrors(errors) }
    return branding
  }

  private static func read(_ path: String, limit: Int) throws(BrandingError) -> [UInt8] {
    do {
      return try Files.read(path, limit: limit)
    } catch {
      if case .tooLarge = error.fault { throw .tooLarge(path: path, limit: limit >> 10) }
      throw .unreadable(path: path)
    }
  }

  /// A theme that cannot load files, end the style element, or hide either with an escape.
  static func checkedTheme(_ bytes: [UInt8], path: String) throws(BrandingError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw .notUTF8(path: path)
    }
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let plain = line.lowercased()
      for word in ["url(", "@import", "image-set(", "src(", "image(", "<", "\\"]
      where plain.contains(word) {
        throw .refusedInTheme(path: path, line: index + 1, word: word)
      }
    }
    return text
  }
}
