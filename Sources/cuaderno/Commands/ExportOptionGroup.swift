import ArgumentParser
import Classroom

/// The options of `class build` that prepare files for upload to the learning platform.
struct ExportOptionGroup: ParsableArguments {
  @Flag(help: help("write")) var write = false
  @Option(help: help("exportOutput"), completion: .directory) var exportOutput: String?
  @Option(help: help("zipLimit")) var zipLimit = "20MB"
  @Flag(help: help("onlyChanged")) var onlyChanged = false
  @Option(help: help("comments")) var comments = ExportOptions.Comments.append
  @Flag(help: help("regrade")) var regrade = false
  @Flag(help: help("allowLower")) var allowLower = false
  @Flag(help: help("includeUnfinished")) var includeUnfinished = false
  @Flag(help: help("excelEs")) var excelEs = false
  @Option(help: help("assignment")) var assignment: String?

  static let zipSizes = 100_000...2_000_000_000

  func validate() throws {
    try TrainingOptions.refuseEmpty([
      ("--export-output", exportOutput), ("--assignment", assignment),
    ])
    guard Self.size(zipLimit) != nil else {
      throw ValidationError(Speech.current("command.zipLimit", ["value": zipLimit]))
    }
  }

  /// The bytes of a size such as `20MB`, `500kB` or `1 GB`; nil if it cannot be read or is outside
  /// `zipSizes`.
  static func size(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text[digits.endIndex...].filter { $0 != " " }.uppercased()
    let units = ["": 1, "B": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000]
    guard let number = Int(digits), let factor = units[unit], number <= zipSizes.upperBound,
      zipSizes.contains(number * factor)
    else { return nil }
    return number * factor
  }

  private var options: ExportOptions {
    var options = ExportOptions()
    options.comments = comments
    options.regrades = regrade
    options.allowsLower = allowLower
    options.includesUnfinished = includeUnfinished
    options.onlyChanged = onlyChanged
    options.zipLimit = Self.size(zipLimit) ?? options.zipLimit
    options.usesExcelSpanish = excelEs
    options.assignment = assignment
    return options
  }

  /// Prints what an export would contain, and writes it if `--write` was given.
  ///
  /// - Parameter includesPDF: whether students also get their pages as PDF.
  func run(
    _ summary: ClassSummary, report: String, includesPDF: Bool, _ speech: Speech
  ) throws {
    let folder = exportOutput ?? "\(report)-export"
    var options = options
    options.includesPDF = includesPDF
    let export = ClassExport(summary, report: report, output: folder, options: options)
    let prepared = try export.prepared()
    let names = write ? try export.write(prepared) : nil
    let text = ExportText(
      speech: speech, export: export, prepared: prepared, folder: folder, report: report)
    for line in text.lines(written: names) { Terminal.line(line, to: .error) }
  }
}

extension ExportOptions.Comments: ExpressibleByArgument {}
