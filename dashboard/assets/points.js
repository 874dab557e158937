// Charts: a mark opens its passage, arrow keys walk through the points.
"use strict";
(() => {
  // Undefined while there is no drawing, and once its page has been left.
  const plot = (card) => [...card.querySelectorAll(".js-plotly-plot")].find((graph) => graph._fullLayout);
  const points = (card) => (plot(card)?.layout.meta?.points ?? []).map(([id, said, href]) => ({ id, said, href }));

  function address(card, id) {
    const { href } = points(card).find((point) => point.id === id) ?? { href: `/observations/${encodeURIComponent(id)}` };
    return site.root + href;
  }

  function identity(point) {
    const data = point.customdata;
    return Array.isArray(data) ? data[0] : data;
  }

  function open(event) {
    const id = event.points.map(identity).find(Boolean);
    if (id) site.visit(address(event.event.target.closest(".chart"), id));
  }

  function pointTo(event) {
    const marked = event.points?.some(identity);
    const layer = event.event?.target;
    if (layer?.style) layer.style.cursor = marked ? "pointer" : "";
  }

  // What a trace does not say beside its mark stands at the top, where it hides no line, and a ring shows the mark.
  function tell(graph, trace, index) {
    hush(graph);
    if (trace.hoverinfo !== "none") return;
    const { _size, xaxis, yaxis2 } = graph._fullLayout;
    const x = xaxis.d2p(trace.base ? trace.base[index] + trace.x[index] / 2 : trace.x[index]);
    const add = (className) => graph.parentElement.appendChild(Object.assign(document.createElement("div"), { className }));
    const [ring, told] = [add("pointed"), add(x < xaxis._length / 2 ? "told at-right" : "told")];
    const [left, top] = [_size.l + x, _size.t + yaxis2.d2p(trace.y[index])];
    ring.style.left = `${left}px`;
    ring.style.top = `${top}px`;
    told.innerHTML = trace.hovertext[index]; // escaped where it is made
    const across = left - told.offsetLeft;
    told.classList.toggle("at-bottom", top < told.offsetHeight + 10 && across > -10 && across < told.offsetWidth + 10);
  }

  function hush(graph) {
    for (const part of graph.parentElement.querySelectorAll(".told, .pointed")) part.remove();
  }

  document.addEventListener("drawn", ({ target }) => {
    const graph = target.firstElementChild;
    if (graph.dataset.heard) return;
    graph.dataset.heard = "";
    graph.on("plotly_click", open);
    graph.on("plotly_hover", pointTo);
    graph.on("plotly_hover", ({ points: [point] }) => tell(graph, point.data, point.pointNumber));
    graph.on("plotly_unhover", () => hush(graph));
  });

  function mark(graph, id) {
    for (const [curveNumber, trace] of (graph.data ?? []).entries()) {
      const pointNumber = [].concat(trace.customdata ?? []).findIndex((data) => identity({ customdata: data }) === id);
      if (pointNumber >= 0) return { curveNumber, pointNumber };
    }
    return null;
  }

  function show(card, index) {
    const all = points(card);
    const at = (index + all.length) % all.length;
    const point = all[at];
    if (!point) return;
    card.dataset.at = at;
    card.querySelector(".spoken").textContent = `${at + 1} of ${all.length}: ${point.said}`;
    const graph = plot(card);
    const found = mark(graph, point.id);
    if (found) Plotly.Fx.hover(graph, [found]), tell(graph, graph.data[found.curveNumber], found.pointNumber);
    else leave(graph);
  }

  function end(card) {
    delete card.dataset.at;
    card.querySelector(".spoken").textContent = "";
    const graph = plot(card);
    if (graph) leave(graph);
  }

  function leave(graph) {
    Plotly.Fx.unhover(graph);
    hush(graph);
  }

  function step(card, key) {
    const at = Number(card.dataset.at ?? -1);
    const moves = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 };
    if (key === "Escape") end(card);
    else if (key in moves) show(card, "at" in card.dataset || key === "End" ? moves[key] : 0);
    else return false;
    return true;
  }

  document.addEventListener("keydown", (event) => {
    const card = event.target.closest?.(".canvas")?.closest(".chart");
    if (!card) return;
    if (step(card, event.key)) event.preventDefault();
    else if (event.key === "Enter" && "at" in card.dataset) {
      event.preventDefault();
      site.visit(address(card, points(card)[card.dataset.at].id));
    }
  });

  document.addEventListener("focusout", (event) => {
    const card = event.target.closest?.(".canvas")?.closest(".chart");
    if (card && "at" in card.dataset) end(card);
  });
})();
