import Archives
import Diagnostics

/// Why a folder of images could not be read.
public enum ImageError: UserError, Hashable {
  case file(FileError)
  case archive(ArchiveError)
  case data(path: String, ImageFault)

  public var place: Place? {
    switch self {
    case .file(let error): error.place
    case .archive(let error): error.place
    case .data(let path, _): Place(path)
    }
  }

  public var message: Message {
    switch self {
    case .file(let error): error.message
    case .archive(let error): error.message
    case .data(_, let fault): fault.message
    }
  }

  public var exitCode: ExitCode {
    switch self {
    case .file(let error): error.exitCode
    case .archive(let error): error.exitCode
    case .data(_, .missingFile): .missingInput
    case .data: .invalidInput
    }
  }
}

/// What can be wrong with IDX files. Images are counted from 1.
public enum ImageFault: Hashable, Sendable {
  case missingFile(name: String)
  case shortHeader
  case wrongMagic(found: UInt32, expected: UInt32)
  case noImages
  /// The announced size in bytes (nil where it overflows an integer) is over the limit.
  case tooLarge(announced: Int?, limit: Int)
  case truncated(announced: Int, found: Int)
  case trailingBytes(announced: Int)
  case countsDisagree(images: Int, labels: Int, labelFile: String)
  case labelOutOfRange(label: UInt8, image: Int, classes: Int)
  case otherSize(height: Int, width: Int, expectedHeight: Int, expectedWidth: Int)
  case tooFew(wanted: Int, found: Int)

  var message: Message {
    switch self {
    case .missingFile(let name): Message("images.missingFile", ["name": name])
    case .shortHeader: Message("images.shortHeader")
    case .wrongMagic(let found, let expected):
      Message("images.wrongMagic", ["found": "\(found)", "expected": "\(expected)"])
    case .noImages: Message("images.noImages")
    case .tooLarge(let announced?, let limit):
      Message(
        "images.tooLarge", ["announced": "\(announced)", "limit": "\(limit)"])
    case .tooLarge(nil, let limit): Message("images.absurdSize", ["limit": "\(limit)"])
    case .truncated(let announced, let found):
      Message("images.truncated", ["announced": "\(announced)", "found": "\(found)"])
    case .trailingBytes(let announced):
      Message("images.trailingBytes", ["announced": "\(announced)"])
    case .countsDisagree(let images, let labels, let labelFile):
      Message(
        "images.countsDisagree",
        ["images": "\(images)", "labels": "\(labels)", "file": labelFile])
    case .labelOutOfRange(let label, let image, let classes):
      Message(
        "images.labelOutOfRange",
        ["label": "\(label)", "image": "\(image)", "last": "\(classes - 1)"])
    case .otherSize(let height, let width, let expectedHeight, let expectedWidth):
      Message(
        "images.otherSize",
        [
          "height": "\(height)", "width": "\(width)", "expectedHeight": "\(expectedHeight)",
          "expectedWidth": "\(expectedWidth)",
        ])
    case .tooFew(let wanted, let found):
      Message("images.tooFew", ["wanted": "\(wanted)", "found": "\(found)"])
    }
  }
}
