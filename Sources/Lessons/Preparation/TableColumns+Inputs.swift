import Datasets
import Diagnostics

/// Which columns go in: ranges and `all` written out.
extension TableColumns {
  /// The names of the input columns, ranges and `all` written out.
  func inputNames() throws -> [String] {
    switch source.selection {
    case .named(let names):
      var all: [String] = []
      for name in names {
        guard let range = ColumnRange(name), (try? column(name)) == nil else {
          all.append(name)
          continue
        }
        let (first, last) = (try column(range.first), try column(range.last))
        guard first <= last else {
          throw TableProblem.reversedRange(range: name, path: table.path)
        }
        all += table.columns[first...last]
      }
      return all
    case .all(let except): return try allNames(except: except)
    }
  }

  private func allNames(except: [String]) throws -> [String] {
    var left = [try column(source.target)]
    for name in except { left.append(try column(name)) }
    if let group = source.group { left.append(try column(group)) }
    if case .column(let name, _)? = source.testPart { left.append(try column(name)) }
    var names: [String] = []
    var refused: [String] = []
    for index in table.columns.indices where !left.contains(index) {
      let header = table.columns[index]
      if header == "#" || header.hasPrefix("Unnamed: ") { continue }
      if let described = source.columns.keys.first(where: { (try? column($0)) == index }) {
        if case .split(_, let parts)? = description(described).reading {
          names += parts
        } else {
          names.append(described)
        }
        continue
      }
      if isUnfit(index) { refused.append(header) } else { names.append(header) }
    }
    guard refused.isEmpty else {
      throw TableProblem.unfitForAll(columns: refused, except: except, path: table.path)
    }
    guard !names.isEmpty else { throw TableProblem.nothingForAll(path: table.path) }
    return names
  }

  /// Ids, columns without a value, and words of more than twenty kinds.
  private func isUnfit(_ index: Int) -> Bool {
    if Self.isIdentifier(table.columns[index]) { return true }
    let words = table.words(inColumn: index)
    let present = words.compactMap { $0 }
    if present.isEmpty { return true }
    let areNumbers =
      present.contains { $0.utf8.contains { (0x30...0x39).contains($0) } }
      && present.prefix(50).contains { Decimal.number($0.replacingComma) != nil }
    return !areNumbers && Set(present).count > Self.categoryLimit
  }

  /// Whether a column of that name tells rows apart and says nothing else.
  static func isIdentifier(_ header: String) -> Bool {
    idNames.contains(Table.foldedName(header))
  }

  private static let idNames: Set<String> = [
    "id", "ids", "folio", "expediente", "noexpediente", "numexpediente", "curp", "rfc", "nss",
    "matricula", "codigo", "clave", "paciente", "idpaciente", "pacienteid", "patientid", "subject",
    "subjectid", "uuid", "index", "indice", "renglon", "nombre", "name", "email", "correo",
  ]
}
