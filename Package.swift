// swift-tools-version: 6.1
import Foundation
import PackageDescription

// The kernels are written for AVX2 and FMA (x86-64-v3); every 64-bit ARM has what they need.
// CUADERNO_PORTABLE=1 builds for any x86-64: the same bits, slowly. CUADERNO_MARCH=native tunes.
let environment = ProcessInfo.processInfo.environment
#if arch(x86_64)
  let march = environment["CUADERNO_MARCH"] ?? "x86-64-v3"
  let isPortable = environment["CUADERNO_PORTABLE"] == "1"
  let machineFlags = isPortable ? [] : ["-Xcc", "-march=\(march)"]
  /// SHA-256 by the processor's own instructions, where it turns out to have them.
  let hashSettings: [SwiftSetting] =
    isPortable
    ? [] : [.define("SHA_INSTRUCTIONS"), .unsafeFlags(["-Xcc", "-msha", "-Xcc", "-msse4.1"])]
#else
  let machineFlags: [String] = []
  let hashSettings: [SwiftSetting] = []
#endif

/// Optimised in debug builds as well, so that `swift test` trains at full speed.
/// `-fno-math-errno` lets a square root be one instruction. Never `-Ounchecked`: DESIGN section 3.
let kernelSettings: [SwiftSetting] = [
  .unsafeFlags(["-O", "-Xcc", "-fno-math-errno"] + machineFlags)
]

/// For `WideKernels` alone, which is called only where the processor turns out to have 512 bits.
#if arch(x86_64)
  let hasWideKernels = !isPortable
  let wideFlags = isPortable ? [] : ["-Xcc", "-march=x86-64-v4"]
#else
  let hasWideKernels = false
  let wideFlags: [String] = []
#endif
let wideSettings: [SwiftSetting] = [.unsafeFlags(["-O"] + wideFlags)]
let tensorSettings =
  kernelSettings + (hasWideKernels ? [SwiftSetting.define("WIDE_KERNELS")] : [])

/// Readers of files of many megabytes: optimised in debug builds as well.
let readerSettings: [SwiftSetting] = [.unsafeFlags(["-O"])]

/// What runs once a command or once a student, and less than a hundredth of the time: optimising it would
/// take a fifth of a first build (`docs/benchmarks.md`).
let coldSettings: [SwiftSetting] = [
  .unsafeFlags(["-Onone"], .when(configuration: .release))
]

