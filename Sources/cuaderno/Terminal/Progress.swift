import Lessons

/// Reports the progress of a build: a bar on a terminal, otherwise plain lines at intervals without
/// control characters.
final class Progress {
  enum Talk {
    case quiet, normal, verbose
  }

  /// Minimum time between plain lines.
  private static let interval: Duration = .seconds(5)
  /// Minimum time between two updates of the bar.
  private static let frame: Duration = .milliseconds(80)

  private let talk: Talk
  private let speech: Speech
  private let isLive: Bool
  private var lastShown = ContinuousClock.now
  private var isBarShown = false
  private var lesson = (id: "", number: 0, count: 0)
  private var start = ContinuousClock.now
  private var accuracy: Double?
  private var isDrawingTold = false

  init(talk: Talk, speech: Speech, isLive: Bool) {
    self.talk = talk
    self.speech = speech
    self.isLive = isLive
  }

  /// Prints a line that is not overwritten.
  func say(_ text: String) {
    clearBar()
    Terminal.line(text, to: .error)
  }

  func say(_ key: String, _ arguments: [String: String] = [:], onlyVerbose: Bool = false) {
    guard talk != .quiet, !onlyVerbose || talk == .verbose else { return }
    say(speech(key, arguments))
  }

  /// Prints a warning, even with `--quiet`.
  func warn(_ sentence: String) {
    say(speech("machine.warning", ["sentence": sentence]))
  }

  func begin(_ id: String, number: Int, of count: Int) {
    lesson = (id, number, count)
    start = .now
    lastShown = .now
    accuracy = nil
  }

  func show(_ event: LessonEvent) {
    switch event {
    case .step(let epoch, let epochs, let step, let steps, let loss):
      let done = (Double(epoch - 1) + Double(step) / Double(max(steps, 1))) / Double(epochs)
      show(epoch: epoch, epochs: epochs, loss: loss, fraction: done)
    case .epoch(let epoch, let epochs, let values, _):
      accuracy = values.first { $0.name == "accuracy" }?.value
      let loss = values.first { $0.name == "loss" }?.value ?? .nan
      show(epoch: epoch, epochs: epochs, loss: loss, fraction: Double(epoch) / Double(epochs))
    case .evaluating: break
    case .studying(let done, let count):
      var arguments = names
      arguments["done"] = speech.numbers.string(done)
      arguments["all"] = speech.numbers.string(count)
      show(speech("machine.studying", arguments), fraction: Double(done) / Double(count))
    }
  }

  /// Reports the end of a lesson's training.
  func end(_ result: LessonResult, seconds: Double) {
    guard talk != .quiet else { return clearBar() }
    let losses = result.history["loss"] ?? []
    // One that diverged in its first epoch has no loss; a warning says so.
    guard let last = losses.last else { return clearBar() }
    var arguments = names
    arguments["epochs"] = speech.numbers.string(losses.count)
    arguments["time"] = time(seconds)
    arguments["training"] = scores("training", last, result.history["accuracy"]?.last)
    let test = result.evaluation
    arguments["test"] =
      result.data.testRows > 0 ? " " + scores("test", test.loss, test.accuracy) : ""
    say("machine.trained\(losses.count == 1 ? "One" : "")", arguments)
  }

  /// Loss and accuracy of one part of the data, never of two.
  private func scores(_ part: String, _ loss: Double, _ accuracy: Double?) -> String {
    speech(
      "machine.scores.\(part)\(accuracy == nil ? "" : "Accuracy")",
      [
        "loss": speech.numbers.significant(loss),
        "accuracy": accuracy.map { speech.numbers.percent($0) } ?? "",
      ])
  }

  func drawing(_ done: Int, of count: Int) {
    if done == 0 { (lastShown, isDrawingTold) = (.now, false) }
    let text = speech("machine.drawing", ["done": String(done), "count": String(count)])
    // On a log, lines of a phase that is told go to its end.
    if isDrawingTold && !isLive && done == count { return Terminal.line(text, to: .error) }
    isDrawingTold = isDrawingTold || isDue
    show(text, fraction: Double(done) / Double(max(count, 1)))
  }

  /// Reports that the command was interrupted.
  func sayStopped() {
    say(speech("machine.stopped"))
  }

  /// Reports that a student's report is being made.
  func student(_ name: String, done: Int, of count: Int) {
    let fraction = Double(done) / Double(max(count, 1))
    let arguments = [
      "done": speech.numbers.string(done), "count": speech.numbers.string(count), "name": name,
      "left": left(fraction),
    ]
    show(speech("class.progress", arguments), fraction: fraction)
  }

  func clearBar() {
    guard isBarShown else { return }
    isBarShown = false
    Terminal.write("\r\u{1B}[K", to: .error)
  }

  /// A duration in seconds, or in milliseconds if shorter than one second.
  private func time(_ seconds: Double) -> String {
    if seconds < 1 { return speech.numbers.string(seconds * 1000, decimals: 0) + " ms" }
    return speech.numbers.string(seconds, decimals: seconds < 10 ? 1 : 0) + " s"
  }

  private var names: [String: String] {
    ["lesson": lesson.id, "number": String(lesson.number), "count": String(lesson.count)]
  }

  private func show(epoch: Int, epochs: Int, loss: Double, fraction: Double) {
    guard isDue else { return }
    var arguments = names
    arguments["epoch"] = speech.numbers.string(epoch)
    arguments["epochs"] = speech.numbers.string(epochs)
    arguments["loss"] = speech.numbers.significant(loss)
    arguments["left"] = left(fraction)
    if let accuracy { arguments["accuracy"] = speech.numbers.percent(accuracy) }
    let key = accuracy == nil ? "machine.training" : "machine.trainingAccuracy"
    show(speech(key, arguments), fraction: fraction)
  }

  /// The estimated remaining time; empty until there is enough to estimate from.
  private func left(_ fraction: Double) -> String {
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    guard elapsed > 0.5, fraction > 0 else { return "" }
    let seconds = Int((elapsed / fraction * (1 - fraction)).rounded(.up))
    return speech("machine.left", ["seconds": speech.numbers.string(seconds)])
  }

  private var isDue: Bool {
    talk != .quiet && ContinuousClock.now - lastShown >= (isLive ? Self.frame : Self.interval)
  }

  private func show(_ text: String, fraction: Double) {
    guard isDue else { return }
    lastShown = .now
    guard isLive else { return Terminal.line(text, to: .error) }
    isBarShown = true
    Terminal.write(
      "\r\u{1B}[K" + Self.bar(text, fraction: fraction, columns: Terminal.columns), to: .error)
  }

  /// A progress bar followed by `text`, cut to one line of the terminal.
  static func bar(_ text: String, fraction: Double, columns: Int) -> String {
    let width = 20
    let full = min(width, max(0, Int(fraction * Double(width))))
    let bar =
      "[" + String(repeating: "=", count: full)
      + String(repeating: " ", count: width - full) + "] "
    return String((bar + text).prefix(max(0, columns - 1)))
  }
}
