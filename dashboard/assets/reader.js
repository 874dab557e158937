// The reader: one of its marks is the current one, as ?at= in the address says; its quote and its note are shown with it.
"use strict";
(() => {
  let known = null;
  const reader = () => document.querySelector(".reader");
  const spots = () => [...reader().querySelectorAll("a.spot")];
  const current = () => reader().querySelector("a.spot[aria-current]");
  const ids = (link) => link.dataset.of.split(" ");
  const at = () => new URLSearchParams(location.search).get("at");

  function show(spot, id) {
    for (const link of reader().querySelectorAll("a.spot[aria-current]")) link.removeAttribute("aria-current");
    spot.setAttribute("aria-current", "true");
    for (const part of reader().querySelectorAll("[data-quote]"))
      part.classList.toggle("quoted", part.dataset.quote.split(" ").includes(id));
    const shown = ids(spot);
    for (const note of reader().querySelectorAll("[data-note]"))
      note.classList.toggle("current", shown.includes(note.dataset.note));
    const all = spots();
    reader().querySelector(".reader-at").textContent = `${all.indexOf(spot) + 1} of ${all.length}`;
  }

  function open(spot, id = ids(spot)[0]) {
    const url = new URL(location.href);
    url.searchParams.set("at", id);
    url.hash = "";
    site.rename(url);
    show(spot, id);
  }

  function center(spot, behavior = "auto") {
    spot.scrollIntoView({ block: "center", behavior });
  }

  // Where there is no room beside the text the note lies on it.
  function covered(spot) {
    const note = reader().querySelector(".note.current");
    return getComputedStyle(note).position === "fixed" && note.getBoundingClientRect().top < spot.getBoundingClientRect().bottom;
  }

  function step(by, focused) {
    const all = spots();
    const now = all.indexOf(current());
    const spot = all[now < 0 && by < 0 ? all.length - 1 : (now + by + all.length) % all.length];
    if (!spot) return;
    open(spot);
    center(spot);
    if (focused) spot.focus({ preventScroll: true });
  }

  function close() {
    const url = new URL(location.href);
    url.searchParams.delete("at");
    url.hash = "";
    site.rename(url);
    for (const part of reader().querySelectorAll(".quoted, .current")) part.classList.remove("quoted", "current");
    current().removeAttribute("aria-current");
  }

  // Before visits.js, which would fetch the whole page anew.
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.(".reader a[data-of]");
      const button = event.target.closest?.(".reader [data-step]");
      if (button) step(Number(button.dataset.step), false);
      if (!link || site.special(event)) return;
      event.preventDefault();
      const id = new URL(link.href).searchParams.get("at");
      const spot = link.matches(".spot") ? link : spots().find((spot) => ids(spot).includes(id));
      if (!spot) return;
      if (spot === link && spot === current()) return close();
      open(spot, id);
      if (spot === link && !covered(spot)) return;
      center(spot);
      spot.focus({ preventScroll: true });
    },
    true,
  );

  // Letters are a key within the text alone: elsewhere they may be somebody's who dictates or types.
  document.addEventListener("keydown", (event) => {
    if (!reader() || event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
    const within = event.target.closest?.(".reader");
    if (within && event.key === "Escape" && current()) return close();
    const nowhere = event.target === document.body || event.target.closest?.("main, h1") === event.target;
    const arrows = { ArrowRight: 1, ArrowLeft: -1 };
    const by = within || nowhere ? arrows[event.key] ?? (within && { n: 1, p: -1 }[event.key]) : 0;
    if (!by) return;
    event.preventDefault();
    step(by, true);
  });

  function arrive() {
    if (reader() === known) return;
    known = reader();
    const spot = known && at() && spots().find((spot) => ids(spot).includes(at()));
    if (!spot) return;
    show(spot, at());
    if (history.state?.y === undefined) center(spot, "instant"); // else the reader comes back, to where they were
    spot.focus({ preventScroll: true });
  }

  document.addEventListener("shown", () => requestAnimationFrame(arrive)); // after visits.js has focused the heading
  requestAnimationFrame(arrive);
})();
