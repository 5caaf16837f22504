// Plots: lists and tables of links, so that each bar says its number and leads to the documents behind it.

/** A chip with a label's name; its tint comes from the style sheet. */
const chip = (label, attributes) => el("span", { class: "chip", "data-label": label || "kept", "data-group": groupOf(label), ...attributes }, label || "kept");

/** One bar of parts side by side: [label, words]. Decoration, since the numbers stand beside it. */
function stack(parts, whole, { named = false } = {}) {
  return el("div", { class: "stack", "aria-hidden": "true" }, parts.filter(([, words]) => words > 0).map(([label, words]) =>
    sized(el("i", { "data-label": label || "kept", "data-group": groupOf(label) }, named && words / whole > 0.07 ? el("b", {}, `${label || "kept"} ${percent(words, whole)}`) : null), words / whole)));
}

/** A table of bars: rows of [name as a node or text, size, further cells]. */
function bars(caption, heads, rows, { numbered = 1 } = {}) {
  const most = Math.max(1, ...rows.map((row) => row[1]));
  return el("table", { class: "bars" },
    el("caption", {}, caption),
    el("thead", {}, el("tr", {}, heads.map((head, at) => el("th", { scope: "col", class: at >= numbered ? "number" : null }, head)))),
    el("tbody", {}, rows.map(([name, size, attributes, ...cells]) => el("tr", {},
      el("th", { scope: "row" }, el("div", {}, el("span", {}, name), sized(el("i", { class: "bar", "aria-hidden": "true", ...attributes }), size / most))),
      cells.map((cell) => el("td", { class: "number" }, cell))))));
}

/** Columns side by side: [name, size, link, full name]. */
function columns(label, bins, { every = 1 } = {}) {
  const most = Math.max(1, ...bins.map((bin) => bin[1]));
  return el("ol", { class: "columns", "aria-label": label }, bins.map(([name, size, link, full], at) => {
    const text = [el("span", { class: "unseen" }, `${full}: ${count(size, "document")}`), el("b", { "aria-hidden": "true" }, size ? number(size) : ""),
      sized(el("i", { "aria-hidden": "true", class: size ? null : "none" }), size / most), el("small", { "aria-hidden": "true" }, at % every === 0 ? name : "")];
    return el("li", {}, size && link ? el("a", { href: link }, text) : el("span", {}, text));
  }));
}
