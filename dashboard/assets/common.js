// What pages of a server and pages that are files do alike.
"use strict";
const common = {
  // Whether a click or a key is meant for the browser, or somebody has seen to it.
  special: (event) =>
    event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey,

  // The address of what a form says.
  stated(form) {
    const url = new URL(form.action);
    url.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim() !== ""));
    return url;
  },

  save(blob, name) {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  },
};
