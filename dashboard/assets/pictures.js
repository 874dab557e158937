// A picture of a chart to take away, made in the browser: with headline, subtitle and source, since it will be seen
// without the page, and with the font in it, since it will be seen on other machines.
"use strict";
(() => {
  const EDGE = 24;
  const SCALE = 2; // pixels of a PNG for each of the page's

  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

  function wrapped(text, letters) {
    if (!text) return []; // a card may have no subtitle
    const lines = [""];
    for (const word of text.split(" ")) {
      if (`${lines.at(-1)} ${word}`.length > letters) lines.push("");
      lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
    }
    return lines.map(escaped);
  }

  function layoutOf(card, graph) {
    const { l, r, t, b } = graph._fullLayout._size;
    const style = getComputedStyle(card);
    const color = (name) => style.getPropertyValue(name).trim();
    const width = graph.clientWidth + 2 * EDGE;
    const [headline, subtitle, source] = [
      wrapped(card.dataset.headline, width / 10.5),
      wrapped(card.dataset.subtitle, width / 7.2),
      wrapped(card.dataset.source, width / 6.6),
    ];
    const head = 30 + 27 * headline.length + 21 * subtitle.length;
    const foot = 30 + 18 * source.length;
    const words = (lines, size, ink, y, anchor, shift) => ({
      text: lines.join("<br>"), font: { size, color: color(ink) }, align: "left", showarrow: false,
      x: 0, xref: "paper", xanchor: "left", xshift: -l, y, yref: "paper", yanchor: anchor, yshift: shift,
    });
    const layout = JSON.parse(JSON.stringify(graph.layout));
    const bold = headline.map((line) => `<b>${line}</b>`);
    return {
      ...layout,
      width,
      height: graph.clientHeight + head + foot,
      paper_bgcolor: color("--paper"),
      margin: { l: l + EDGE, r: r + EDGE, t: t + head, b: b + foot },
      annotations: [
        ...(layout.annotations ?? []),
        words(bold, 21, "--ink", 1, "top", t + head - 14),
        words(subtitle, 15, "--muted", 1, "top", t + head - 20 - 27 * headline.length),
        words(source, 13, "--muted", 0, "bottom", 12 - b - foot),
      ],
    };
  }

  async function font() {
    const text = await site.font();
    const face = `font-family:"Source Sans 3";font-weight:200 900;src:url(data:font/woff2;base64,${text}) format("woff2")`;
    return `<style>@font-face{${face}}</style>`;
  }

  async function drawing(graph, layout) {
    const size = { width: layout.width, height: layout.height };
    const address = await Plotly.toImage({ data: graph.data, layout }, { format: "svg", ...size });
    const svg = decodeURIComponent(address.slice(address.indexOf(",") + 1));
    return svg.replace(/^(<svg[^>]*>)/, `$1${await font()}`);
  }

  async function pixels(svg, { width, height }) {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: width * SCALE, height: height * SCALE });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  }

  async function picture(card) {
    const graph = card.querySelector(".js-plotly-plot");
    if (!graph?._fullLayout) return null;
    const layout = layoutOf(card, graph);
    return { layout, svg: await drawing(graph, layout) };
  }

  const asFile = (svg) => new Blob([svg], { type: "image/svg+xml" });

  document.addEventListener("click", async (event) => {
    const format = event.target.closest?.("[data-picture]")?.dataset.picture;
    const card = format && event.target.closest(".chart");
    const made = card && (await picture(card));
    if (!made) return;
    const blob = format === "svg" ? asFile(made.svg) : await pixels(made.svg, made.layout);
    site.save(blob, `${card.dataset.name}.${format}`);
  });

  // The menu shows the picture as it will be saved.
  document.addEventListener("toggle", async (event) => {
    const image = event.target.open && event.target.querySelector?.(".preview");
    const made = image && (await picture(image.closest(".chart")));
    if (!made) return;
    URL.revokeObjectURL(image.src);
    image.src = URL.createObjectURL(asFile(made.svg));
  }, true);
})();
