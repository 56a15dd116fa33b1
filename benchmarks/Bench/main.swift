// What `benchmarks/run` calls: one measurement each, a line of JSON or a Markdown table.
import Datasets
import Glibc
import Neural
import Tensors

let arguments = Array(CommandLine.arguments.dropFirst())

/// The number after `--name`.
func number(_ name: String, default fallback: Int) -> Int {
  guard let place = arguments.firstIndex(of: "--" + name), place + 1 < arguments.count else {
    return fallback
  }
  return Int(arguments[place + 1]) ?? fallback
}

let folder =
  arguments.firstIndex(of: "--data").map { arguments[$0 + 1] }
  ?? "/usr/share/datasets/fashion-mnist"
let threads = number("threads", default: Sequential.coreCount)

switch arguments.first {
case "cnn":
  try measureImages(
    folder: folder, train: number("train", default: 60_000), test: number("test", default: 10_000),
    epochs: number("epochs", default: 2), batchSize: number("batch", default: 32), threads: threads,
    seed: number("seed", default: 7))
case "celsius": try measureCelsius(epochs: number("epochs", default: 1000))
case "load": try measureLoading(folder: folder)
case "table": try measureTable(path: arguments.dropFirst().first ?? "")
case "layers": try tabulateLayers()
case "figures": try measureFigures(rounds: number("rounds", default: 20))
case "notebook":
  try measureNotebook(
    arguments.dropFirst().first { !$0.hasPrefix("-") && Int($0) == nil }
      ?? "templates/notebooks/practica-tensorflow",
    rounds: number("rounds", default: 9))
case "shapes": try tabulateShapes(threads: threads, samples: number("train", default: 2048))
default:
  print(
    "cuaderno-bench cnn|celsius|load|table FILE|layers|shapes|figures|notebook [FOLDER] [--data DIR] [--train N] "
      + "[--test N] [--epochs N] [--batch N] [--rounds N] [--threads N] [--seed N]")
  exit(64)
}
