import Lessons

extension KerasCode {
  var data: (code: [String], output: [String]) {
    switch training.data {
    case .table(let source): (table(source), [])
    case .images(let source): images(source)
    }
  }

  private func table(_ source: TableSource) -> [String] {
    var lines: [String] = []
    let columns = source.inputs + [source.target]
    if readsFile, let plan = source.plan, !isPlain(source, plan) {
      lines = tableLines(source, plan)
    } else if readsFile {
      let table = study.phrases["keras.name.table"]
      let reader = source.path.lowercased().hasSuffix(".xlsx") ? "read_excel" : "read_csv"
      lines = [
        "\(table) = pd.\(reader)(\(Python.string(source.path)))", "print(\(table).head())", "",
      ]
      if columns.count == 2 {
        lines += columns.indices.map {
          "\(names.columns[$0]) = \(table)[[\(Python.string(columns[$0]))]].to_numpy(dtype=float)"
        }
      } else {
        let inputs = source.inputs.map(Python.string).joined(separator: ", ")
        lines += [
          "\(names.allInputs(study.phrases)) = \(table)[[\(inputs)]].to_numpy(dtype=float)",
          "\(names.columns[columns.count - 1]) = \(table)[[\(Python.string(source.target))]].to_numpy(dtype=float)",
        ]
      }
    } else {
      lines = columns.indices.map { index in
        let values = study.column(columns[index]).map(Python.literal).joined(separator: ", ")
        return "\(names.columns[index]) = np.array([\(values)], dtype=float).reshape(-1, 1)"
      }
      if columns.count > 2 {
        let inputs = names.columns.dropLast().joined(separator: ", ")
        lines.append("\(names.allInputs(study.phrases)) = np.hstack([\(inputs)])")
      }
    }
    return hasTest ? lines + [""] + split : lines
  }

  /// The held-out rows, so that the code holds out the same ones.
  private var split: [String] {
    let test = study.phrases["keras.name.test"]
    let rows = (study.regression?.isTest ?? []).indices.filter {
      study.regression?.isTest[$0] == true
    }
    let x = names.allInputs(study.phrases)
    let y = names.columns[names.columns.count - 1]
    return [comment("split", ["seed": String(study.result.seed)])]
      + Self.wrapped("\(test) = [", rows.map(String.init), "]") + [
        "\(names.inputs) = np.delete(\(x), \(test), axis=0)",
        "\(names.targets) = np.delete(\(y), \(test), axis=0)",
        "\(names.testInputs) = \(x)[\(test)]", "\(names.testTargets) = \(y)[\(test)]",
      ]
  }

  /// A list on one line, or on several of about 80 columns.
  static func wrapped(_ start: String, _ items: [String], _ end: String) -> [String] {
    let whole = start + items.joined(separator: ", ") + end
    guard whole.count > 80 else { return [whole] }
    var lines = [start]
    var line = "   "
    for item in items {
      if line.count + item.count + 2 > 78 {
        lines.append(line)
        line = "   "
      }
      line += " \(item),"
    }
    return lines + [line, end]
  }

  private func images(_ source: ImageSource) -> (code: [String], output: [String]) {
    guard let images = study.classification else { return ([], []) }
    var lines: [String]
    switch source.name {
    case "fashion-mnist", "mnist":
      let module = source.name == "mnist" ? "mnist" : "fashion_mnist"
      lines = [
        "(train_images, train_labels), (test_images, test_labels) = (",
        "    tf.keras.datasets.\(module).load_data())",
      ]
    default:
      lines = idxReader(
        Python.string(source.name + "/"), height: images.height, width: images.width)
    }
    if let count = source.train {
      lines.append(
        "train_images, train_labels = train_images[:\(count)], train_labels[:\(count)]")
    }
    if let count = source.test {
      lines.append("test_images, test_labels = test_images[:\(count)], test_labels[:\(count)]")
    }
    let size = "\(images.height), \(images.width)"
    return (
      lines + ["print(train_images.shape, test_images.shape, train_images.dtype)"],
      ["(\(study.rowCount), \(size)) (\(study.testCount), \(size)) uint8"]
    )
  }

