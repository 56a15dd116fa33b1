// Runs the small trained networks of the page: (input - mean) / deviation, then each Dense layer.
(function () {
  function erf(x) {
    // Series below 3, where it is exact to the last digit that is shown; 1 beyond.
    if (Math.abs(x) > 3) return Math.sign(x);
    var sum = x, term = x;
    for (var n = 1; n < 60; n++) { term *= -x * x / n; sum += term / (2 * n + 1); }
    return 2 / Math.sqrt(Math.PI) * sum;
  }
  var activations = {
    linear: function (x) { return x; },
    relu: function (x) { return Math.max(0, x); },
    leaky_relu: function (x) { return x < 0 ? 0.2 * x : x; },
    elu: function (x) { return x < 0 ? Math.exp(x) - 1 : x; },
    gelu: function (x) { return 0.5 * x * (1 + erf(x / Math.SQRT2)); },
    sigmoid: function (x) { return 1 / (1 + Math.exp(-x)); },
    tanh: Math.tanh
  };
  // The page's own numbers: four significant digits, the language's decimal mark, a true minus.
  function written(value, locale) {
    var size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
    var digits = Math.min(20, Math.max(0, 3 - size));
    return value.toLocaleString(locale, { maximumFractionDigits: digits }).replace("-", "\u2212");
  }
  Array.prototype.forEach.call(document.querySelectorAll(".try"), function (part) {
    var scale = JSON.parse(part.dataset.scale), layers = JSON.parse(part.dataset.layers);
    var names = part.dataset.activations.split(" "), locale = part.dataset.locale;
    var entries = Array.prototype.slice.call(part.querySelectorAll("input[type=number]"));
    var sliders = Array.prototype.slice.call(part.querySelectorAll("input[type=range]"));
    var output = part.querySelector("output"), notice = part.querySelector(".notice");
    function network(inputs) {
      var values = inputs.map(function (x, i) { return (x - scale[0][i]) / scale[1][i]; });
      layers.forEach(function (layer, place) {
        values = layer[1].map(function (bias, unit) {
          return activations[names[place]](values.reduce(function (sum, value, i) {
            return sum + value * layer[0][i][unit];
          }, bias));
        });
      });
      return values[0];
    }
    function fill(sentence, value) { return sentence.replace("{}", written(value, locale)); }
    function answer() {
      var inputs = entries.map(function (entry) { return entry.valueAsNumber; });
      var notices = [];
      if (inputs.some(isNaN)) {
        output.value = part.dataset.noNumber;
      } else {
        var value = network(inputs);
        output.value = fill(part.dataset.answer, value);
        entries.forEach(function (entry, i) {
          if (inputs[i] < +entry.dataset.least || inputs[i] > +entry.dataset.most) {
            notices.push(fill(entry.dataset.outside, inputs[i]));
          }
        });
        if (part.dataset.beyond && (value < +part.dataset.least || value > +part.dataset.most)) {
          notices.push(part.dataset.beyond);
        }
      }
      notice.textContent = notices.join(" ");
      notice.hidden = notices.length === 0;
    }
    entries.forEach(function (entry, i) {
      entry.addEventListener("input", function () {
        if (!isNaN(entry.valueAsNumber)) sliders[i].value = entry.value;
        answer();
      });
      sliders[i].addEventListener("input", function () {
        entry.value = sliders[i].value;
        answer();
      });
    });
    part.classList.add("live");
    part.querySelector(".trial").hidden = false;
    answer();
  });
})();
