import Neural

extension KerasCode {
  var define: [String] {
    let model = names.model
    let layers = study.outline.layers
    guard let first = layers.first else { return [] }
    let shape =
      first.input.map(String.init).joined(separator: ", ") + (first.input.count == 1 ? "," : "")
    let input = "tf.keras.Input(shape=(\(shape)))"
    let variables = names.layers.compactMap { $0 }
    let isList = isTable && variables.count == layers.count
    var lines =
      isList ? [] : ["\(model) = tf.keras.Sequential()", "\(model).add(\(input))"]
    for (index, name) in names.layers.enumerated() {
      let call = call(at: index)
      guard let name else {
        lines.append("\(model).add(\(call))")
        continue
      }
      lines.append("\(name) = \(call)")
      if layers[index].layer is Normalization, training.model[index].initial == nil {
        lines.append("\(name).adapt(\(names.inputs))")
      }
      if !isList { lines.append("\(model).add(\(name))") }
    }
    if isList {
      lines.append(
        "\(model) = tf.keras.Sequential([\(input), \(variables.joined(separator: ", "))])")
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
    return training.model.indices.compactMap { index in
      guard let values = training.model[index].initial,
        !(training.model[index].layer is Normalization)
      else { return nil }
      let arrays = zip(values, study.outline.layers[index].weights).map { values, weight in
        let list = values.map(Python.float).joined(separator: ", ")
        let shape = weight.shape.map(String.init).joined(separator: ", ")
        return "np.array([\(list)]).reshape(\(shape))"
      }
      let owner = names.layers[index] ?? "\(names.model).layers[\(index)]"
      return "\(owner).set_weights([\(arrays.joined(separator: ", "))])"
    }
  }

  /// A layer's constructor. Keras takes given statistics of a Normalization only there.
  private func call(at index: Int) -> String {
    let declaration = training.model[index]
    guard declaration.layer is Normalization, let values = declaration.initial else {
      return Self.call("tf.keras.layers", declaration.layer)
    }
    let lists = values.map { "[\($0.map(Python.float).joined(separator: ", "))]" }
    return "tf.keras.layers.Normalization(mean=\(lists[0]), variance=\(lists[1]))"
  }

  /// A constructor with what differs from Keras's defaults.
  static func call(_ module: String, _ value: some Configurable) -> String {
    let arguments = value.configuration.compactMap { option, value, isDefault -> String? in
      switch option.argument {
      case .byPosition: Python.source(of: value)
      case .byName: "\(option.name)=\(Python.source(of: value))"
      case .ifChanged: isDefault ? nil : "\(option.name)=\(Python.source(of: value))"
      }
    }
    return "\(module).\(type(of: value).className)(\(arguments.joined(separator: ", ")))"
  }
}

extension Python {
  fileprivate static func source(of value: OptionValue) -> String {
    switch value {
    case .integer(let number): String(number)
    case .float(let number): float(number)
    case .double(let number): float(number)
    case .boolean(let flag): flag ? "True" : "False"
    case .size(let size): "(\(size.height), \(size.width))"
    case .activation(let activation): string(activation.rawValue)
    case .padding(let padding): string(padding.rawValue)
    }
  }
}
