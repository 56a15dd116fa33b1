(function () {
  var button = document.getElementById("download");
  var fields = Array.prototype.slice.call(document.querySelectorAll("[data-id]"));
  var isSaved = true;
  function cell(text) {
    return /[,;"\t|\r\n]|^ | $/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }
  function answers() {
    var rows = [[button.getAttribute("data-question"), button.getAttribute("data-answer")]];
    var seen = {};
    fields.forEach(function (field) {
      var id = field.getAttribute("data-id");
      if (field.type === "radio" && !field.checked) {
        if (!seen[id]) rows.push(seen[id] = [id, ""]);
      } else if (seen[id]) {
        seen[id][1] = field.value;
      } else {
        rows.push(seen[id] = [id, field.value]);
      }
    });
    return "\ufeff" + rows.map(function (row) { return row.map(cell).join(",") + "\r\n"; }).join("");
  }
  button.hidden = document.getElementById("download-note").hidden = false;
  button.addEventListener("click", function () {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([answers()], { type: "text/csv;charset=utf-8" }));
    link.download = button.getAttribute("data-file");
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    isSaved = true;
  });
  fields.forEach(function (field) {
    field.addEventListener("input", function () { isSaved = false; });
  });
  window.addEventListener("beforeunload", function (event) {
    if (!isSaved) event.preventDefault();
  });
})();
