import Archives

/// Why a handed-in file is not read. The rest of the class is no worse for it.
public enum SubmittedFault: Error, Hashable, Sendable {
  case symbolicLink
  case hardLink
  /// A pipe, a device, a socket.
  case notRegular
  case tooLarge(limit: Int)
  /// A name that climbs out of its folder.
  case unsafeName
  case encrypted
  /// Its bytes in the archive are not what the archive says.
  case damaged
  /// Two of the archive have this name.
  case doubled
  case unreadable
  /// The folder holds more than is looked at.
  case tooMany(limit: Int)

  /// The end of the message keys that are about it.
  public var key: String {
    switch self {
    case .symbolicLink: "symbolicLink"
    case .hardLink: "hardLink"
    case .notRegular: "notRegular"
    case .tooLarge: "tooLarge"
    case .unsafeName: "unsafeName"
    case .encrypted: "encrypted"
    case .damaged: "damaged"
    case .doubled: "doubled"
    case .unreadable: "unreadable"
    case .tooMany: "tooMany"
    }
  }

  init(_ fault: ArchiveFault) {
    self =
      switch fault {
      case .encryptedEntry: .encrypted
      case .unsafeName: .unsafeName
      case .duplicateEntry: .doubled
      case .tooLarge(let limit): .tooLarge(limit: limit)
      case .unsupportedMethod: .unreadable
      default: .damaged
      }
  }
}
