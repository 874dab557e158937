// The same as visits.js for pages that are files, with no server behind them: links and forms are the browser's own, and
// data come as scripts, which a page may also load from a folder.
"use strict";
window.site = (() => {
  const html = document.documentElement;
  const { root, figures = root } = html.dataset;
  const waiting = new Map(); // what resolves with the data of a key
  const known = new Map(); // the promise of each key

  function put(key, value) {
    waiting.get(key)?.(value);
  }

  // The data that a file hands over under its own path.
  function data(path, below = root) {
    if (!known.has(path)) known.set(path, fetched(path, below));
    return known.get(path);
  }

  function fetched(path, below) {
    const script = Object.assign(document.createElement("script"), { src: `${below}/${path}.js` });
    return new Promise((resolve, reject) => {
      waiting.set(path, resolve);
      script.onerror = () => reject(new Error(`no ${path}`));
      document.head.append(script);
    });
  }

  const figure = (name, span, view) => data(`figures/${view}/${span}/${name}`, figures);

  const font = () => data("assets/font", html.dataset.font.replace(/\/?assets\/[^/]*$/, "") || ".");

  const embedded = html.classList.contains("embedded");
  const asked = new URLSearchParams(location.search);
  const release = embedded && asked.get("release");
  if (release) {
    const [frame] = location.pathname.match(/embed\/[^/]+/);
    location.replace(`${root}/releases/${encodeURIComponent(release)}/${frame}/index.html`);
  }

  const visit = (address) => (embedded ? open(address, "_blank", "noopener") : location.assign(address));

  if (embedded)
    document.addEventListener("click", ({ target }) => {
      const link = target.closest?.("a[href]");
      if (link) link.target = "_blank"; // a frame shows one chart and nothing else
    });

  // The address says something else of the page that is shown.
  function rename(url) {
    try {
      history.replaceState(history.state, "", url);
    } catch {
      // a page in a folder may keep its address
    }
  }

  // What an address asks of a card that is shown whole.
  addEventListener("DOMContentLoaded", () => {
    const show = asked.get("show");
    if (show) document.querySelector(`[data-tab="${CSS.escape(show)}"]`)?.click();
  });

  return { ...common, root, data, figure, font, put, rename, visit };
})();
