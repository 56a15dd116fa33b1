import Archives
import Diagnostics
import Glibc
import Testing

@testable import Datasets

@Suite struct ImageFolderPlacesTests {
  /// A new folder under the system's temporary one.
  static func folder() -> String {
    var template = Array("/tmp/cuaderno-images-XXXXXX".utf8CString)
    return template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
  }

  static func write(_ bytes: [UInt8], to path: String) {
    let file = fopen(path, "wb")!
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  static func fill(_ folder: String, suffix: String = "") {
    mkdir(folder, 0o700)
    for file in IDXSamples.work(suffix: suffix).files {
      write(file.bytes, to: "\(folder)/\(file.name)")
    }
  }

  private func load(_ path: String) -> ImageError? {
    do throws(ImageError) {
      _ = try ImageFolder.load(path: path, classLimit: 10)
      return nil
    } catch {
      return error
    }
  }

  @Test func looksBesideTheNotebookThenInDataThenInTheSystem() {
    let root = Self.folder()
    for name in ["notebook", "data", "system"] { mkdir("\(root)/\(name)", 0o700) }
    func locate(_ data: String? = nil) -> String? {
      ImageFolder.locate(
        name: "prendas", beside: "\(root)/notebook", dataFolder: data, system: "\(root)/system")
    }
    #expect(locate("\(root)/data") == nil)
    mkdir("\(root)/system/prendas", 0o700)
    #expect(locate("\(root)/data") == "\(root)/system/prendas")
    Self.fill("\(root)/data")
    #expect(locate("\(root)/data") == "\(root)/data")
    #expect(locate() == "\(root)/system/prendas")
    mkdir("\(root)/data/prendas", 0o700)
    #expect(locate("\(root)/data") == "\(root)/data/prendas")
    mkdir("\(root)/notebook/prendas", 0o700)
    #expect(locate("\(root)/data") == "\(root)/notebook/prendas")
  }

  @Test func prefersGzip() throws {
    let root = Self.folder()
    Self.fill("\(root)/a", suffix: ".gz")
    for name in ImageFolder.fileNames { Self.write([1], to: "\(root)/a/\(name)") }
    let contents = try ImageFolder.load(path: "\(root)/a", train: 1, classLimit: 10)
    #expect(contents.train.count == 1 && contents.test.count == 1)
    #expect(contents.hashes.map(\.name) == ImageFolder.fileNames.map { $0 + ".gz" })
    #expect(contents.hashes[0].sha256.count == 64)
  }

  @Test func namesAMissingFile() {
    let root = Self.folder()
    Self.fill("\(root)/a")
    unlink("\(root)/a/t10k-labels-idx1-ubyte")
    let error = load("\(root)/a")
    #expect(
      error == .data(path: "\(root)/a", .missingFile(name: "t10k-labels-idx1-ubyte")))
    #expect(error?.exitCode == .missingInput)
  }

  @Test(
    .enabled(if: Files.isFolder("/usr/share/datasets/fashion-mnist"), "dataset-fashion-mnist"))
  func readsTheRealOne() throws {
    let contents = try ImageFolder.load(
      path: "/usr/share/datasets/fashion-mnist", classLimit: FashionMNIST.classCount)
    #expect(contents.train.count == 60_000 && contents.test.count == 10_000)
    #expect(contents.train.labels.prefix(10).elementsEqual([9, 0, 0, 3, 0, 2, 7, 2, 5, 5]))
    #expect(contents.test.labels.prefix(5).elementsEqual([9, 2, 1, 1, 6]))
    for (name, sha256) in contents.hashes {
      let bytes = try Files.read("/usr/share/datasets/fashion-mnist/\(name)", limit: 1 << 26)
      #expect(sha256 == SHA256.hash(bytes).hexadecimal)
    }
  }

  @Test func classNamesMatchInLength() {
    #expect(FashionMNIST.classNames.es.count == FashionMNIST.classCount)
    #expect(FashionMNIST.classNames.en.count == FashionMNIST.classCount)
    #expect(FashionMNIST.classNamesOfSpain.count == FashionMNIST.classCount)
  }
}
