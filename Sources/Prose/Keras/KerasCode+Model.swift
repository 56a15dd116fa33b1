import Neural

extension KerasCode {
  var define: [String] {
    let model = names.model
    let layers = study.outline.layers
    guard let first = layers.first else { return [] }
    let shape =
      first.input.map(String.init).joined(separator: ", ") + (first.input.count == 1 ? "," : "")
    let input = "tf.keras.Input(shape=(\(shape)))"
    var lines: [String] = []
    if isTable, names.layers.allSatisfy({ $0 != nil }) {
      for (layer, name) in zip(layers, names.layers) {
        lines.append("\(name ?? "") = \(call(layer.layer))")
        if layer.layer is Normalization {
          lines.append("\(name ?? "").adapt(\(names.inputs))")
        }
      }
      let variables = names.layers.compactMap { $0 }.joined(separator: ", ")
      lines.append("\(model) = tf.keras.Sequential([\(input), \(variables)])")
    } else {
      lines = ["\(model) = tf.keras.Sequential()", "\(model).add(\(input))"]
      for (layer, name) in zip(layers, names.layers) {
        if layer.layer is Normalization, let name {
          lines += ["\(name) = \(call(layer.layer))", "\(name).adapt(\(names.inputs))"]
          lines.append("\(model).add(\(name))")
        } else if let name {
          lines += ["\(name) = \(call(layer.layer))", "\(model).add(\(name))"]
        } else {
          lines.append("\(model).add(\(call(layer.layer)))")
        }
      }
    }
    return lines + initialWeights
  }

  /// Initial weights that the lesson file gives.
  private var initialWeights: [String] {
    if let path = training.initialWeights {
      return [
        "with np.load(\(Python.string(path))) as arrays:",
        "    \(names.model).set_weights([arrays[str(i)] for i in range(len(arrays))])",
      ]
    }
    return zip(study.outline.layers, training.model).enumerated().flatMap { place, pair in
      let (layer, declaration) = pair
      guard let values = declaration.initial, values.count == layer.weights.count else {
        return [String]()
      }
      let arrays = zip(values, layer.weights).map { values, weight in
        let list = values.map(Python.float).joined(separator: ", ")
        let shape = weight.shape.map(String.init).joined(separator: ", ")
        return "np.array([\(list)]).reshape(\(shape))"
      }
      let owner = names.layers[place] ?? "\(names.model).layers[\(place)]"
      return ["\(owner).set_weights([\(arrays.joined(separator: ", "))])"]
    }
  }

  /// The layer's constructor with the arguments that differ from Keras' defaults.
  private func call(_ layer: any Layer) -> String {
    var arguments: [String] = []
    switch layer {
    case let dense as Dense:
      arguments = ["units=\(dense.units)"] + activation(dense.activation)
    case let conv as Conv2D:
      arguments = ["\(conv.filters)", pair(conv.kernelSize)]
      if conv.strides != Size2D(1) { arguments.append("strides=\(pair(conv.strides))") }
      arguments += padding(conv.padding) + activation(conv.activation)
    case let pool as MaxPooling2D:
      arguments = pooling(pool.poolSize, pool.strides, pool.padding)
    case let pool as AveragePooling2D:
      arguments = pooling(pool.poolSize, pool.strides, pool.padding)
    case let dropout as Dropout:
      arguments = [Python.float(dropout.rate)]
    case let normalization as BatchNormalization:
      if normalization.momentum != 0.99 {
        arguments.append("momentum=\(Python.float(normalization.momentum))")
      }
      if normalization.epsilon != 1e-3 {
        arguments.append("epsilon=\(Python.float(normalization.epsilon))")
      }
    default: break
    }
    let name = type(of: layer).className
    return "tf.keras.layers.\(name)(\(arguments.joined(separator: ", ")))"
  }

  private func activation(_ activation: Activation) -> [String] {
    activation == .linear ? [] : ["activation=\(Python.string(activation.rawValue))"]
  }

  private func padding(_ padding: Padding) -> [String] {
    padding == .valid ? [] : ["padding=\(Python.string(padding.rawValue))"]
  }

  private func pair(_ size: Size2D) -> String { "(\(size.height), \(size.width))" }

  private func pooling(_ window: Size2D, _ strides: Size2D, _ padding: Padding) -> [String] {
    [pair(window)] + (strides == window ? [] : ["strides=\(pair(strides))"])
      + self.padding(padding)
  }
}
