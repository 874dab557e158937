// A part of a page that stands elsewhere whole is fetched from there once it is near the window.
"use strict";
(() => {
  const near = new IntersectionObserver(
    (seen) => seen.forEach(({ isIntersecting, target }) => isIntersecting && fill(target)),
    { rootMargin: "100% 0px" },
  );

  async function fill(part) {
    near.unobserve(part);
    const { page } = await site.read(part.dataset.part);
    const whole = page.getElementById(part.firstElementChild.id);
    if (!whole || page.documentElement.dataset.stamp !== document.documentElement.dataset.stamp) return; // links remain
    part.replaceWith(whole);
    document.dispatchEvent(new Event("shown"));
  }

  const look = () => document.querySelectorAll("[data-part]").forEach((part) => near.observe(part));
  document.addEventListener("shown", look);
  look();
})();
