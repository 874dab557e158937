// A field that searches everything offers what is found while it is typed in: a combobox with a list to choose from.
"use strict";
(() => {
  const PAUSE = 120; // milliseconds without a key
  const FIELD = 'input[type="search"][name="q"]';
  let waiting;
  let asking = null; // the request whose answer is still wanted

  const searches = (field) =>
    field.matches?.(FIELD) && new URL(field.form.action).pathname === `${site.root}/search`;
  const listOf = (field) => document.getElementById(field.getAttribute("aria-controls"));

  function prepare() {
    for (const field of document.querySelectorAll(`${FIELD}:not([role])`)) {
      if (!searches(field)) continue;
      const list = document.createElement("div");
      set(list, { id: `${field.id}-suggestions`, class: "suggestions", role: "listbox", "aria-label": "Suggestions" });
      list.hidden = true;
      list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
      list.addEventListener("click", () => setTimeout(close, 0, field)); // once the link was followed
      set(field, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id });
      field.parentElement.classList.add("suggesting");
      field.after(list);
    }
  }

  function set(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  }

  async function ask(field) {
    stop();
    const q = field.value.trim();
    if (!q) return show(field, "");
    const mine = (asking = new AbortController());
    try {
      const address = `${site.root}/search/suggestions?${new URLSearchParams({ q })}`;
      const answer = await fetch(address, { signal: mine.signal });
      const options = answer.ok ? await answer.text() : "";
      if (mine === asking) show(field, options);
    } catch (error) {
      if (error.name !== "AbortError") show(field, ""); // the search itself works all the same
    }
  }

  function stop() {
    clearTimeout(waiting);
    asking?.abort();
    asking = null;
  }

  function show(field, options) {
    const list = listOf(field);
    list.innerHTML = options;
    list.hidden = !options;
    field.setAttribute("aria-expanded", String(!list.hidden));
    field.removeAttribute("aria-activedescendant");
  }

  function close(field) {
    stop();
    show(field, "");
  }

  // The place before the first and behind the last is the field itself.
  function move(field, options, by) {
    const places = options.length + 1;
    const at = (active(field, options) + 1 + by + places) % places;
    for (const option of options) option.setAttribute("aria-selected", String(option === options[at - 1]));
    if (!at) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", options[at - 1].id);
    options[at - 1].scrollIntoView({ block: "nearest" });
  }

  const active = (field, options) => options.findIndex(({ id }) => id === field.getAttribute("aria-activedescendant"));

  function press(event) {
    const field = event.target;
    const options = [...listOf(field).children];
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && !options.length) ask(field);
    else if (by) move(field, options, by);
    else if (event.key === "Escape" && options.length) close(field);
    else if (event.key === "Enter") {
      const chosen = options[active(field, options)];
      if (!chosen) return close(field); // and the search is sent
      chosen.click();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  document.addEventListener(
    "keydown",
    (event) => {
      const { target, isComposing, altKey, ctrlKey, metaKey, shiftKey } = event;
      if (searches(target) && !(isComposing || altKey || ctrlKey || metaKey || shiftKey)) press(event);
    },
    true,
  );
  document.addEventListener("input", ({ target }) => {
    if (!searches(target)) return;
    stop();
    waiting = setTimeout(ask, PAUSE, target);
  });
  document.addEventListener("focusout", ({ target }) => {
    if (searches(target)) close(target);
  });
  document.addEventListener("shown", prepare);
  prepare();
})();
