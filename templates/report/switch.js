(function () {
  var radios = Array.prototype.slice.call(document.querySelectorAll("input[name=language]"));
  var key = "cuaderno-language";
  function find(language) {
    return radios.filter(function (radio) { return radio.value === language; })[0];
  }
  function stored() {
    try { return localStorage.getItem(key); } catch (error) { return null; }
  }
  function place() {
    var sections = document.querySelectorAll("main .lesson");
    for (var i = sections.length - 1; i >= 0; i--) {
      if (sections[i].offsetParent && sections[i].getBoundingClientRect().top < 120) {
        return { id: sections[i].id.replace(/^[a-z]+-/, ""), top: sections[i].getBoundingClientRect().top };
      }
    }
    return null;
  }
  function apply(radio) {
    radio.checked = true;
    document.documentElement.lang = radio.getAttribute("data-locale");
    document.title = radio.getAttribute("data-title");
  }
  var seen = null;
  window.addEventListener("scroll", function () { seen = place(); }, { passive: true });
  radios.forEach(function (radio) {
    radio.addEventListener("change", function () {
      var before = seen;
      apply(radio);
      try { localStorage.setItem(key, radio.value); } catch (error) { /* file:// may forbid it */ }
      var same = before && document.getElementById(radio.value + "-" + before.id);
      if (same) window.scrollBy(0, same.getBoundingClientRect().top - before.top);
    });
  });
  var asked = /[?&]lang=([a-z]+)/.exec(location.search) || /^#([a-z]{2})(-|$)/.exec(location.hash);
  var start = (asked && find(asked[1])) || find(stored()) ||
    find((navigator.language || "").slice(0, 2)) || radios.filter(function (r) { return r.checked; })[0];
  if (start) apply(start);
})();
