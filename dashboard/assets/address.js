// A form with data-live keeps its state in the address and its results on the page up to date while it is filled in.
"use strict";
(() => {
  let waiting;

  function state(form) {
    const pairs = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
    return new URLSearchParams(pairs).toString();
  }

  function update(form) {
    if (new URL(form.action).pathname !== location.pathname) return; // a link was followed meanwhile
    const search = state(form);
    history.replaceState(history.state, "", location.pathname + (search && "?" + search));
    window.addressChanged = true; // since Dash last drew the page, see pages.js
    window.dash_clientside.set_props(form.dataset.live + "-query", { data: search });
  }

  function changed(event) {
    const form = event.target.form;
    if (!form?.dataset.live) return;
    clearTimeout(waiting);
    waiting = setTimeout(update, event.type === "input" ? 250 : 0, form);
  }

  // Results say how the page is headed while they are on it.
  new MutationObserver(() => {
    const said = document.querySelector("[data-heading]")?.dataset.heading;
    const heading = said && document.querySelector("#main h1");
    if (heading && heading.textContent !== said) heading.textContent = said;
  }).observe(document, { childList: true, subtree: true, attributeFilter: ["data-heading"] });

  document.addEventListener("input", changed);
  document.addEventListener("change", changed);
  document.addEventListener(
    "submit",
    (event) => {
      if (!event.target.dataset.live) return;
      event.preventDefault();
      clearTimeout(waiting);
      update(event.target);
    },
    true,
  );
})();
