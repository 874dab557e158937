// The navigation of a narrow window opens beneath its button, and closes where the reader looks away.
"use strict";
document.addEventListener("click", (event) => {
  const menu = document.getElementById("menu");
  if (!menu || event.target.closest?.(".tools")) return;
  const open = event.target === menu && menu.getAttribute("aria-expanded") !== "true";
  menu.setAttribute("aria-expanded", String(open));
});
document.addEventListener("keydown", (event) => {
  const menu = document.getElementById("menu");
  if (event.key !== "Escape" || menu?.getAttribute("aria-expanded") !== "true") return;
  menu.setAttribute("aria-expanded", "false");
  menu.focus();
});
