import Datasets
import Diagnostics

/// Columns that tell who somebody is, by their names or by what is in them: nothing of such a table is
/// published unless the lesson says that it may be.
struct PersonalColumns {
  private let source: TableSource
  private let tables: [Table]
  private let place: Place

  init(_ source: TableSource, _ tables: [Table], place: Place) {
    self.source = source
    self.tables = tables
    self.place = place
  }

  var faults: [any UserError] {
    switch source.privacy {
    case .public, .invented: return []
    case .restricted: return [TableProblem.restricted(place)]
    case nil:
      let found = tables.flatMap { table in
        table.columns.indices.filter { isPersonal($0, of: table) }.map { table.columns[$0] }
      }
      return found.isEmpty ? [] : [TableProblem.personal(columns: found, place: place)]
    }
  }

  private static let names: Set<String> = [
    "curp", "rfc", "nss", "email", "e-mail", "correo", "correoelectronico", "telefono", "celular",
    "phone", "telephone", "nombrecompleto", "nombredelpaciente", "nombrepaciente", "fullname",
    "apellidos", "apellido", "apellidopaterno", "apellidomaterno", "surname", "lastname",
    "fechadenacimiento", "fechanacimiento", "dateofbirth", "birthdate", "dob", "expediente",
    "noexpediente", "numerodeexpediente", "direccion", "domicilio",
  ]

  /// How many rows are looked at.
  private static let rowLimit = 50

  func isPersonal(_ column: Int, of table: Table) -> Bool {
    if Self.names.contains(Table.foldedName(table.columns[column])) { return true }
    let rows = 0..<min(table.rowCount, Self.rowLimit)
    let texts = rows.map { table.text(row: $0, column: column) }.filter { !$0.isEmpty }
    guard texts.count > 1 else { return false }
    return texts.allSatisfy(Self.isCURP) || texts.allSatisfy(Self.isEmail)
  }

  /// Four letters, six digits, six letters, two signs.
  private static func isCURP(_ text: String) -> Bool {
    let bytes = Array(text.uppercased().utf8)
    guard bytes.count == 18 else { return false }
    func isLetter(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
    func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    return bytes[0..<4].allSatisfy(isLetter) && bytes[4..<10].allSatisfy(isDigit)
      && bytes[10..<16].allSatisfy(isLetter)
  }

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !text.contains(where: \.isWhitespace)
  }
}
