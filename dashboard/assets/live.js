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

  // A choice that was made before this file was here has told nobody: the form has another state than it was sent with.
  function begun(form) {
    const sent = form.cloneNode(true);
    sent.reset();
    return site.stated(form).search !== site.stated(sent).search;
  }

  for (const form of document.forms) if (form.dataset.live && begun(form)) update(form);
})();
