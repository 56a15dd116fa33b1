import Glibc
import Publishing

/// Debian's chromedriver, started on a port of its own choice and stopped with this value.
///
/// https://www.w3.org/TR/webdriver2/
final class WebDriver {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  static let program = "/usr/bin/chromedriver"
  static let browser = "/usr/bin/chromium"

  /// Home, profile and logs of driver and browser.
  let folder = TemporaryFolder()
  private let process: ChildProcess
  private let http: LocalHTTP

  init() throws {
    let output = "\(folder.path)/driver.out"
    process = ChildProcess(
      [Self.program, "--port=0", "--log-path=\(folder.path)/driver.log"],
      variables: [
        "PATH=/usr/bin:/bin", "HOME=\(folder.path)", "TMPDIR=\(folder.path)", "no_proxy=127.0.0.1",
        "LC_ALL=C.UTF-8",
      ],
      output: output, errors: "\(folder.path)/driver.err")
    guard let port = Self.port(output) else {
      kill(process.id, SIGKILL)
      _ = process.wait()
      throw Failure(
        description: "chromedriver names no port: \(folder.contents["driver.out"] ?? "no output")")
    }
    http = LocalHTTP(port: port)
  }

  deinit {
    kill(process.id, SIGTERM)
    _ = process.wait()
  }

  /// The port in "ChromeDriver was started successfully on port 40159.", waited for half a minute.
  private static func port(_ path: String) -> UInt16? {
    for _ in 0..<3000 {
      let text = TemporaryFolder.text(of: path)
      if let found = text.firstMatch(of: /successfully on port (\d+)/) {
        return UInt16(found.output.1)
      }
      usleep(10_000)
    }
    return nil
  }

  /// One command of the protocol; its value, or what the driver says went wrong.
  func send(_ method: String, _ path: String, _ body: JSONValue = .object([])) throws -> JSONValue {
    let response = try http.send(
      method, path, body: method == "POST" ? JSONWriter.bytes(body) : [])
    guard let answer = JSONReader.value(response.body), let value = answer["value"] else {
      throw Failure(description: "\(path): \(String(decoding: response.body, as: UTF8.self))")
    }
    guard response.status == 200 else {
      let message = value["message"]?.text ?? "no message"
      throw Failure(description: "\(path): \(value["error"]?.text ?? "?"): \(message)")
    }
    return value
  }
}
