// The tabs of a chart's card show their panel in place; the menu closes where the reader looks away; a frame tells how
// high it is. Without this file tabs are links and the menu opens by itself.
"use strict";
(() => {
  const html = document.documentElement;
  const chosen = new Map(); // the tab of each card, by the card's own page, where that is another
  const own = (tab) => new URL(tab.href).pathname;

  function show(card, tab) {
    for (const panel of card.querySelectorAll("[data-panel]")) panel.hidden = panel.dataset.panel !== tab.dataset.tab;
    for (const other of card.querySelectorAll("[data-tab]")) other.removeAttribute("aria-current");
    tab.setAttribute("aria-current", "true");
    if (own(tab) === location.pathname) site.rename(tab.href);
    else chosen.set(own(tab), tab.dataset.tab);
    document.dispatchEvent(new Event("viewed"));
  }

  // Before visits.js, which would follow the link.
  document.addEventListener("click", (event) => {
    const tab = event.target.closest?.("[data-tab]");
    const card = tab?.closest(".chart");
    if (!card || site.special(event)) return;
    event.preventDefault();
    show(card, tab);
  }, true);

  // The same page from new data, and one that the reader comes back to.
  document.addEventListener("shown", () => {
    for (const tab of document.querySelectorAll("[data-tab]"))
      if (own(tab) !== location.pathname && chosen.get(own(tab)) === tab.dataset.tab) show(tab.closest(".chart"), tab);
  });

  document.addEventListener("keydown", (event) => {
    const tab = event.target.closest?.("[data-tab]");
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!tab || !way) return;
    const tabs = [...tab.closest("ul").querySelectorAll("[data-tab]")];
    tabs[(tabs.indexOf(tab) + way + tabs.length) % tabs.length].focus();
    event.preventDefault();
  });

  const opened = () => document.querySelectorAll(".share[open]");

  document.addEventListener("click", (event) => {
    for (const menu of opened()) if (!menu.contains(event.target)) menu.open = false;
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of opened()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  if (html.classList.contains("embedded"))
    new ResizeObserver(() => parent.postMessage({ height: Math.ceil(document.body.scrollHeight) }, "*")).observe(document.body);
})();
