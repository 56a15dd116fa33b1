import Diagnostics

/// A figure that a lesson asks for cannot be drawn.
public enum FigureError: UserError, Hashable {
  /// No figure has that name; `suggestion` is the most similar one.
  case unknown(Place, name: String, suggestion: String?)
  /// The lesson lacks something this figure requires; `need` is a key under `figure.need`.
  case misfit(Place, name: String, need: FigureNeed)

  public var place: Place? {
    switch self {
    case .unknown(let place, _, _), .misfit(let place, _, _): place
    }
  }

  public var message: Message {
    switch self {
    case .unknown(_, let name, nil):
      Message(
        "figure.unknown", ["name": name, "names": FigureCatalogue.names.joined(separator: ", ")])
    case .unknown(_, let name, let suggestion?):
      Message("figure.unknownWithSuggestion", ["name": name, "suggestion": suggestion])
    case .misfit(_, let name, let need):
      Message("figure.needs.\(need.rawValue)", ["name": name])
    }
  }
}

/// A requirement of a figure; its sentence is `figure.needs.NAME`.
public enum FigureNeed: String, Hashable, Sendable, CaseIterable {
  /// Something to train: `data`, `model`, `compile` and `fit`.
  case model
  case table
  case images
  /// Two columns of numbers or more.
  case twoNumbers
  /// A table with one input column.
  case singleInput
  /// A model that predicts one number, neither a class nor several.
  case singleOutput
  /// Only Dense layers, optionally after a Normalization, with few enough units to draw.
  case smallNetwork
  /// The metric `accuracy`.
  case accuracy
  /// At least one input under `predict`.
  case prediction
  /// At most 1,000 parameters.
  case fewParameters
  /// One Dense unit without activation and one input.
  case singleNeuron
  /// At most 64 parameters, so that they are recorded after each epoch.
  case trajectory
  /// `untrained` weights of a single neuron, a squared error, and Adam or plain SGD.
  case handStep
  /// A convolution as the first layer.
  case convolution
  /// An earlier lesson with the same data and loss.
  case sibling
  /// A hidden Dense layer whose activation is not relu.
  case hiddenLayers
  /// Two to five narrow Dense layers without activation, one input and one output.
  case linearLayers
}
