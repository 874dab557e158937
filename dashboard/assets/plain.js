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
    if (!known.has(path)) known.set(path, asked(path, below));
    return known.get(path);
  }

  function asked(path, below) {
    const script = Object.assign(document.createElement("script"), { src: `${below}/${path}.js` });
    return new Promise((resolve, reject) => {
      waiting.set(path, resolve);
      script.onerror = () => reject(new Error(`no ${path}`));
      document.head.append(script);
    });
  }

  const figure = (name, span, view) => data(`figures/${view}/${span}/${name}`, figures);

  const font = () => data("assets/font", html.dataset.font.replace(/\/?assets\/[^/]*$/, "") || ".");

  const special = (event) =>
    event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

  const embedded = html.classList.contains("embedded");
  const release = new URLSearchParams(location.search).get("release");
  if (embedded && release) location.replace(`${root}/releases/${encodeURIComponent(release)}/${location.pathname.match(/embed\/[^/]+/)?.[0]}/index.html`);
  const visit = (address) => (embedded ? open(address, "_blank", "noopener") : location.assign(address));

  if (embedded)
    document.addEventListener("click", ({ target }) => {
      const link = target.closest?.("a[href]");
      if (link) link.target = "_blank"; // a frame shows one chart and nothing else
    });

  function stated(form) {
    const url = new URL(form.action);
    url.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim() !== ""));
    return url;
  }

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
    const show = new URLSearchParams(location.search).get("show");
    if (show) document.querySelector(`[data-tab="${CSS.escape(show)}"]`)?.click();
  });

  return { root, data, figure, font, put, rename, special, stated, visit };
})();
