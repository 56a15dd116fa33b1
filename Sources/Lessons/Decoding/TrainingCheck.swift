import Neural

/// Whether the parts of a lesson's training fit together, as far as notebook.yaml alone can say.
struct TrainingCheck {
  let reader: YAMLReader

  func check(_ training: Training) {
    checkValidation(training)
    checkInitialValues(training)
    let check = ShapeCheck(training: training)
    guard let inputShape = training.data.sampleShape else { return }
    for finding in check.findings(inputShape: inputShape) {
      reader.report(finding.problem, at: finding.mark)
    }
  }

  private func checkValidation(_ training: Training) {
    let fit = training.fit
    if fit.validation == .test, case .table(let source) = training.data, source.test == nil,
      training.marks.test == nil
    {
      reader.report(.validationWithoutTest, at: training.marks.validation)
    }
    guard let monitor = fit.earlyStopping?.monitor else { return }
    let recorded = ["loss"] + training.compile.metrics.map(\.rawValue)
    let known = fit.validation == .none ? recorded : recorded + recorded.map { "val_" + $0 }
    if !known.contains(monitor) {
      reader.report(
        .monitorNotRecorded(monitor, known: known), at: training.marks.monitor)
    }
  }

  private func checkInitialValues(_ training: Training) {
    guard training.initialWeights != nil, training.model.contains(where: { $0.initial != nil })
    else { return }
    reader.report(.initialTwice, at: training.marks.initialWeights)
  }
}

extension ImageSource {
  /// The set whose size and class names are known, and which has a substitute.
  public var isFashionMNIST: Bool { name == "fashion-mnist" }
}
