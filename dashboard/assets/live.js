// A form with data-live keeps its state in the address and its results on the page up to date while it is filled in.
"use strict";
(() => {
  let waiting;

  function update(form) {
    if (form.isConnected) site.renew(site.stated(form), ["#notices", `#${form.dataset.live}-results`, "#main h1"]);
  }

  document.addEventListener("input", ({ target: { form } }) => {
    if (!form?.dataset.live) return;
    clearTimeout(waiting);
    waiting = setTimeout(update, 0, form); // several changes at once are one
  });
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
