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
    script.src = html.dataset.plotlyjs;
    const loaded = new Promise((onload, onerror) => document.head.append(Object.assign(script, { onload, onerror })));
    return loaded.catch(() => {
      library = null; // the next chart tries again
      throw new Error("no plotly.js");
    });
  }

  // plotly.js takes a tenth of a second and more to be read: there is something to look at before, and a rest after.
  // Labels are placed by their sizes: in the font that they stay in.
  const plotly = () => (library ??= frame().then(load).then(() => document.fonts.ready).then(frame));

  async function ask(place) {
    near.unobserve(place);
    const view = window.view.name();
    if (place.dataset.view === view) return; // drawn, or about to be
    place.dataset.view = view;
    try {
      const [drawn] = await Promise.all([site.figure(place.dataset.figure, place.dataset.span, view), plotly()]);
      await (last = last.then(() => draw(place, view, drawn)));
    } catch (error) {
      if (place.dataset.view !== view) return;
      delete place.dataset.view; // the next time it is tried again
      place.hidden = true; // its table stands for it
      console.warn(error.message);
    }
  }

  async function draw(place, view, { data, layout }) {
    if (!place.isConnected || place.dataset.view !== view) return;
    place.hidden = false;
    const drawing = place.firstElementChild ?? place.appendChild(document.createElement("div"));
    drawings.add(drawing);
    await Plotly.react(drawing, data, layout, CONFIG);
    place.dispatchEvent(new Event("drawn", { bubbles: true }));
    await frame();
  }

  function look() {
    for (const place of places()) {
      place.hidden = false; // if it did not come, it is tried again
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
