// Keeps the reader's scheme: the button in the header, the system's preference, paper. Charts follow what is said here.
"use strict";
(() => {
  const html = document.documentElement;
  const PAPER = 660; // pixels within a card on the narrower of the two common sheets
  let printing = false;

  function look() {
    if (printing) return;
    html.dataset.scheme = view.scheme();
    document.getElementById("scheme")?.setAttribute("aria-pressed", String(view.scheme() === "dark"));
    document.dispatchEvent(new Event("viewed"));
  }

  function choose(scheme) {
    try {
      scheme ? localStorage.setItem("scheme", scheme) : localStorage.removeItem("scheme");
    } catch {
      const chosen = scheme; // for this page alone
      view.chosen = () => chosen;
    }
    look();
  }

  // Paper is white, and narrow; a chart drawn for the dark keeps its dark ground there, and all of a wide one is shown.
  function print() {
    printing = true;
    for (const canvas of document.querySelectorAll(".canvas")) {
      canvas.dataset.scheme = view.scheme();
      canvas.style.height = `${canvas.offsetHeight}px`;
      canvas.style.zoom = Math.min(1, PAPER / (canvas.offsetWidth || PAPER));
    }
    html.dataset.scheme = "light";
    const place = document.querySelector(".printed-from"); // what a form says has changed the address since
    if (place && !site.put) place.textContent = place.dataset.base + location.pathname.slice(site.root.length) + location.search;
  }

  function printed() {
    printing = false;
    for (const canvas of document.querySelectorAll(".canvas")) {
      delete canvas.dataset.scheme;
      canvas.style.height = canvas.style.zoom = "";
    }
    look();
  }

  addEventListener("beforeprint", print);
  addEventListener("afterprint", printed);
  // What the system prefers is not kept: the page follows it again.
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("#scheme")) return;
    const other = view.scheme() === "dark" ? "light" : "dark";
    choose(other === view.preferred() ? "" : other);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look);
  addEventListener("resize", look);
  const mark = () => document.getElementById("scheme")?.setAttribute("aria-pressed", String(view.scheme() === "dark"));
  document.addEventListener("shown", mark);
  mark();
})();
