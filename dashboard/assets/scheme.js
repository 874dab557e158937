// Keeps the reader's scheme and breadth: the select in the header, the system's preference, the window's width.
"use strict";
(() => {
  let view = reader.note();
  let printing = false;

  function look() {
    if (printing) return;
    const now = reader.note();
    if (now === view) return;
    view = now;
    window.dash_clientside?.set_props?.("view", { data: now }); // the charts follow
  }

  function choose(scheme) {
    try {
      scheme ? localStorage.setItem("scheme", scheme) : localStorage.removeItem("scheme");
    } catch {
      document.documentElement.dataset.scheme = scheme; // for this page alone
    }
    look();
  }

  function show() {
    const select = document.getElementById("scheme");
    if (select && select.value !== reader.chosen()) select.value = reader.chosen();
  }

  // Paper is white; a chart drawn for the dark keeps its dark ground there.
  function print() {
    printing = true;
    for (const canvas of document.querySelectorAll(".canvas")) canvas.dataset.scheme = reader.scheme();
    document.documentElement.dataset.scheme = "light";
  }

  function printed() {
    printing = false;
    for (const canvas of document.querySelectorAll(".canvas")) delete canvas.dataset.scheme;
    reader.note();
  }

  addEventListener("beforeprint", print);
  addEventListener("afterprint", printed);
  document.addEventListener("change", (event) => {
    if (event.target.id === "scheme") choose(event.target.value);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look);
  addEventListener("resize", look);
  new MutationObserver(show).observe(document, { childList: true, subtree: true });
  show();
})();