  /// Any folder with the four IDX files.
  private func idxReader(_ folder: String, height: Int, width: Int) -> [String] {
    [
      "import gzip", "", "def idx(name, header):",
      "    with gzip.open(\(folder) + name) as file:",
      "        return np.frombuffer(file.read(), dtype=np.uint8, offset=header)", "",
      "train_images = idx(\"train-images-idx3-ubyte.gz\", 16).reshape(-1, \(height), \(width))",
      "train_labels = idx(\"train-labels-idx1-ubyte.gz\", 8)",
      "test_images = idx(\"t10k-images-idx3-ubyte.gz\", 16).reshape(-1, \(height), \(width))",
      "test_labels = idx(\"t10k-labels-idx1-ubyte.gz\", 8)",
    ]
  }

  private var isOneHot: Bool { training.compile.loss != .sparseCategoricalCrossentropy }

  var prepare: (code: [String], output: [String]) {
    guard let images = study.classification else { return ([], []) }
    let classes = images.classes.count
    var lines = [
      comment("scale"), "train_images = train_images.astype(\"float32\") / 255.0",
      "test_images = test_images.astype(\"float32\") / 255.0", "", comment("channel"),
      "train_images = train_images[..., np.newaxis]", "test_images = test_images[..., np.newaxis]",
      "print(train_images.shape)",
    ]
    var output = ["(\(study.rowCount), \(images.height), \(images.width), 1)"]
    guard isOneHot else { return (lines, output) }
    lines += [
      "", comment("oneHot"),
      "train_labels = tf.keras.utils.to_categorical(train_labels, \(classes))",
      "test_labels = tf.keras.utils.to_categorical(test_labels, \(classes))",
      "print(train_labels[0])",
    ]
    if let first = images.samples.first(where: { $0.index == 0 })?.label {
      output.append(
        "[" + (0..<classes).map { $0 == first ? "1." : "0." }.joined(separator: " ") + "]")
    } else {
      lines.removeLast()
    }
    return (lines, output)
  }

  var look: [String] {
    switch training.data {
    case .table(let source): scatter(source) + ["plt.show()"]
    case .images: grid
    }
  }

  /// A scatter plot of the first input and the target, with their labels.
  func scatter(_ source: TableSource) -> [String] {
    let x = source.inputs[0]
    let isTable = source.plan.map { isPlain(source, $0) } ?? true
    let plot =
      readsFile && isTable
      ? "sns.scatterplot(x=\(Python.string(x)), y=\(Python.string(source.target)), data=\(study.phrases["keras.name.table"]))"
      : readsFile
        ? "plt.scatter(\(names.allInputs(study.phrases))[:, 0], \(names.columns[names.columns.count - 1]))"
        : "plt.scatter(\(names.columns[0]), \(names.columns[names.columns.count - 1]))"
    let tables = LessonTables(study)
    return [
      plot, "plt.xlabel(\(Python.string(tables.heading(x))))",
      "plt.ylabel(\(Python.string(tables.heading(source.target))))",
    ]
  }

  private var grid: [String] {
    let labels = study.classification?.classes.map { Python.string($0[study.language]) } ?? []
    let classNames = study.phrases["keras.name.classes"]
    return Self.wrapped("\(classNames) = [", labels, "]") + [
      "plt.figure(figsize=(8, 8))", "for i in range(25):", "    plt.subplot(5, 5, i + 1)",
      "    plt.imshow(train_images[i], cmap=\"binary\")",
      "    plt.title(\(classNames)[train_labels[i]], fontsize=8)", "    plt.axis(\"off\")",
      "plt.tight_layout()", "plt.show()",
    ]
  }
}
