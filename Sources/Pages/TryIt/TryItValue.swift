/// Everything that `templates/report/try.mustache` shows. Numbers are written as scripts read them.
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
    /// Said where the input lies outside of that range; `{}` stands for it.
    var outside: String
  }

  var anchor: String
  var title: String
  var explanation: String
  /// JSON: mean and deviation of each input.
  var scale: String
  /// JSON: kernel and bias of each Dense layer.
  var layers: String
  /// Keras's names, one for each Dense layer, separated by spaces.
  var activations: String
  var locale: String
  /// `{}` stands for the output.
  var answer: String
  var noNumber: String
  /// Said where the output lies outside of what is plausible for it.
  var beyond: String?
  var leastTarget: String?
  var mostTarget: String?
  var inputs: [Input]
  /// HTML, for readers without scripts.
  var examples: String
}
