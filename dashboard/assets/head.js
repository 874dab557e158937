// Runs before anything is drawn: says which scheme and breadth the window has, to the stylesheet and, by a cookie, to the
// server, so that the first charts already fit. The cookie holds nothing else.
"use strict";
window.reader = {
  breadths: [320, 390, 480, 640, 800, 960, 1140, 1200], // as in views.py
  chosen() {
    try {
      return localStorage.getItem("scheme") || "";
    } catch {
      return ""; // storage may be forbidden
    }
  },
  scheme() {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    return this.chosen() || (dark ? "dark" : "light");
  },
  breadth() {
    return this.breadths.findLast((breadth) => breadth <= innerWidth) ?? this.breadths[0];
  },
  note() {
    const view = `${this.scheme()}-${this.breadth()}`;
    document.documentElement.dataset.scheme = this.scheme();
    document.cookie = `view=${view}; path=/; max-age=31536000; SameSite=Lax`;
    return view;
  },
};
document.documentElement.classList.add("scripted");
if (location.pathname.startsWith("/embed/")) document.documentElement.classList.add("embedded");
window.reader.note();
