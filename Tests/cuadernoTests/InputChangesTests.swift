import Glibc
import TestSupport
import Testing

/// Every kind of input: changed bytes under the old time of modification are seen, a new time over
/// the old bytes is not.
@Suite struct InputChangesTests {
  private let folder = TemporaryFolder()
  private let cache = TemporaryFolder()
  private var shell: Shell { Shell(folder: folder) }

  private static func lesson(_ weights: String) -> String {
    """
    schema: 1
    id: mine
    title: {es: "Mi práctica"}
    lessons:
      - id: doble
        title: {es: "El doble"}
        data: {table: data/doble.csv, input: x, target: y}
    \(weights)    model:
          - Dense: {units: 1}
        compile: {optimizer: {Adam: {learning_rate: 0.1}}, loss: mean_squared_error}
        fit: {epochs: 5}
        figures: []

    """
  }

  private static let images = """
      - id: fotos
        title: {es: "Fotos"}
        data: {images: puntos}
        model:
          - Flatten: {}
          - Dense: {units: 2, activation: softmax}
        compile: {optimizer: adam, loss: categorical_crossentropy}
        fit: {epochs: 1}
        figures: []

    """

  private static let files = [
    "notebook.yaml", "data/doble.csv", "doble.es.md", "pesos.npz", "theme.css",
    "puntos/train-images-idx3-ubyte", "puntos/train-labels-idx1-ubyte",
    "puntos/t10k-images-idx3-ubyte", "puntos/t10k-labels-idx1-ubyte",
  ].map { "mine/\($0)" }
  private static let templates = ["style.css", "es.yaml", "page.mustache", "switch.js"]
    .map { "templates/report/\($0)" }

  init() {
    folder.write("mine/notebook.yaml", Self.lesson(""))
    folder.write("mine/data/doble.csv", "x,y\n1,2\n2,4\n3,6\n4,8\n")
    // Weights to start from: those of a first training, and other ones.
    for seed in ["1", "2"] {
      _ = shell.run("mine", "--seed", seed, "--output", "seed\(seed)", cache: cache)
    }
    folder.write(
      "mine/notebook.yaml", Self.lesson("    initial_weights: pesos.npz\n") + Self.images)
    folder.write("mine/doble.es.md", "Un texto.\n")
    folder.write("mine/theme.css", "body { color: #111 }\n")
    write("mine/pesos.npz", folder.bytes("seed1/weights/doble.npz"))
    for part in ["train", "t10k"] {
      // Four images of 2 x 2 pixels in two classes.
      write(
        "mine/puntos/\(part)-images-idx3-ubyte",
        [0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 2, 255, 255, 0, 0, 0, 0, 255, 255, 250, 255]
          + [0, 0, 0, 0, 250, 255])
      write(
        "mine/puntos/\(part)-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 0, 1])
    }
    let own = "\(Shell.sources)/templates"
    _ = Shell.copy(own, to: "\(folder.path)/templates")
  }

  private func write(_ name: String, _ bytes: [UInt8]) {
    folder.write(name, "")
    let file = open("\(folder.path)/\(name)", O_WRONLY | O_TRUNC)
    defer { close(file) }
    #expect(Glibc.write(file, bytes, bytes.count) == bytes.count)
  }

  private func times(of name: String) -> [timespec] {
    var status = stat()
    stat("\(folder.path)/\(name)", &status)
    return [status.st_atim, status.st_mtim]
  }

  private func setTimes(of name: String, _ times: [timespec]) {
    utimensat(AT_FDCWD, "\(folder.path)/\(name)", times, 0)
  }

  /// Another byte somewhere, or one more, such that the file stays what it is.
  private func changed(_ name: String) -> [UInt8] {
    let bytes = folder.bytes(name)
    switch name {
    case "mine/pesos.npz": return folder.bytes("seed2/weights/doble.npz")
    case "mine/data/doble.csv": return bytes.dropLast(2) + Array("9\n".utf8)
    case _ where name.hasSuffix("ubyte"): return bytes.dropLast() + [bytes.last! == 1 ? 0 : 254]
    case _ where name.hasSuffix(".yaml"): return bytes + Array("# x\n".utf8)
    default: return bytes + Array(" ".utf8)
    }
  }

  private func build() -> Shell.Outcome {
    shell.run("mine", "--templates", "templates", cache: cache)
  }

  @Test func aChangedByteIsSeenAndATouchIsNot() {
    let first = build()
    #expect(first.code == 0, "\(first.errors)")
    for name in Self.files + Self.templates {
      setTimes(of: name, [timespec(tv_sec: 1000, tv_nsec: 0), timespec(tv_sec: 1000, tv_nsec: 0)])
    }
    #expect(build().output.hasPrefix("No changes"))
    for name in Self.files + Self.templates {
      let before = times(of: name)
      write(name, changed(name))
      setTimes(of: name, before)
      let outcome = build()
      #expect(outcome.code == 0, "\(name): \(outcome.errors)")
      #expect(outcome.output.hasPrefix("Done."), "\(name) changed")
      #expect(build().output.hasPrefix("No changes"), "\(name) did not change again")
    }
  }
}
