import Neural
import Publishing

@testable import Lessons

/// What docs/lesson-files.md and docs/notebook.schema.json say of layers and optimizers, made from
/// their definitions.
enum LayerReference {
  // MARK: Markdown

  /// The sections of all layers, as they follow each other in docs/lesson-files.md.
  static var layers: String {
    LayerKind.allCases.map { section($0.type, weights: $0.type.givenWeights) }.joined()
  }

  static var optimizers: String {
    OptimizerKind.allCases.map { section($0.type, weights: []) }.joined()
  }

  private static func section(_ type: any Configurable.Type, weights: [WeightShape]) -> String {
    var rows = type.options.map { option in
      "| `\(option.name)` | \(text(option.type)) | \(text(option.standard)) | \(option.meaning) |\n"
    }
    if !weights.isEmpty {
      let names = weights.map { "`\($0.name)`" }.joined(separator: ", ")
      let starts = weights.map { text($0.initializer) }
      let start = Set(starts).count == 1 ? starts[0] : starts.joined(separator: ", ")
      rows.append("| `initial` | map of \(names) | \(start) | Values to start from. |\n")
    }
    let head = "## `\(type.className)`\n\n"
    guard !rows.isEmpty else { return head + "No options. \(type.summary)\n\n" }
    return head + type.summary + "\n\n| Key | Type | Default | Meaning |\n|---|---|---|---|\n"
      + rows.joined() + "\n"
  }

  private static func text(_ type: OptionType) -> String {
    switch type {
    case .integer(let range): "integer, \(range.lowerBound) to \(range.upperBound)"
    case .fraction: "number, from 0, below 1"
    case .positive: "number above 0"
    case .boolean: "boolean"
    case .size: "size"
    case .activation, .padding: "name"
    }
  }

  private static func text(_ standard: Option.Default) -> String {
    switch standard {
    case .required: "required"
    case .value(let value): "`\(text(value))`"
    case .sameAs(let other): "`\(other)`"
    }
  }

  private static func text(_ value: OptionValue) -> String {
    switch value {
    case .integer(let number): String(number)
    case .float(let number): text(number.description)
    case .double(let number): text(number.description)
    case .boolean(let flag): String(flag)
    case .size(let size):
      size == Size2D(size.width) ? String(size.width) : "[\(size.height), \(size.width)]"
    case .activation(let activation): activation.rawValue
    case .padding(let padding): padding.rawValue
    }
  }

  private static func text(_ number: String) -> String {
    number.hasSuffix(".0") ? String(number.dropLast(2)) : number.replacing("e-0", with: "e-")
  }

  private static func text(_ initializer: Initializer) -> String {
    switch initializer {
    case .glorotUniform: "Glorot uniform"
    case .constant(let value): text(value.description)
    case .measured: "measured"
    case .counter: "0"
    }
  }

  // MARK: JSON schema

  /// `schema` with everything about layers, optimizers, losses and metrics made anew.
  static func updated(_ schema: JSONValue) -> JSONValue {
    var schema = schema
    var definitions = schema["$defs"]?.members ?? []
    let names = LayerKind.allCases.map(\.rawValue) + OptimizerKind.allCases.map(\.rawValue)
    definitions.removeAll { names.contains($0.name) }
    func insert(_ new: [JSONValue.Member], before name: String) {
      let index = definitions.firstIndex { $0.name == name } ?? definitions.endIndex
      definitions.insert(contentsOf: new, at: index)
    }
    insert(
      LayerKind.allCases.map { definition($0.type, weights: $0.type.givenWeights) },
      before: "compile")
    insert(OptimizerKind.allCases.map { definition($0.type, weights: []) }, before: "fit")
    schema["$defs"] = .object(definitions)
    schema["$defs", "lessons", "properties", "model", "items"] = item
    schema["$defs", "compile", "properties", "optimizer", "anyOf"] = optimizer
    schema["$defs", "compile", "properties", "loss", "enum"] = texts(
      Loss.allCases.flatMap { [$0.rawValue] + ($0.shortName.map { [$0] } ?? []) })
    schema["$defs", "compile", "properties", "metrics", "items", "enum"] = texts(
      Metric.allCases.flatMap { [$0.rawValue] + ($0.shortName.map { [$0] } ?? []) })
    return schema
  }

