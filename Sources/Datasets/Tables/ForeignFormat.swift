/// Files of data that other programs read, known by how they begin and answered by name.
public enum ForeignFormat: String, CaseIterable, Sendable {
  case json, parquet, spss, stata, numpy, hdf5, arff, excel2003

  init?(_ stored: [UInt8]) {
    func starts(_ text: String) -> Bool { stored.starts(with: text.utf8) }
    if starts("PAR1") {
      self = .parquet
    } else if starts("$FL2") || starts("$FL3") {
      self = .spss
    } else if starts("<stata_dta>")
      || stored.count > 8 && (0x6c...0x73).contains(stored[0])
        && [1, 2].contains(stored[1]) && stored[2] == 1 && stored[3] == 0
    {
      self = .stata
    } else if stored.starts(with: [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]) {
      self = .numpy
    } else if stored.starts(with: [0x89, 0x48, 0x44, 0x46]) {
      self = .hdf5
    } else {
      let opening = String(decoding: stored.prefix(600), as: UTF8.self).drop(while: \.isWhitespace)
      if opening.hasPrefix("<?xml"), opening.contains("schemas-microsoft-com:office:spreadsheet") {
        self = .excel2003
      } else if opening.lowercased().hasPrefix("@relation") {
        self = .arff
      } else if Self.isJSON(opening) {
        self = .json
      } else {
        return nil
      }
    }
  }

  /// A brace or bracket and what may follow it in JSON and hardly in the names of columns.
  private static func isJSON(_ opening: Substring) -> Bool {
    guard let first = opening.first, "{[".contains(first) else { return false }
    let rest = opening.dropFirst().drop(while: \.isWhitespace)
    guard let next = rest.first else { return false }
    return first == "{" ? next == "\"" : next == "{" || next == "["
  }

  /// What people call it.
  var name: String {
    switch self {
    case .json: "JSON"
    case .parquet: "Parquet"
    case .spss: "SPSS"
    case .stata: "Stata"
    case .numpy: "NumPy"
    case .hdf5: "HDF5"
    case .arff: "ARFF (Weka)"
    case .excel2003: "XML (Excel 2003)"
    }
  }

  /// A line of Python that makes a CSV of `file`; nil where a person saves it again by hand.
  func line(file: String) -> String? {
    let csv = "to_csv(\"datos.csv\", index=False)"
    switch self {
    case .json: return "pandas.read_json(\"\(file)\").\(csv)"
    case .parquet: return "pandas.read_parquet(\"\(file)\").\(csv)"
    case .spss: return "pandas.read_spss(\"\(file)\").\(csv)"
    case .stata: return "pandas.read_stata(\"\(file)\").\(csv)"
    case .numpy: return "pandas.DataFrame(numpy.load(\"\(file)\")).\(csv)"
    case .hdf5: return "pandas.read_hdf(\"\(file)\").\(csv)"
    case .arff: return "pandas.DataFrame(scipy.io.arff.loadarff(\"\(file)\")[0]).\(csv)"
    case .excel2003: return nil
    }
  }
}
