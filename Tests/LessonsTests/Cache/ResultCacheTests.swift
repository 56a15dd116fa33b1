import Archives
import Dispatch
import Glibc
import Testing

@testable import Lessons

@Suite struct ResultCacheTests {
  private let place = NotebookFolderFixture([])
  private var folder: CacheFolder { CacheFolder(path: place.path + "/below/cuaderno") }
  private var cache: ResultCache { ResultCache(folder: folder, program: "one") }

  private static let name = SHA256.hash([1]).hexadecimal
  private static let other = SHA256.hash([2]).hexadecimal

  /// The two lessons of the sample, trained.
  private static let trained: [(key: ResultKey, result: LessonResult)] = {
    let folder = NotebookFolderFixture(notebook: SampleNotebook.yaml)
    folder.writeImages("fashion-mnist", train: 100, test: 50)
    do {
      return try Notebook.load(folder: folder.path).prepare().lessons.map {
        ($0.key, LessonRunner.run($0, seed: 7, threads: 1)!.result)
      }
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  private func file(_ shelf: CacheFolder.Shelf, _ name: String) -> String {
    "\(folder.path)/\(shelf.rawValue)/\(name)"
  }

  private func onlyResult() throws -> String {
    let names = Self.names(in: "\(folder.path)/results")
    try #require(names.count == 1)
    return file(.results, names[0])
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") || name.hasPrefix(".new") { names.append(name) }
    }
    return names.sorted()
  }

  private func overwrite(_ path: String, _ bytes: [UInt8]) {
    let descriptor = open(path, O_WRONLY | O_TRUNC)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }

  // MARK: Results

  @Test(arguments: [0, 1])
  func aResultComesBackAsItWas(lesson: Int) throws {
    let (key, result) = Self.trained[lesson]
    #expect(cache.result(for: key) == nil)
    cache.store(result, for: key)
    #expect(cache.result(for: key) == result)
    #expect(cache.result(for: Self.trained[1 - lesson].key) == nil)
  }

  @Test func anotherProgramHasItsOwn() {
    let (key, result) = Self.trained[0]
    cache.store(result, for: key)
    let next = ResultCache(folder: folder, program: "two")
    #expect(next.result(for: key) == nil)
    #expect(next.changes(key) == ["Cuaderno"])
  }

  @Test func aDivergedTrainingIsNotKept() {
    var (key, result) = Self.trained[0]
    result.history.divergence = .init(epoch: 1, step: 1)
    cache.store(result, for: key)
    #expect(cache.result(for: key) == nil)
    key = Self.trained[1].key
    #expect(cache.result(for: key) == nil)
  }

  @Test func anEditedByteAnywhereIsNoticed() throws {
    let (key, result) = Self.trained[0]
    cache.store(result, for: key)
    let path = try onlyResult()
    let whole = try Files.read(path, limit: 1 << 20)
    for place in stride(from: 0, to: whole.count, by: 7) {
      var damaged = whole
      damaged[place] ^= 4
      overwrite(path, damaged)
      #expect(cache.result(for: key) == nil, "byte \(place)")
    }
    for count in stride(from: 0, to: whole.count, by: 97) {
      overwrite(path, Array(whole[..<count]))
      #expect(cache.result(for: key) == nil, "\(count) bytes")
    }
    cache.store(result, for: key)
    #expect(cache.result(for: key) == result)
  }

  @Test(arguments: CacheFolder.Shelf.allCases)
  func aDamagedEntryOfAnyShelfIsAbsent(shelf: CacheFolder.Shelf) throws {
    let payload = [UInt8](0..<200)
    folder.write(shelf, Self.name, payload)
    let path = file(shelf, Self.name)
    let whole = try Files.read(path, limit: 1 << 20)
    for place in whole.indices {
      var damaged = whole
      damaged[place] ^= 1 << (place % 8)
      overwrite(path, damaged)
      #expect(folder.read(shelf, Self.name) == nil, "byte \(place)")
    }
    for count in 0..<whole.count {
      overwrite(path, Array(whole[..<count]))
      #expect(folder.read(shelf, Self.name) == nil, "\(count) bytes")
    }
    overwrite(path, whole + [0])
    #expect(folder.read(shelf, Self.name) == nil)
    folder.write(shelf, Self.name, payload)
    #expect(folder.read(shelf, Self.name) == payload)
  }

  @Test func theEntryOfAnotherKeyIsNotTaken() throws {
    let (key, result) = Self.trained[0]
    cache.store(result, for: key)
    let path = try onlyResult()
    let other = Self.trained[1]
    cache.store(other.result, for: other.key)
    let foreign = try #require(
      Self.names(in: "\(folder.path)/results").map { file(.results, $0) }.first { $0 != path })
    overwrite(path, try Files.read(foreign, limit: 64 << 20))
    #expect(cache.result(for: key) == nil)
  }

