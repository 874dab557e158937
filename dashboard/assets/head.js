// Runs before anything is drawn: says which scheme the window has to the stylesheet, and which view to the scripts.
"use strict";
window.view = {
  breadths: [320, 390, 480, 640, 800, 960, 1140, 1200, 1260], // as in views.py
  chosen() {
    try {
      return localStorage.getItem("scheme") || "";
    } catch {
      return ""; // storage may be forbidden
    }
  },
  preferred() {
    return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  },
  scheme() {
    return this.chosen() || this.preferred();
  },
  breadth() {
    return this.breadths.findLast((breadth) => breadth <= innerWidth) ?? this.breadths[0];
  },
  name() {
    return `${this.scheme()}-${this.breadth()}`;
  },
};
document.documentElement.classList.add("scripted");
document.documentElement.dataset.scheme = view.scheme();
