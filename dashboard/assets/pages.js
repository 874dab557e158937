// Plain links and forms, followed without loading everything anew where the target is a page of ours.
"use strict";
(() => {
  const main = () => document.getElementById("main");
  const embedded = document.documentElement.classList.contains("embedded");
  const scripted = () => Boolean(window.dash_clientside?.set_props); // not on the plain pages of refusals
  let followed = false;

  function isPage(url) {
    const file = /^\/(download|cite|embed|assets|healthz|_)/.test(url.pathname);
    return scripted() && url.origin === location.origin && !file;
  }

  function go(url) {
    followed = true;
    const same = url.href === location.href;
    history[same ? "replaceState" : "pushState"]({}, "", url);
    dispatchEvent(new CustomEvent("_dashprivate_pushstate")); // what dcc.Link says to dcc.Location
    scrollTo(0, 0);
  }

  // Dash knows the address that it last drew; where address.js has changed it since, going to that one would do nothing.
  const drawnAnyway = (url) => url.pathname === location.pathname && window.addressChanged;

  function follow(event, url) {
    if (!isPage(url) || drawnAnyway(url)) return;
    event.preventDefault();
    go(url);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const special = event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || special || link.target || link.hasAttribute("download")) return;
    if (embedded) return void (link.target = "_blank"); // a frame shows one chart and nothing else
    const url = new URL(link.href, location.href);
    if (url.hash && url.pathname === location.pathname && url.search === location.search) return; // within the page
    follow(event, url);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "get") return;
    const url = new URL(form.action, location.href);
    url.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
    follow(event, url);
  });

  window.visit = (address) => {
    const url = new URL(address, location.href);
    if (embedded) open(url, "_blank", "noopener");
    else if (isPage(url)) go(url);
    else if (/^https?:$/.test(url.protocol)) location.assign(url);
  };

  function markCurrent() {
    const top = "/" + location.pathname.split("/")[1];
    for (const link of document.querySelectorAll(".navigation a")) {
      if (link.getAttribute("href") === top) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  // After a link was followed the reader, and a screen reader, is at the new page's heading or at the place it names.
  function arrive() {
    markCurrent();
    window.addressChanged = false;
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (place) place.scrollIntoView();
    else if (followed) main()?.querySelector("h1")?.focus({ preventScroll: true });
    followed = false;
  }

  let heading = null;
  new MutationObserver(() => {
    const now = main()?.querySelector("h1");
    if (now === heading) return;
    heading = now;
    if (now) arrive();
  }).observe(document, { childList: true, subtree: true });

  document.addEventListener("click", (event) => {
    const menu = document.getElementById("menu");
    if (!menu) return;
    const open = event.target === menu && menu.getAttribute("aria-expanded") !== "true";
    menu.setAttribute("aria-expanded", String(open));
  });
  document.addEventListener("keydown", (event) => {
    const menu = document.getElementById("menu");
    if (event.key !== "Escape" || menu?.getAttribute("aria-expanded") !== "true") return;
    menu.setAttribute("aria-expanded", "false");
    menu.focus();
  });
})();
