// A list on a page that is a file: filtered and sorted here as a server would do it, from a file beside the page that has
// all of its items (see exporting/listings.py).
"use strict";
(() => {
  const MANY = 100;
  const form = [...document.forms].find((one) => one.dataset.live);
  if (!form) return;
  const results = document.getElementById(`${form.dataset.live}-results`);
  const folder = new URL(".", form.action);
  const path = folder.href.slice(new URL(`${site.root}/`, location).href.length);
  const home = new URL(".", location).href === folder.href;
  const SILENT = ["sort", "page", "columns"];
  const unfiltered = [...results.children];
  let all = MANY;
  let shown = []; // the items that are listed now

  const asked = () => new URLSearchParams(location.search);

  // As a search compares words and numbers: without accents, endings of the plural, commas of thousands.
  function compared(word) {
    if (/^\d/.test(word)) return word.replace(/,(?=\d{3}(?!\d))/g, "").replace(",", ".");
    const bare = word.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");
    if (bare.length > 4 && bare.endsWith("ies")) return `${bare.slice(0, -3)}y`;
    if (bare.length > 4 && /(ses|xes|zes|ches|shes)$/.test(bare)) return bare.slice(0, -2);
    const one = bare.length > 3 && /s$/.test(bare) && !/(ss|us|is)$/.test(bare) ? bare.slice(0, -1) : bare;
    return one.replace(/(?<=...)our$/, "or").replace(/(?<=..)tre$/, "ter");
  }

  function wordsOf(query, ranked) {
    const q = (query.get("q") ?? "").toLowerCase().trim();
    if (!ranked) return q.split(/\s+/).filter(Boolean);
    return (q.match(/\d+(?:[.,]\d+)*|[\p{L}\p{M}]+\d*|[%‰$€£¥₽₹₩₺₴¢]/gu) ?? []).map((word) => ` ${compared(word)}`);
  }

  function fits(item, query, words, ranked) {
    const text = ranked ? ` ${item.text}` : item.text;
    if (!words.every((word) => text.includes(word))) return false;
    return [...new Set(query.keys())].every((name) => {
      if (name === "q" || SILENT.includes(name)) return true;
      const of = item.of[name];
      return !of || query.getAll(name).some((value) => of.includes(value));
    });
  }

  function ordered(items, query, words, ranked) {
    const sort = query.get("sort");
    if (sort && items.every(({ at }) => sort in at)) return items.sort((a, b) => a.at[sort] - b.at[sort]);
    // What stands first in its words is what it is called.
    const groups = new Map(items.map(({ group }) => group).map((group, at) => [group, at]));
    const place = ({ text }) => Math.min(...words.map((word) => ` ${text}`.indexOf(word)));
    return words.length && ranked ? items.sort((a, b) => groups.get(a.group) - groups.get(b.group) || place(a) - place(b)) : items;
  }

  // Into the table that is there, else under the headings of their groups in place of what is shown.
  function put(items, look) {
    const table = results.querySelector("tbody");
    if (table) return void (table.innerHTML = items.map(({ html }) => html).join(""));
    results.replaceChildren(...unfiltered.filter((part) => part.matches("nav, .list-bar")));
    const made = Object.assign(document.createElement("div"), { className: "filtered hits" });
    for (const group of new Set(items.map(({ group }) => group))) {
      const own = items.filter((item) => item.group === group);
      const tag = own[0].html.startsWith("<li") ? "ul" : "div";
      const list = Object.assign(document.createElement(tag), { className: look, innerHTML: own.map(({ html }) => html).join("") });
      made.append(Object.assign(document.createElement("h2"), { textContent: group }), list);
    }
    results.append(made);
  }

  function tell(count, every, noun, q) {
    const many = (number) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
    const found = noun === "result" ? (count ? `${many(count)} for “${q}”` : `Nothing has “${q}”.`) : "";
    const words = found || (count === every ? `All ${many(every)}` : `${count ? count.toLocaleString("en") : "None"} of ${many(every)}`);
    if (results.querySelector("tbody")) document.querySelector("main h1").textContent = words.replace(/^All /, "");
    let told = results.querySelector(".count");
    if (!told) {
      told = Object.assign(document.createElement("p"), { className: "count" });
      told.setAttribute("role", "status");
      results.querySelector(".filtered")?.before(told);
    }
    told.textContent = words;
  }

  function more(count) {
    results.querySelector(".more-items")?.remove();
    if (count <= all) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button more-items" });
    button.textContent = `Show all ${count.toLocaleString("en")}`;
    button.onclick = () => ((all = Infinity), show());
    results.append(button);
  }

  async function show() {
    if (!location.search && !results.querySelector("tbody")) return results.replaceChildren(...unfiltered);
    const { look, ranked, noun, items } = await site.data(`${path}items`);
    const query = asked();
    const words = wordsOf(query, ranked);
    shown = ordered(items.filter((item) => fits(item, query, words, ranked)), query, words, ranked);
    for (const part of results.querySelectorAll(".pager, .chips, .fold")) part.hidden = true;
    put(shown.slice(0, all), look);
    tell(shown.length, items.length, noun, query.get("q") ?? "");
    more(shown.length);
    mark(query);
  }

  const changed = (query, names, values) => {
    const next = new URL(folder.href + "index.html");
    for (const [name, value] of query) if (!names.includes(name) && name !== "page") next.searchParams.append(name, value);
    for (const [name, value] of values) next.searchParams.append(name, value);
    return next;
  };

  // What is chosen beside the form, and how the list is sorted; each link keeps all else that is asked for.
  function mark(query) {
    const links = [...results.querySelectorAll("nav:not(.pager) a")];
    const own = links.map((link) => (link.own ??= [...new URL(link.href).searchParams]));
    const names = own.flat().map(([name]) => name);
    links.forEach((link, at) => {
      const on = own[at].length ? own[at].every(([name, value]) => query.get(name) === value) : !names.some((name) => query.has(name));
      on ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
      link.href = changed(query, names, own[at]);
    });
    const sort = query.get("sort") ?? "";
    for (const head of results.querySelectorAll("th[aria-sort]")) {
      const link = head.querySelector("a");
      const word = (link.word ??= new URL(link.href).searchParams.get("sort").replace(/^-/, ""));
      const way = { [word]: "ascending", [`-${word}`]: "descending" }[sort] ?? "none";
      head.setAttribute("aria-sort", way);
      link.querySelector(".arrow").textContent = { ascending: "▲", descending: "▼", none: "↕" }[way];
      link.href = changed(query, ["sort"], [["sort", way === "ascending" ? `-${word}` : word]]);
    }
  }

  function fill() {
    const query = asked();
    for (const { name } of form.elements) {
      const field = form.elements[name];
      if (name && query.has(name) && "value" in field) field.value = query.get(name);
    }
  }

  function filter() {
    const url = site.stated(form);
    for (const [name, value] of asked()) if (!form.elements[name] && name !== "page") url.searchParams.append(name, value);
    if (!home) return location.assign(url);
    all = MANY;
    const here = new URL(location.href);
    here.search = url.search;
    site.rename(here);
    show();
  }

  // The lines of what is listed, as a server would send them.
  async function take(file) {
    const [head, each] = (await site.data(`${path}lines`))[file];
    const blob = new Blob([head, ...shown.map(({ id }) => each[id])], { type: "text/csv" });
    site.save(blob, `chosen-${file.split("/").pop()}`);
  }

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => (event.preventDefault(), filter()));
  results.addEventListener("click", (event) => {
    const file = location.search && event.target.closest?.("a[data-file]")?.dataset.file;
    if (!file || site.special(event)) return;
    event.preventDefault();
    take(file);
  });
  if (location.search && home) fill(), show();
})();
