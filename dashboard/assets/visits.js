// Links and forms of this site, followed by fetching the next page and showing its parts in place of those that are here.
// Where that fails the browser follows them as any other.
"use strict";
window.site = (() => {
  const html = document.documentElement;
  const { special, stated } = common;
  const { root } = html.dataset;
  const embedded = html.classList.contains("embedded");
  const PAGE = [".brand", "#navigation", ".tools", "#notices", "#main", ".footer"];
  const FILES = /^\/(assets|cite|download|embed|figures|healthz|releases)(\/|$)|\.(atom|json|xml)$/;
  const main = () => document.getElementById("main");
  const named = (url) => url.pathname + url.search;
  let going = null; // what is being fetched
  let leaving = false; // whether that is another page
  let shown = named(location);
  let pressed = null; // resolves when the pointer is up

  function isPage(url) {
    const inside = url.origin === location.origin && `${url.pathname}/`.startsWith(`${root}/`);
    return inside && !FILES.test(url.pathname.slice(root.length));
  }

  async function read(url, signal) {
    const answer = await fetch(url, { headers: { Accept: "text/html" }, signal });
    return { page: new DOMParser().parseFromString(await answer.text(), "text/html"), from: answer.url };
  }

  async function fetched(url) {
    going?.abort();
    const mine = (going = new AbortController());
    main().setAttribute("aria-busy", "true");
    const { page, from } = await read(url, mine.signal);
    if (page.documentElement.dataset.files !== html.dataset.files) throw new TypeError("another page");
    await pressed?.promise; // what a press began on stays until it ends, or it would be no click
    mine.signal.throwIfAborted();
    return { page, at: new URL(new URL(url, location).hash, from) };
  }

  // What was opened on the old part is open on the new one, and what had the focus has it.
  function keepOpen(old, now) {
    const named = (fold) =>
      [fold.closest("[id]")?.id, fold.closest("figure")?.dataset.name, fold.querySelector("summary")?.textContent].join();
    const open = new Set([...old.querySelectorAll("details[open]")].map(named));
    for (const fold of now.querySelectorAll("details")) if (open.has(named(fold))) fold.open = true;
  }

  function show(page, parts, same) {
    const held = document.activeElement?.id;
    for (const part of parts) {
      const [old, now] = [document.querySelector(part), page.querySelector(part)];
      if (!old || !now) throw new TypeError(`no ${part}`);
      if (same) keepOpen(old, now);
      old.replaceWith(now);
    }
    if (same && held) document.getElementById(held)?.focus({ preventScroll: true });
    const { stamp, state } = page.documentElement.dataset;
    if (parts === PAGE) Object.assign(html.dataset, { stamp, state });
    document.title = page.title;
    main().removeAttribute("aria-busy");
    for (const { src } of page.head.querySelectorAll("script[src]"))
      if (![...document.scripts].some((script) => script.src === src))
        document.head.append(Object.assign(document.createElement("script"), { src, async: false }));
    document.dispatchEvent(new Event("shown"));
  }

  async function go(url, { parts = PAGE, how = "push", same = false, then = () => {} } = {}) {
    if (same && leaving) return; // a link goes before what was typed before it
    leaving = !same;
    try {
      const { page, at } = await fetched(url);
      if (how === "push") history.pushState({}, "", at);
      if (how === "replace") history.replaceState(history.state, "", at);
      show(page, parts, same);
      shown = named(location);
      going = null;
      leaving = false;
      then();
    } catch (error) {
      if (error.name === "AbortError") return;
      going = null;
      leaving = false;
      load(new URL(url, location));
    }
  }

  // By the browser itself, which does nothing for an address that differs in its hash alone.
  function load(url) {
    main().removeAttribute("aria-busy");
    if (named(url) !== named(location) || url.origin !== location.origin) return location.assign(url);
    history.replaceState(history.state, "", url);
    location.reload();
  }

  // After a link was followed the reader, and a screen reader, is at the new page's heading or at the place it names.
  const unescaped = (hash) => {
    try {
      return decodeURIComponent(hash);
    } catch {
      return hash;
    }
  };
  const scrollDown = (top) => scrollTo({ top, behavior: "instant" });
  function arrive() {
    const place = location.hash && document.getElementById(unescaped(location.hash.slice(1)));
    for (let fold = place?.closest?.("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (place) return place.scrollIntoView();
    scrollDown(0);
    main().querySelector("h1")?.focus({ preventScroll: true });
  }

  function visit(address) {
    const url = new URL(address, location);
    if (embedded) open(url, "_blank", "noopener");
    else if (isPage(url)) return go(url, { then: arrive });
    else if (/^https?:$/.test(url.protocol)) location.assign(url);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || special(event) || link.target || link.hasAttribute("download")) return;
    if (embedded) return void (link.target = "_blank"); // a frame shows one chart and nothing else
    const url = new URL(link.href);
    if (!isPage(url) || (url.hash && named(url) === named(location))) return;
    event.preventDefault();
    visit(url);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "get" || embedded) return;
    event.preventDefault();
    visit(stated(form));
  });

  // Where a page was left it is found again. Each entry of the history knows its own place.
  history.scrollRestoration = "manual";
  const restore = () => (history.state?.y === undefined ? arrive() : scrollDown(history.state.y));
  let resting;
  addEventListener("scroll", () => {
    clearTimeout(resting);
    resting = setTimeout(keep, 100);
  });
  function keep() {
    if (!going && named(location) === shown) history.replaceState({ ...history.state, y: scrollY }, "");
  }
  addEventListener("click", keep, true);
  addEventListener("pagehide", keep);
  addEventListener("popstate", () => {
    if (named(location) === shown) restore();
    else go(location.href, { how: "", then: restore });
  });
  if (history.state?.y !== undefined) addEventListener("DOMContentLoaded", restore);

  addEventListener("pointerdown", () => {
    if (pressed) return; // by another finger
    let resolve;
    const promise = new Promise((done) => (resolve = done));
    pressed = { promise, resolve };
  }, true);
  for (const sign of ["click", "pointercancel", "dragend", "blur"])
    addEventListener(sign, release);
  addEventListener("pointerup", () => setTimeout(release), true);
  function release() {
    pressed?.resolve();
    pressed = null;
  }

  // The address says something else of the page that is shown.
  function rename(url) {
    history.replaceState(history.state, "", url);
    shown = named(location);
  }

  // The same page from new data, or a part of it for what a form says now; the reader stays where they are.
  const renew = (url = location.href, parts = PAGE) => go(url, { parts, how: "replace", same: true });

  // Where files have just changed one worker may know the data of this page a little before another.
  async function figure(name, span, view) {
    for (let tries = 0; tries < 5; tries++) {
      const answer = await fetch(`${root}/figures/${html.dataset.stamp}/${view}/${span}/${name}.json`);
      if (answer.ok) return answer.json();
      await new Promise((done) => setTimeout(done, 700));
    }
    throw new Error(`no figure ${name}`);
  }

  async function font() {
    const bytes = new Uint8Array(await (await fetch(html.dataset.font)).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }

  return { ...common, root, figure, font, read, rename, renew, visit };
})();
