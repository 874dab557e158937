// The place of work: one key decides and goes on, arrows only look. Keys rest while a field is typed in.
"use strict";
(() => {
  const KINDS = { n: "recorded", e: "event", x: "excluded" };
  const REASONS = () => [...(document.querySelector("#panel")?.dataset.reasons ?? "").split(" ")].filter(Boolean);
  let busy = false;

  const form = () => document.getElementById("draft");
  const say = (words) => {
    const said = document.getElementById("said");
    if (said) said.textContent = words;
  };

  // What is said is kept for the page that is shown next.
  let words = "";
  document.addEventListener("shown", () => {
    if (words) say(words);
    words = "";
    arrive();
  });

  // The numeral that is decided on is in sight, whatever was read before.
  function arrive() {
    const [text, here] = [document.getElementById("worktext"), document.getElementById("here")];
    if (text && here) text.scrollTop += here.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
    if (form()) form().closest("section").scrollTop = 0;
  }

  async function send(said) {
    if (busy) return;
    busy = true;
    try {
      const answer = await fetch(`${site.root}/edit`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(said),
      });
      const told = await answer.json();
      if (!answer.ok) return refuse(told);
      words = told.said;
      await site.visit(site.root + told.next);
      if (words) say(words); // it was the same address
      arrive();
    } catch {
      say("The server does not answer: nothing was written.");
    } finally {
      busy = false;
    }
  }

  function refuse({ why, findings = [] }) {
    const said = document.getElementById("said");
    said.replaceChildren("Not written. ", ...(findings.length ? findings : [why]).flatMap((line, at) => (at ? [document.createElement("br"), line] : [line])));
    said.scrollIntoView({ block: "nearest" });
  }

  function decide(kind, fields) {
    if (kind === "undo") return send({ act: "undo" });
    const draft = form();
    if (!draft) return;
    const { source, at, kind: shown } = draft.dataset;
    if (kind === "alike") return send({ act: "alike", source, at });
    const own = kind === shown ? Object.fromEntries(new FormData(draft)) : {};
    return send({ act: "accept", source, at, kind, fields: { ...own, ...fields } });
  }

  document.addEventListener("submit", (event) => {
    if (event.target !== form()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    decide(event.target.dataset.kind);
  }, true);

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-decide]");
    if (button && button.type === "button") decide(button.dataset.decide);
  });

  const isTyped = (target) => target.closest?.("input, select, textarea");

  document.addEventListener("keydown", (event) => {
    if (!document.getElementById("panel") || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, target } = event;
    if (isTyped(target)) {
      if (key === "Escape") target.blur();
      else if (key === "Enter" && event.shiftKey) decide(form().dataset.kind);
      else return;
      return void event.preventDefault();
    }
    if (target.closest?.("a, button, summary") && (key === "Enter" || key === " ")) return;
    const acted = act(key, event.shiftKey);
    if (acted) event.preventDefault();
  });

  function act(key, shifted) {
    const draft = form();
    if (shifted && key === "ArrowRight") return widen(1);
    if (shifted && key === "ArrowLeft") return widen(-1);
    if (key === "Enter" && draft) return decide(draft.dataset.kind), true;
    if (key === "ArrowDown" && draft?.dataset.behind) return site.visit(site.root + draft.dataset.behind), true;
    if (key === "ArrowUp" && draft?.dataset.before) return site.visit(site.root + draft.dataset.before), true;
    if (key === "a" && document.querySelector("[data-decide=alike]")) return decide("alike"), true;
    if (key === "u") return decide("undo"), true;
    if (KINDS[key]) return decide(KINDS[key]), true;
    const reason = REASONS()[key === "0" ? 9 : Number(key) - 1];
    if (/^[0-9]$/.test(key) && reason) return decide("excluded", { reason }), true;
    return false;
  }

  // Words of the text that are marked, by mouse or by Shift and an arrow, are a row's number.
  function offset(node, at) {
    const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.("#worktext [data-start]");
    if (!paragraph) return null;
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, at);
    return Number(paragraph.dataset.start) + [...before.toString()].length;
  }

  document.addEventListener("mouseup", () => {
    const marked = getSelection();
    if (marked.isCollapsed || !document.getElementById("worktext")) return;
    const range = marked.getRangeAt(0);
    const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    if (start === null || end === null || end <= start || end - start > 200) return;
    open(start, end);
  });

  function open(start, end) {
    site.visit(`${location.pathname}?at=${start}-${end}`);
    return true;
  }

  // A word more or less behind the stretch.
  function widen(way) {
    const draft = form();
    const here = document.getElementById("here");
    if (!draft) return false;
    const [start, end] = draft.dataset.at.split("-").map(Number);
    const paragraph = [...document.querySelectorAll("#worktext [data-start]")].findLast((one) => Number(one.dataset.start) <= start);
    if (!paragraph) return false;
    const text = [...paragraph.textContent];
    const first = start - Number(paragraph.dataset.start);
    const last = end - Number(paragraph.dataset.start);
    const more = /^\s*\S+/.exec(text.slice(last).join(""))?.[0];
    const less = text.slice(first, last).join("").replace(/\s*\S+$/, "");
    if (way > 0 && more) return open(start, end + [...more].length);
    if (way < 0 && less) return open(start, start + [...less].length);
    return Boolean(here);
  }

  arrive();
})();
