/// The values shown by `templates/report/try.mustache`. Numbers are in the syntax of scripts.
struct TryItValue {
  struct Input {
    var id: String
    var label: String
    /// The range of the training data.
    var least: String
    var most: String
    var start: String
    var sliderLeast: String
    var sliderMost: String
    var sliderStep: String
    /// Shown for an input outside that range, which replaces `{}`.
    var outside: String
  }

  var anchor: String
  var title: String
  var explanation: String
  /// JSON: mean and deviation of each input.
  var scale: String
  /// JSON: kernel and bias of each Dense layer.
  var layers: String
  /// Keras' names, one per Dense layer, separated by spaces.
  var activations: String
  var locale: String
  /// `{}` is replaced by the output.
  var answer: String
  var noNumber: String
  /// Shown for an output outside the plausible range.
  var beyond: String?
  var leastTarget: String?
  var mostTarget: String?
  var inputs: [Input]
  /// HTML, for readers without scripts.
  var examples: String
}
