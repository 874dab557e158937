// Draws each [data-figure] with plotly.js once it is near the window, one a frame, so that the page stays alive meanwhile.
"use strict";
(() => {
  const html = document.documentElement;
  // The charts are read and clicked, never zoomed, and have no toolbar to tab through.
  const CONFIG = { displayModeBar: false, displaylogo: false, doubleClick: false, responsive: true, scrollZoom: false, showTips: false };
  const near = new IntersectionObserver(
    (seen) => seen.forEach(({ isIntersecting, target }) => isIntersecting && ask(target)),
    { rootMargin: "50% 0px" },
  );
  const drawings = new Set();
  let library;
  let last = Promise.resolve();

  const places = () => document.querySelectorAll("[data-figure]");
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  function load() {
    const script = document.createElement("script");
    script.src = document.getElementById("plotlyjs").href;
    return new Promise((onload, onerror) => document.head.append(Object.assign(script, { onload, onerror })));
  }

  // plotly.js takes a tenth of a second and more to be read: there is something to look at before, and a rest after.
  const plotly = () => (library ??= frame().then(load).then(frame));

  async function figure({ dataset: { figure, span } }, view) {
    const answer = await fetch(`${site.root}/figures/${html.dataset.stamp}/${view}/${span}/${figure}.json`);
    if (!answer.ok) throw new Error(`no figure ${figure}`);
    return answer.json();
  }

  async function ask(place) {
    near.unobserve(place);
    const view = window.view.name();
    if (place.dataset.view === view) return; // drawn, or about to be
    place.dataset.view = view;
    try {
      const [drawn] = await Promise.all([figure(place, view), plotly()]);
      await (last = last.then(() => draw(place, view, drawn)));
    } catch (error) {
      place.hidden = true; // its table stands for it
      place.closest(".chart")?.querySelector("details")?.setAttribute("open", "");
      console.warn(error.message);
    }
  }

  async function draw(place, view, { data, layout }) {
    if (!place.isConnected || place.dataset.view !== view) return;
    const drawing = place.firstElementChild ?? place.appendChild(document.createElement("div"));
    drawings.add(drawing);
    await Plotly.react(drawing, data, layout, CONFIG);
    place.dispatchEvent(new Event("drawn", { bubbles: true }));
    await frame();
  }

  function look() {
    for (const place of places()) {
      near.unobserve(place); // what is observed anew is told anew whether it is near
      near.observe(place);
    }
  }

  document.addEventListener("viewed", look);
  document.addEventListener("shown", () => {
    for (const drawing of drawings) if (!drawing.isConnected) drawings.delete(drawing), Plotly.purge(drawing);
    look();
  });
  look();
})();
