import Diagnostics

/// Why a list of texts (the roster, the teacher's decisions) could not be read or written.
public struct SheetError: UserError, Hashable {
  public enum Fault: Hashable, Sendable {
    case notText
    case empty
    case brokenQuotes
    case tooManyRows(limit: Int)
    /// A text has letters that the file's encoding lacks.
    case notInEncoding(text: String)
  }

  public let path: String
  public let line: Int?
  public let fault: Fault

  public init(_ path: String, line: Int? = nil, _ fault: Fault) {
    self.path = path
    self.line = line
    self.fault = fault
  }

  public var place: Place? { Place(path, line: line) }

  public var message: Message {
    switch fault {
    case .notText: Message("class.sheet.notText")
    case .empty: Message("class.sheet.empty")
    case .brokenQuotes: Message("class.sheet.brokenQuotes")
    case .tooManyRows(let limit): Message("class.sheet.tooManyRows", ["limit": String(limit)])
    case .notInEncoding(let text): Message("class.sheet.notInEncoding", ["text": text])
    }
  }
}
