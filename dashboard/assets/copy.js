// Buttons put a text (data-copy) or the address of a page (data-link) on the clipboard and say so.
"use strict";
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy], [data-link]");
  if (!button) return;
  const words = button.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset.copy ?? new URL(button.dataset.link, location).href);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Not allowed here";
  }
  setTimeout(() => (button.textContent = words), 1500);
});