let package = Package(
  name: "cuaderno",
  products: [.executable(name: "cuaderno", targets: ["cuaderno"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCairo", pkgConfig: "cairo-ft", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(
      name: "CHarfBuzz", pkgConfig: "harfbuzz", providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CX86"),

    .target(name: "Diagnostics"),
    .target(name: "Threads", dependencies: ["CLinux"]),
    .target(name: "Lanes", swiftSettings: kernelSettings),
    .target(name: "Tiles", dependencies: ["Lanes"], swiftSettings: kernelSettings),
    .target(name: "WideKernels", dependencies: ["Lanes", "Tiles"], swiftSettings: wideSettings),
    .target(
      name: "Tensors", dependencies: ["CLinux", "Lanes", "Threads", "Tiles", "WideKernels"],
      swiftSettings: tensorSettings),
    .target(name: "Neural", dependencies: ["Tensors"]),
    .target(
      name: "Archives", dependencies: ["CX86", "CZlib", "Diagnostics"],
      swiftSettings: readerSettings + hashSettings),
    .target(
      name: "Datasets", dependencies: ["Archives", "Diagnostics", "Tensors", "Threads"],
      swiftSettings: readerSettings),
    .target(
      name: "YAML", dependencies: ["CYAML", "Diagnostics"], swiftSettings: readerSettings),
    .target(name: "Drawing", dependencies: ["CCairo", "Archives", "Diagnostics"]),
    .target(
      name: "Paper", dependencies: ["CCairo", "CHarfBuzz", "Diagnostics", "Drawing"],
      swiftSettings: readerSettings),
    .target(
      name: "Lessons",
      dependencies: ["Archives", "Datasets", "Diagnostics", "Neural", "Tensors", "Threads", "YAML"]),
    .target(
      name: "Phrases", dependencies: ["Archives", "Diagnostics", "Lessons", "YAML"]),
    .target(
      name: "Figures",
      dependencies: [
        "Archives", "Diagnostics", "Drawing", "Lessons", "Neural", "Phrases", "Threads",
      ]),
    .target(
      name: "Prose",
      dependencies: [
        "Archives", "Diagnostics", "Figures", "Lessons", "Neural", "Paper", "Phrases",
      ]),
    .target(
      name: "Publishing",
      dependencies: [
        "Archives", "CLinux", "Datasets", "Diagnostics", "Drawing", "Lessons", "Phrases",
      ]),
    .target(
      name: "Pages",
      dependencies: [
        "Archives", "Datasets", "Diagnostics", "Drawing", "Figures", "Lessons", "Neural", "Paper",
        "Phrases", "Prose", "Publishing", "Threads",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Classroom",
      dependencies: [
        "Archives", "CLinux", "Datasets", "Diagnostics", "Drawing", "Figures", "Lessons", "Neural",
        "Pages", "Paper", "Phrases", "Prose", "Publishing", "Tensors", "Threads", "YAML",
        .product(name: "Mustache", package: "swift-mustache"),
      ], swiftSettings: coldSettings),
    .target(
      name: "Preview",
      dependencies: ["Archives", "Diagnostics", "Lessons", "Publishing", "Threads"],
      swiftSettings: coldSettings),
    .executableTarget(
      name: "cuaderno",
      dependencies: [
        "Archives", "Classroom", "CLinux", "Diagnostics", "Drawing", "Figures", "Lessons", "Pages",
        "Paper", "Phrases", "Preview", "Prose", "Publishing", "Threads",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: coldSettings),

    .executableTarget(
      name: "cuaderno-bench",
      dependencies: [
        "Archives", "Datasets", "Diagnostics", "Drawing", "Figures", "Lanes", "Lessons", "Neural",
        "Pages",
        "Tensors",
      ],
      path: "benchmarks/Bench", swiftSettings: kernelSettings),

    // Not a test target, so that tests may share it.
    .target(
      name: "TestSupport",
      dependencies: [
        "Archives", "Diagnostics", "Lessons", "Neural", "Phrases", "Prose", "Publishing",
      ], path: "Tests/TestSupport"),
    .testTarget(
      name: "TensorsTests", dependencies: ["Tensors", "Lanes", "Threads", "Tiles", "WideKernels"]),
    .testTarget(
      name: "NeuralTests", dependencies: ["Neural", "Tensors"], resources: [.copy("Fixtures")],
      // The naive reference is plain loops: a third of the time.
      swiftSettings: [.unsafeFlags(["-O"])]),
    .testTarget(name: "ThreadsTests", dependencies: ["Threads"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "ArchivesTests", dependencies: ["Archives", "Diagnostics"]),
    .testTarget(
      name: "DatasetsTests", dependencies: ["Archives", "Datasets", "Diagnostics", "Tensors"],
      exclude: ["Fixtures"]),
    .testTarget(name: "YAMLTests", dependencies: ["CYAML", "Diagnostics", "Tensors", "YAML"]),
    .testTarget(
      name: "DrawingTests", dependencies: ["Archives", "Diagnostics", "Drawing", "TestSupport"]),
    .testTarget(
      name: "PaperTests", dependencies: ["Diagnostics", "Drawing", "Paper", "TestSupport"]),
    .testTarget(
      name: "LessonsTests",
      dependencies: [
        "Archives", "Datasets", "Diagnostics", "Lessons", "Neural", "Phrases", "Publishing",
        "Tensors",
      ]),
    .testTarget(
      name: "PhrasesTests",
      dependencies: [
        "Archives", "Datasets", "Diagnostics", "Lessons", "Phrases", "TestSupport",
      ]),
    .testTarget(
      name: "FiguresTests",
      dependencies: [
        "Archives", "Datasets", "Diagnostics", "Drawing", "Figures", "Lessons", "Neural", "Phrases",
        "TestSupport",
      ], exclude: ["Goldens"]),
    .testTarget(
      name: "ProseTests",
      dependencies: [
        "Archives", "Datasets", "Diagnostics", "Drawing", "Figures", "Lessons", "Neural", "Phrases",
        "Prose", "TestSupport",
      ], exclude: ["Fixtures"]),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "Archives", "CLinux", "Diagnostics", "Drawing", "Lessons", "Neural", "Phrases",
        "Publishing", "TestSupport",
      ]),
    .testTarget(
      name: "PagesTests",
      dependencies: [
        "Archives", "Diagnostics", "Drawing", "Figures", "Lessons", "Neural", "Pages", "Paper",
        "Phrases", "Prose", "Publishing", "TestSupport",
      ]),
    .testTarget(
      name: "ClassroomTests",
      dependencies: [
        "Archives", "Classroom", "Diagnostics", "Drawing", "Lessons", "Phrases",
        "Publishing", "TestSupport",
      ]),
    .testTarget(
      name: "PreviewTests", dependencies: ["Lessons", "Preview", "TestSupport", "Threads"]),
    .testTarget(
      name: "cuadernoTests",
      dependencies: [
        "Archives", "Classroom", "Diagnostics", "Lessons", "Publishing", "TestSupport",
        "cuaderno",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

// A target's README.md is for people who read its folder.
for target in package.targets {
  let folder = target.path ?? "Sources/\(target.name)"
  if FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/\(folder)/README.md") {
    target.exclude.append("README.md")
  }
}

// What `make check` and CI build with; the packages we use keep their own warnings to themselves.
if environment["CUADERNO_STRICT"] == "1" {
  for target in package.targets where target.type != .system {
    target.swiftSettings =
      (target.swiftSettings ?? []) + [.unsafeFlags(["-warnings-as-errors"])]
  }
}
