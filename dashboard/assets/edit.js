// The place of work: one key decides and goes on, arrows only look. What has `data-key` is pressed by that key, or led to
// where it is a field; keys rest while a field is typed in, and everywhere outside of the place of work.
"use strict";
(() => {
  const PAUSE = { judge: 250, find: 2_000 }; // milliseconds without a key
  const LONGEST = 200; // characters of a stretch
  const OPEN = { value: "The value is still open: write it", area_id: "Its area is still open: name it" }; // judging.py
  const $ = (id) => document.getElementById(id);
  const form = () => $("draft") ?? $("facts");
  const work = () => document.querySelector(".work");
  const text = () => $("worktext");
  let busy = false; // what was decided is being written, or another page is on its way
  let reasons = false; // that page is a form of reasons
  let together = false; // a reason that is given is for all that are chosen
  let digit = ""; // what was pressed for it meanwhile
  let refused = []; // the lines that say why nothing was written
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

  // What was typed stays in the form, and the focus where the keys are, or in the field that is typed in.
  function refuse({ why, findings = [] }) {
    refused = findings.length ? findings.map(({ words }) => words) : [why];
    if (!isTyped(document.activeElement)) rest();
    say(findings);
    once();
    point(findings.map(({ field }) => field));
    const wrong = [...(form()?.querySelectorAll("[aria-invalid]") ?? [])];
    for (const one of wrong) one.closest("details")?.setAttribute("open", "");
    wrong[0]?.closest(".field").scrollIntoView({ block: "nearest" });
    clearTimeout(judging);
    judgeNow();
  }

  // Beside its field where there is room for it, else above the buttons.
  function say(findings = []) {
    const beside = findings.filter(({ field: name, words }) => tell(name, words)).map(({ words }) => words);
    const lines = refused.filter((line) => !beside.includes(line));
    if (refused.length && !lines.length) lines.push("Look at what is marked.");
    const broken = lines.flatMap((line, at) => [document.createElement("br"), line].slice(at ? 0 : 1));
    show(...(lines.length ? ["Not written. ", ...broken] : []));
  }

  // What is said above the buttons is not said among the judgments too.
  function once() {
    for (const one of [...($("judgments")?.children ?? [])]) if (refused.includes(one.textContent)) one.remove();
  }

  // Says what is wrong with a field below it, where the form has room for that.
  function tell(name, words) {
    const fault = $(`${field(name)?.id}-fault`);
    if (fault) fault.textContent = words;
    return Boolean(fault);
  }

  function mended(one) {
    one.removeAttribute("aria-invalid");
    if (!form().querySelector("[aria-invalid]")) $("said").replaceChildren();
  }

  const field = (name) => name && form()?.elements[name];

  function point(names) {
    for (const one of form()?.elements ?? []) {
      names.includes(one.name) ? one.setAttribute("aria-invalid", "true") : one.removeAttribute("aria-invalid");
      if (!names.includes(one.name)) tell(one.name, "");
    }
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
    const { act = "accept", open } = form().dataset;
    if (open === "reason") return refuse({ why: "Its words do not tell why to leave it out: choose a reason by its digit." });
    const empty = [...form().elements].filter(({ name, value }) => OPEN[name] && !value.trim());
    if (empty.length) return refuse({ findings: empty.map(({ name }) => ({ words: OPEN[name], field: name })) });
    send({ ...stated(), act, fields: Object.fromEntries(new FormData(form())) });
  }

  function decide({ decide: act, reason }) {
    if (act === "undo") return send({ act });
    if (!form()) return;
    if (act === "taken") return send({ ...stated(), act });
    if (act === "alike" && "open" in form().dataset) return ask();
    if (act === "alike" || together) return leaveOut(reason);
    const own = act === form().dataset.kind ? Object.fromEntries(new FormData(form())) : {};
    send({ ...stated(), act: "accept", kind: act, fields: reason ? { ...own, reason } : own });
  }

  // Those chosen, for a reason that is given where their words tell none.
  function leaveOut(reason = "") {
    const chosen = boxes().filter((box) => box.checked).map((box) => box.value);
    send({ ...stated(), act: "alike", reason, chosen });
  }

  function ask() {
    together = true;
    show("Press the digit of the reason to leave out all that are chosen.");
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
    reasons = /[?&]kind=excluded(&|$)/.test(address);
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
    const pressed = digit;
    kept = asked = null;
    busy = reasons = together = false;
    digit = "";
    refused = [];
    if (!work()) return;
    place(before);
    rest();
    if (news) show(news);
    voice.textContent = [said, news].filter(Boolean).join(". ");
    if (!voice.isConnected) document.body.append(voice);
    prepare();
    count();
    judge();
    form() ? later() : find();
    if (pressed && form()?.dataset.kind === "excluded") act(pressed);
  }

  // There is room for some of what is left on one line; how many more there are is said behind it.
  function count() {
    const more = $("more-left");
    if (!more) return;
    const chips = [...document.querySelectorAll(".work-left li")];
    const left = () => more.dataset.left - chips.filter((one) => one.offsetTop === chips[0].offsetTop).length;
    for (const _ of "12") more.textContent = left() ? `and ${left()} more` : ""; // it takes room itself
  }

  addEventListener("resize", count);

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
    judging = setTimeout(() => judgeNow(true), PAUSE.judge);
  };

  // Of a form that was changed it is said no longer why it was refused, but for what is still wrong.
  async function judgeNow(changed = false) {
    const mine = form();
    if (!mine || busy || !$("judgments")) return;
    const { ok, told } = await post({ ...stated(), act: "try", fields: Object.fromEntries(new FormData(mine)) }).catch(() => ({}));
    if (mine !== form() || told === undefined) return;
    if (ok) $("judgments").innerHTML = told.judgments;
    else $("judgments").textContent = told.why;
    for (const mark of mine.querySelectorAll(".is-new")) mark.hidden = !told.new?.includes(mark.dataset.new);
    point([...$("judgments").querySelectorAll("[data-field]")].map((one) => one.dataset.field));
    if (changed) settle([...$("judgments").children].map((one) => one.textContent));
    once();
  }

  function settle(judged) {
    const still = refused.filter((line) => judged.includes(line));
    if (still.length === refused.length) return;
    refused = still;
    say();
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
    ($("draft-number") ?? work()?.querySelector("h1"))?.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !work()?.contains(target)) return;
    later();
    if (isTyped(target)) {
      if (key === "Enter" && (event.shiftKey || target.form?.id === "facts")) accept();
      else if (key === "Escape" || key === "Enter") rest();
      else return;
      return event.preventDefault();
    }
    if (target.closest?.("a, button, summary, [type=checkbox]") && (key === "Enter" || key === " ")) return;
    if (act(key, event.shiftKey)) event.preventDefault();
  });

  // Nobody decides on what is not there yet: until it is, the stretch grows and moves, and of the reasons, which are
  // always the same, the first digit is kept; any other key is dropped.
  function act(key, shifted) {
    const { before, behind } = form()?.dataset ?? {};
    if (busy && reasons && /^\d$/.test(key)) digit ||= key;
    if (busy && !(asked && /^Arrow(Left|Right)$/.test(key))) return key.length === 1 || key === "Enter";
    if (key === "Enter" && form()) return accept(), true;
    if (key === "x" && form()?.dataset.kind === "excluded") return accept(), true;
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
    if (one.getAttribute("aria-current") === "true" && one.href) return; // it is shown, with what is typed
    if (one.href) return void go(one.pathname.slice(site.root.length) + one.search);
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

  document.addEventListener("input", ({ target }) => {
    if (!form() || target.form !== form()) return;
    const guessed = target.closest(".field")?.querySelector(".is-guessed");
    if (guessed) guessed.hidden = true;
    if (tell(target.name, "")) mended(target);
    judge();
  });

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

  const split = (name) => name.toLowerCase().split(/\s+/).filter(Boolean);
  const begins = (name, typed) => split(name).join(" ").startsWith(typed.join(" "));

  // Whether each typed word begins one of its own, the longest choosing first.
  function fits(name, typed) {
    const left = split(name);
    return typed.toSorted((one, other) => other.length - one.length).every((word) => {
      const at = left.findIndex((one) => one.startsWith(word));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
  }

  // The same as matching() in fields.py.
  function matching(names, typed) {
    const found = names.filter((name) => fits(name, typed));
    return [...found.filter((name) => begins(name, typed)), ...found.filter((name) => !begins(name, typed))];
  }

  // What is typed comes last, as something new; it is marked where several words are typed and no name begins with them.
  function offer(input, names, list) {
    const typed = split(input.value);
    const found = typed.length ? matching([...names.options].map(({ value }) => value), typed).slice(0, 8) : [];
    const known = found.length && (typed.length === 1 || begins(found[0], typed));
    const isThere = found.some((name) => split(name).join(" ") === typed.join(" "));
    if (typed.length && !isThere) found.push(input.value.trim());
    list.replaceChildren(...found.map((name, at) => option(list, name, at)));
    const last = list.lastElementChild;
    if (last && ![...names.options].some(({ value }) => value === last.textContent)) last.dataset.new = "";
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    light(input, known ? list.firstElementChild : list.lastElementChild);
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