  private static func definition(
    _ type: any Configurable.Type, weights: [WeightShape]
  ) -> JSONValue.Member {
    var properties = type.options.map { JSONValue.Member($0.name, property($0)) }
    if !weights.isEmpty {
      properties.append(
        .init(
          "initial",
          .object([
            "description": .string("Values to start from."), "type": .string("object"),
            "properties": .object(
              weights.map { .init($0.name, .object(["$ref": .string("#/$defs/numbers")])) }),
            "additionalProperties": .boolean(false),
          ])))
    }
    let required = type.options.filter { $0.standard == .required }.map(\.name)
    return .init(
      type.className,
      .object([
        "description": .string(type.summary), "type": .string("object"),
        "properties": .object(properties), "additionalProperties": .boolean(false),
        "required": required.isEmpty ? nil : texts(required),
      ]))
  }

  private static func property(_ option: Option) -> JSONValue {
    var members = [JSONValue.Member("description", .string(option.meaning))]
    switch option.type {
    case .integer(let range):
      members += [
        .init("type", .string("integer")), .init("minimum", .integer(range.lowerBound)),
        .init("maximum", .integer(range.upperBound)),
      ]
    case .fraction:
      members += [
        .init("type", .string("number")), .init("minimum", .integer(0)),
        .init("exclusiveMaximum", .integer(1)),
      ]
    case .positive:
      members += [.init("type", .string("number")), .init("exclusiveMinimum", .integer(0))]
    case .boolean: members.append(.init("type", .string("boolean")))
    case .size(let range):
      let side = JSONValue.object([
        "type": .string("integer"), "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ])
      members.append(
        .init(
          "anyOf",
          .array([
            side,
            .object([
              "type": .string("array"), "items": side, "minItems": .integer(2),
              "maxItems": .integer(2),
            ]),
          ])))
    case .activation:
      members.append(.init("enum", texts(Activation.allCases.map(\.rawValue))))
    case .padding: members.append(.init("enum", texts(Padding.allCases.map(\.rawValue))))
    }
    return .object(members)
  }

  /// An item of `model`: a bare name, or a map from one name to options.
  private static var item: JSONValue {
    let bare = LayerKind.allCases.filter { kind in
      !kind.type.options.contains { $0.standard == .required }
    }
    return .object([
      "anyOf": .array([
        .object(["enum": texts(bare.map(\.rawValue))]),
        choice(
          LayerKind.allCases.map { kind in
            let options = reference(kind.rawValue)
            let mayBeEmpty = JSONValue.object([
              "anyOf": .array([options, .object(["type": .string("null")])])
            ])
            return .init(kind.rawValue, bare.contains(kind) ? mayBeEmpty : options)
          }),
      ])
    ])
  }

  /// `adam` or `Adam`, alone or with options.
  private static var optimizer: JSONValue {
    let names = OptimizerKind.allCases.flatMap { kind in
      [(name: kind.rawValue.lowercased(), kind: kind), (name: kind.rawValue, kind: kind)]
    }
    return .array([
      .object(["enum": texts(names.map(\.name))]),
      choice(names.map { .init($0.name, reference($0.kind.rawValue)) }),
    ])
  }

  private static func choice(_ members: [JSONValue.Member]) -> JSONValue {
    .object([
      "type": .string("object"), "properties": .object(members),
      "additionalProperties": .boolean(false), "minProperties": .integer(1),
      "maxProperties": .integer(1),
    ])
  }

  private static func reference(_ name: String) -> JSONValue {
    .object(["$ref": .string("#/$defs/\(name)")])
  }

  private static func texts(_ values: [String]) -> JSONValue {
    .array(values.map { .string($0) })
  }
}

extension JSONValue {
  /// Replaces the value at the end of a path of members, the last of which may be new.
  fileprivate subscript(path: String...) -> JSONValue {
    get { path.reduce(self) { $0[$1] ?? .null } }
    set { self = replacing(path[...], with: newValue) }
  }

  private func replacing(_ path: ArraySlice<String>, with value: JSONValue) -> JSONValue {
    guard let name = path.first else { return value }
    var members = self.members
    let new = (self[name] ?? .null).replacing(path.dropFirst(), with: value)
    if let index = members.firstIndex(where: { $0.name == name }) {
      members[index].value = new
    } else {
      members.append(.init(name, new))
    }
    return .object(members)
  }
}
