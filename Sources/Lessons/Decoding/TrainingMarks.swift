import YAML

/// Positions of the parts of a lesson's training in notebook.yaml, for errors found after decoding.
struct TrainingMarks: Sendable {
  struct Initial: Sendable {
    /// Shape and position of the nested lists, one per array in get_weights() order.
    var shapes: [[Int]] = []
    var marks: [Mark?] = []
  }

  var source: Mark?
  var input: Mark?
  var target: Mark?
  var group: Mark?
  var columns: Mark?
  var train: Mark?
  var test: Mark?
  var model: Mark?
  var layers: [Mark?] = []
  var initial: [Initial?] = []
  var initialWeights: Mark?
  var loss: Mark?
  var metrics: [Mark?] = []
  var validation: Mark?
  var monitor: Mark?
  var predict: Mark?
  var classes: Mark?
  var untrained = Initial()
  var untrainedList: Mark?
}
