// Asks now and then whether the data are still those of this page, and offers the new ones where they are not.
"use strict";
(() => {
  const html = document.documentElement;
  const PAUSE = 10_000; // milliseconds
  const AGAIN = 2_000; // one worker reads the files a little before another
  let offered = null;

  async function health() {
    const answer = await fetch(`${site.root}/healthz`, { cache: "no-store" });
    return answer.ok ? answer.json() : null;
  }

  async function look(again = false) {
    clearTimeout(look.waiting);
    look.waiting = setTimeout(look, PAUSE);
    if (document.hidden) return;
    const now = await health().catch(() => null);
    if (!now || now.state === html.dataset.state) return withdraw();
    if (again) return offer(now);
    clearTimeout(look.waiting);
    look.waiting = setTimeout(look, AGAIN, true);
  }

  function withdraw() {
    offered?.remove();
    offered = null;
  }

  function offer({ problem, findings }) {
    withdraw();
    const words = problem ? "The files have changed, and hold errors." : "The data have changed since this page was made.";
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "button",
      textContent: problem ? "Show what was found" : "Show them",
      onclick: () => (findings ? site.visit(site.root + findings) : site.renew()).then(withdraw),
    });
    offered = Object.assign(document.createElement("div"), { className: "news", role: "status" });
    offered.append(words, " ", button);
    document.body.append(offered);
  }

  if (html.classList.contains("embedded")) return; // a frame shows what it was asked for
  setTimeout(look, PAUSE);
  document.addEventListener("visibilitychange", () => look());
})();