  @Test func theLastInputsAreRemembered() {
    let (key, result) = Self.trained[0]
    #expect(cache.changes(key) == nil)
    cache.store(result, for: key)
    #expect(cache.changes(key) == [])
    #expect(cache.changes(Self.trained[1].key) == nil)
  }

  // MARK: The folder

  @Test func oldestUsedGoesFirst() {
    let small = CacheFolder(path: folder.path, resultsLimit: 2500)
    let names = (0..<3).map { SHA256.hash([UInt8($0)]).hexadecimal }
    func age(_ name: String, _ seconds: Int) {
      var times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
      utimensat(AT_FDCWD, file(.results, name), &times, 0)
    }
    let payload = [UInt8](repeating: 7, count: 1000)
    small.write(.results, names[0], payload)
    small.write(.results, names[1], payload)
    age(names[0], 1000)
    age(names[1], 2000)
    // Used again: now the younger one.
    #expect(small.read(.results, names[0]) == payload)
    small.write(.results, names[2], payload)
    #expect(small.read(.results, names[0]) == payload)
    #expect(small.read(.results, names[1]) == nil)
    #expect(small.read(.results, names[2]) == payload)
  }

  @Test func clearRemovesOursAlone() {
    folder.write(.results, Self.name, [1, 2])
    folder.write(.inputs, Self.other, [3])
    place.write("below/cuaderno/results/thesis.txt", [65])
    #expect(folder.usage == CacheFolder.Usage(files: 2, bytes: 2 * 42 + 3))
    folder.clear()
    #expect(folder.usage == CacheFolder.Usage())
    #expect(Self.names(in: "\(folder.path)/results") == ["thesis.txt"])
    #expect(!Files.isFolder("\(folder.path)/inputs"))
  }

  @Test func whatAKilledRunLeftIsRemovedLater() {
    folder.write(.results, Self.name, [1])
    for (name, seconds) in [(".new-1-a", 1000), (".new-2-b", time(nil))] {
      place.write("below/cuaderno/results/\(name)", [1])
      var times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
      utimensat(AT_FDCWD, file(.results, name), &times, 0)
    }
    folder.write(.results, Self.other, [2])
    #expect(
      Self.names(in: "\(folder.path)/results") == [".new-2-b", Self.name, Self.other].sorted())
  }

  @Test func writersAndReadersAtOnceSeeWholeEntries() {
    let folder = folder
    let payloads = (0..<4).map { [UInt8](repeating: UInt8($0), count: 10_000 + $0) }
    DispatchQueue.concurrentPerform(iterations: 4) { writer in
      for _ in 0..<50 {
        #expect(folder.write(.results, Self.name, payloads[writer]))
        let seen = folder.read(.results, Self.name)
        #expect(seen.map { payloads.contains($0) } == true)
      }
    }
    #expect(Self.names(in: "\(folder.path)/results") == [Self.name])
  }

  @Test func aFolderThatCannotBeMadeIsNoError() {
    place.write("file", [1])
    let folder = CacheFolder(path: place.path + "/file/cuaderno")
    #expect(!folder.write(.results, Self.name, [1]))
    #expect(folder.read(.results, Self.name) == nil)
    #expect(folder.usage == CacheFolder.Usage())
    folder.clear()
  }

  @Test(
    arguments: [
      (["XDG_CACHE_HOME": "/x", "HOME": "/h"], "/x/cuaderno"),
      (["XDG_CACHE_HOME": "x", "HOME": "/h"], "/h/.cache/cuaderno"),
      (["HOME": "/h"], "/h/.cache/cuaderno"),
      (["HOME": "h"], nil),
      ([:], nil),
    ] as [([String: String], String?)])
  func theFolderIsWhereTheVariablesSay(variables: [String: String], path: String?) {
    #expect(CacheFolder.standard { variables[$0] }?.path == path)
  }
}
