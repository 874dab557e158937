// Keeps the reader's scheme and breadth: the select in the header, the system's preference, the window's width.
// A chart drawn for another view, as in a frame of another site where the cookie isn't sent, is drawn anew.
"use strict";
(() => {
  let view = reader.note();
  let printing = false;
  const asked = new WeakMap(); // the view that a drawing was last to have

  function look() {
    if (printing) return;
    view = reader.note();
    fit();
  }

  function unfit(graph) {
    const drawn = graph.layout?.meta?.view;
    return drawn && drawn !== view && asked.get(graph) !== view;
  }

  function fit() {
    const others = [...document.querySelectorAll(".js-plotly-plot")].filter(unfit);
    for (const graph of others) asked.set(graph, view);
    if (others.length) window.dash_clientside.set_props("view", { data: view });
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
    fit();
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
