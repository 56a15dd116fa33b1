import Neural
import YAML

/// Reads `fit`: how long and on what a model is trained.
struct FitDecoder {
  let reader: YAMLReader

  func decode(_ node: Node, marks: inout TrainingMarks) -> Fit? {
    guard let map = reader.map(node, key: "fit", section: .fit) else { return nil }
    let epochs = map.required("epochs").flatMap {
      reader.integer($0, key: "epochs", in: 1...NotebookLimits.epochs)
    }
    let batchSize = map.integer("batch_size", in: 1...NotebookLimits.batchSize)
    let shuffle = map.boolean("shuffle")
    let validation = self.validation(map)
    marks.validation = (map["validation"] ?? map["validation_split"])?.value.mark
    let stopping = map["early_stopping"].flatMap { earlyStopping($0.value, marks: &marks) }
    guard let epochs else { return nil }
    return Fit(
      epochs: epochs, batchSize: batchSize ?? 32, shuffle: shuffle ?? true,
      validation: validation ?? .none, earlyStopping: stopping)
  }

  private func validation(_ map: YAMLMap) -> Fit.Validation? {
    let named = map["validation"].flatMap { entry -> Fit.Validation? in
      let known: [(name: String, value: Fit.Validation)] = [("test", .test)]
      return reader.choice(entry.value, key: "validation", kind: .validation, among: known)
    }
    let split = map.number("validation_split", .open, 0, 1).map { Fit.Validation.split($0) }
    if map["validation"] != nil, let second = map["validation_split"] {
      reader.report(.twoValidations, at: second.mark)
    }
    return named ?? split
  }

  private func earlyStopping(_ node: Node, marks: inout TrainingMarks) -> EarlyStopping? {
    guard let map = reader.map(node, key: "early_stopping", section: .earlyStopping) else {
      return nil
    }
    let monitor = map.text("monitor")
    marks.monitor = map["monitor"]?.value.mark ?? map.mark
    let patience = map.integer("patience", in: 0...NotebookLimits.epochs)
    let minDelta = map.number("min_delta", .closed, 0, 1e30)
    let restores = map.boolean("restore_best_weights")
    return EarlyStopping(
      monitor: monitor ?? "val_loss", patience: patience ?? 0, minDelta: minDelta ?? 0,
      restoreBestWeights: restores ?? false)
  }
}
