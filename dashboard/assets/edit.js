// The place of work: one key decides and goes on, arrows only look. What has `data-key` is pressed by that key, or led to
// where it is a field; keys rest while a field is typed in, and everywhere outside of the place of work.
"use strict";
(() => {
  const PAUSE = { judge: 250, find: 2_000 }; // milliseconds without a key
  const LONGEST = 200; // characters of a stretch
  const $ = (id) => document.getElementById(id);
  const form = () => $("draft");
  const work = () => document.querySelector(".work");
  const text = () => $("worktext");
  let busy = false; // what was decided is being written, or another page is on its way
  let kept = null; // what is to be said on the page that is shown next, and where its text stood
  let asked = null; // the stretch that was asked for last

  // ---- What is written -------------------------------------------------------------------------------------------

  async function post(said) {
    const answer = await fetch(`${site.root}/edit`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ ...said, stamp: document.documentElement.dataset.stamp }),
    });
    const json = answer.headers.get("Content-Type")?.startsWith("application/json");
    return { ok: answer.ok, told: json ? await answer.json() : { why: await answer.text() } };
  }

  async function send(said) {
    if (busy) return;
    busy = true;
    try {
      const { ok, told } = await post(said);
      busy = false;
      if (!ok) return refuse(told);
      go(told.next, told);
    } catch {
      busy = false;
      refuse({ why: "The server does not answer." });
    }
  }

  // What was typed stays in the form; the first field that is wrong has the focus.
  function refuse({ why, findings = [] }) {
    const lines = findings.length ? findings.map(({ words }) => words) : [why];
    show("Not written. ", ...lines.flatMap((line, at) => (at ? [document.createElement("br"), line] : [line])));
    point(findings.map(({ field }) => field));
    field(findings.find(({ field: name }) => field(name))?.field)?.focus();
  }

  const field = (name) => name && form()?.elements[name];

  function point(names) {
    for (const one of form()?.elements ?? [])
      names.includes(one.name) ? one.setAttribute("aria-invalid", "true") : one.removeAttribute("aria-invalid");
  }

  function show(...words) {
    $("said")?.replaceChildren(...words);
    $("said")?.scrollIntoView({ block: "nearest" });
  }

  const stated = () => {
    const { source, at, kind, stands = "" } = form().dataset;
    return { source, at, kind, stands };
  };

  function accept() {
    const open = [...form().elements].find((one) => one.name === "area_id" && !one.value.trim());
    if (open) return refuse({ findings: [{ words: "Its area is still open: name it.", field: "area_id" }] });
    send({ ...stated(), act: "accept", fields: Object.fromEntries(new FormData(form())) });
  }

  function decide({ decide: act, reason }) {
    if (act === "undo") return send({ act });
    if (!form()) return;
    if (act === "taken") return send({ ...stated(), act });
    if (act === "alike") return send({ ...stated(), act, chosen: boxes().filter((box) => box.checked).map((box) => box.value) });
    const own = act === form().dataset.kind ? Object.fromEntries(new FormData(form())) : {};
    send({ ...stated(), act: "accept", kind: act, fields: reason ? { ...own, reason } : own });
  }

  const boxes = () => [...document.querySelectorAll(".work .alike input")];

  function tick() {
    const all = boxes().every((box) => box.checked);
    for (const box of boxes()) box.checked = !all;
  }

  // ---- What is shown ---------------------------------------------------------------------------------------------

  // Said aloud by what outlives every page.
  const voice = Object.assign(document.createElement("div"), { className: "unseen" });
  voice.setAttribute("role", "status");

  function go(address, { said = "", news = "" } = {}) {
    kept = { said, news, top: top() };
    busy = true;
    site.visit(site.root + address);
    return true;
  }

  // Which paragraph stands first in the text, and how far below its edge.
  function top() {
    const edge = text()?.getBoundingClientRect().top;
    const first = [...(text()?.querySelectorAll("[data-start]") ?? [])].find((one) => one.getBoundingClientRect().bottom > edge);
    return first && { start: first.dataset.start, below: first.getBoundingClientRect().top - edge };
  }

  function arrive() {
    const { said = "", news = "", top: before = null } = kept ?? {};
    kept = asked = null;
    busy = false;
    if (!work()) return;
    place(before);
    $("draft-number")?.focus({ preventScroll: true });
    if (news) show(news);
    voice.textContent = [said, news].filter(Boolean).join(". ");
    if (!voice.isConnected) document.body.append(voice);
    prepare();
    judge();
    later();
  }

  // The text stays where it was, unless the numeral would be out of sight.
  function place(before) {
    const here = $("here");
    if (!text()) return;
    const edge = text().getBoundingClientRect().top;
    const same = before && text().querySelector(`[data-start="${before.start}"]`);
    if (same) text().scrollTop += same.getBoundingClientRect().top - edge - before.below;
    if (!here) return;
    const [at, room] = [here.getBoundingClientRect().top - edge, text().clientHeight];
    if (!same || at < room * 0.08 || at > room * 0.7) text().scrollTop += at - room / 3;
  }

  document.addEventListener("shown", () => setTimeout(arrive)); // once visits.js is done

  // What the rules say of the form as it is, and of the whole, each once somebody pauses.
  let judging, finding;
  const judge = () => {
    clearTimeout(judging);
    judging = setTimeout(judgeNow, PAUSE.judge);
  };

  async function judgeNow() {
    const mine = form();
    if (!mine || busy) return;
    const { ok, told } = await post({ ...stated(), act: "try", fields: Object.fromEntries(new FormData(mine)) }).catch(() => ({}));
    if (mine !== form() || told === undefined) return;
    if (ok) $("judgments").innerHTML = told.judgments;
    else $("judgments").textContent = told.why;
    point([...$("judgments").querySelectorAll("[data-field]")].map((one) => one.dataset.field));
  }

  function later() {
    clearTimeout(finding);
    finding = setTimeout(find, PAUSE.find);
  }

  async function find() {
    const part = $("findings");
    if (!part?.dataset.later) return;
    const { page } = await site.read(site.root + part.dataset.later).catch(() => ({}));
    const found = page?.getElementById("findings");
    if (found && part.isConnected) part.replaceWith(found);
  }

  // ---- Keys ------------------------------------------------------------------------------------------------------

  const isTyped = (target) => target.closest?.("input:not([type=checkbox]), select, textarea");

  function rest() {
    $("draft-number")?.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !work()?.contains(target)) return;
    later();
    if (isTyped(target)) {
      if (key === "Enter" && event.shiftKey) accept();
      else if (key === "Escape" || key === "Enter") rest();
      else return;
      return event.preventDefault();
    }
    if (target.closest?.("a, button, summary, [type=checkbox]") && (key === "Enter" || key === " ")) return;
    if (act(key, event.shiftKey)) event.preventDefault();
  });

  // Nobody decides on what is not there yet: until it is, only the stretch grows and moves.
  function act(key, shifted) {
    const { before, behind } = form()?.dataset ?? {};
    if (busy && !(asked && /^Arrow(Left|Right)$/.test(key))) return key.length === 1 || key === "Enter";
    if (key === "Enter" && form()) return accept(), true;
    if (key === "ArrowDown") return behind ? go(behind) : false;
    if (key === "ArrowUp") return before ? go(before) : false;
    if (key === "ArrowRight") return shifted ? widen(1) : step(1);
    if (key === "ArrowLeft") return shifted ? widen(-1) : step(-1);
    const one = document.querySelector(`.work [data-key="${CSS.escape(key.toLowerCase())}"]`);
    if (!one) return false;
    lead(one);
    return true;
  }

  // What is folded away is shown first: nobody decides on what they have not seen.
  function lead(one) {
    const folded = one.closest("details:not([open])");
    folded?.setAttribute("open", "");
    if (!isTyped(one) && !folded) return one.click();
    one.focus();
    one.select?.();
  }

  document.addEventListener("submit", (event) => {
    if (event.target !== form()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    accept();
  }, true);

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".work button");
    if (button?.dataset.decide) decide(button.dataset);
    if (button?.dataset.every) tick();
    if (button?.dataset.set) {
      for (const [name, value] of Object.entries(JSON.parse(button.dataset.set))) if (field(name)) field(name).value = value;
      judge();
    }
  });

  document.addEventListener("input", (event) => event.target.form === form() && form() && judge());

  // ---- Names that may be chosen ----------------------------------------------------------------------------------

  function prepare() {
    for (const names of document.querySelectorAll(".work datalist")) {
      const input = names.previousElementSibling;
      const list = document.createElement("ul");
      Object.assign(list, { id: `${input.id}-choices`, className: "work-names", hidden: true });
      list.setAttribute("role", "listbox");
      list.setAttribute("aria-label", "Names that fit");
      list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
      list.addEventListener("click", (event) => take(input, event.target.closest("[role=option]")));
      const told = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
      for (const [name, value] of Object.entries(told)) input.setAttribute(name, value);
      input.after(list);
      input.addEventListener("input", () => offer(input, names, list));
      input.addEventListener("blur", () => close(input));
      input.addEventListener("keydown", (event) => choose(event, list));
    }
  }

  // Those in which each typed word begins one, in their order; what is typed comes last, as something new.
  function offer(input, names, list) {
    const typed = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (name) => typed.every((word) => name.toLowerCase().split(/\s+/).some((one) => one.startsWith(word)));
    const found = typed.length ? [...names.options].map(({ value }) => value).filter(fits).slice(0, 8) : [];
    if (typed.length && !found.some((name) => name.toLowerCase() === typed.join(" "))) found.push(input.value.trim());
    list.replaceChildren(...found.map((name, at) => option(list, name, at)));
    const last = list.lastElementChild;
    if (last && ![...names.options].some(({ value }) => value === last.textContent)) last.dataset.new = "";
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    light(input, list.firstElementChild);
  }

  function option(list, name, at) {
    const item = Object.assign(document.createElement("li"), { id: `${list.id}-${at}`, textContent: name });
    item.setAttribute("role", "option");
    return item;
  }

  function light(input, chosen) {
    for (const one of chosen?.parentElement.children ?? []) one.setAttribute("aria-selected", String(one === chosen));
    chosen ? input.setAttribute("aria-activedescendant", chosen.id) : input.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
  }

  function close(input) {
    const list = $(`${input.id}-choices`);
    if (list) list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    light(input, null);
  }

  function take(input, chosen) {
    if (chosen) input.value = chosen.textContent;
    close(input);
    judge();
  }

  function choose(event, list) {
    const input = event.target;
    const lit = $(input.getAttribute("aria-activedescendant") ?? "");
    const by = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    if (by && lit) light(input, lit[by] ?? lit);
    else if (event.key === "Enter" && lit) take(input, lit); // and the keys are given back
    else if (event.key === "Tab" && lit) return take(input, lit);
    else if (event.key === "Escape" && !list.hidden) return close(input), event.preventDefault();
    else return;
    if (by) event.preventDefault();
  }

  // ---- A stretch of the text -------------------------------------------------------------------------------------

  function offset(node, at) {
    const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.("#worktext [data-start]");
    if (!paragraph) return null;
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, at);
    return Number(paragraph.dataset.start) + [...before.toString()].length;
  }

  // Words of the text that are marked, by mouse or by keys, are a row's number.
  document.addEventListener("mouseup", () => {
    const marked = getSelection();
    if (marked.isCollapsed || !text()?.contains(marked.anchorNode)) return;
    const range = marked.getRangeAt(0);
    const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    if (start !== null && end !== null && end > start && end - start <= LONGEST) open(start, end);
  });

  function open(start, end) {
    asked = [start, end];
    return go(`${location.pathname.slice(site.root.length)}?at=${start}-${end}`);
  }

  // The stretch that was asked for last, and the words of its paragraph as [start, end].
  function words() {
    const [start, end] = asked ?? form()?.dataset.at.split("-").map(Number) ?? [];
    const paragraph = [...(text()?.querySelectorAll("[data-start]") ?? [])].findLast((one) => Number(one.dataset.start) <= start);
    if (!paragraph) return null;
    const first = Number(paragraph.dataset.start);
    const letters = [...paragraph.textContent];
    const found = [];
    letters.forEach((letter, at) => {
      if (/\s/.test(letter)) return;
      if (at && !/\s/.test(letters[at - 1])) found[found.length - 1][1] = first + at + 1;
      else found.push([first + at, first + at + 1]);
    });
    return { start, end, found };
  }

  // A word more or less at the end of the stretch.
  function widen(by) {
    const { start, end, found } = words() ?? {};
    const more = found?.find(([, last]) => last > end)?.[1];
    const less = found?.findLast(([first, last]) => last < end && first >= start)?.[1];
    const now = by > 0 ? more : less;
    return now ? open(start, now) : false;
  }

  // The word behind the stretch, or before it.
  function step(by) {
    const { start, end, found } = words() ?? {};
    const now = by > 0 ? found?.find(([first]) => first >= end) : found?.findLast(([, last]) => last <= start);
    return now ? open(...now) : false;
  }

  arrive();
})();
