// One document: its facts, its metadata and its lines.

async function documentView(at, state) {
  const row = report.rows[at];
  if (!row) return el("article", {}, el("h1", { tabindex: "-1" }, "No such document"), el("p", {}, el("a", { href: "#/documents" }, "All documents")));
  const shown = await documentAt(at);
  const whole = Math.max(1, row[OUT] + row[LABELS].reduce((sum, [, words]) => sum + words, 0));
  const sheet = linesTable(shown, at);
  const view = el("article", { class: "document" },
    neighbours(at),
    el("h1", { tabindex: "-1" }, quoted("bdi", {}, row[TITLE] || row[PATH])),
    el("p", { class: "muted facts" }, [row[TITLE] ? row[PATH] : "", row[SITE], row[LANGUAGE], row[DATE], row[KIND]].filter(Boolean).map((fact) => [quoted("bdi", {}, fact), " · "]),
      `${count(row[IN], "word")}, ${percent(row[SHARE])} removed`),
    row[FLAGS].length ? el("p", {}, row[FLAGS].map((flag) => [el("span", { class: "flag" }, flag.replaceAll("_", " ")), " ", el("span", { class: "muted" }, FLAG_MEANINGS[flag] ?? ""), " "])) : null,
    shown.note ? el("p", { class: "note" }, shown.note) : null,
    stack([["", row[OUT]], ...row[LABELS]], whole),
    el("ul", { class: "legend", "aria-label": "Words by label" }, [["", row[OUT]], ...row[LABELS]].map(([label, words]) => el("li", {}, chip(label), ` ${number(words)}`))),
    metadataTable(shown),
    showButtons(sheet.querySelector("table.lines")),
    sheet);
  const wanted = state.get("line");
  if (wanted !== null) queueMicrotask(() => { const line = sheet.querySelector(`tr[data-i="${Number(wanted)}"] button.chip`); line?.scrollIntoView({ block: "center" }); line?.focus(); });
  return view;
}

function neighbours(at) {
  const here = shownPlaces.indexOf(at);
  const step = (name, to) => (to === undefined ? el("span", { class: "muted" }, name) : el("a", { href: `#/document/${to}` }, name));
  return el("nav", { class: "neighbours", "aria-label": "Neighbouring documents" },
    el("a", { href: here >= 0 && lastList ? lastList : "#/documents" }, "← Documents"),
    here >= 0 ? [step("Previous", shownPlaces[here - 1]), step("Next", shownPlaces[here + 1]), el("span", { class: "muted" }, `${number(here + 1)} of ${number(shownPlaces.length)}`)] : null);
}

function showButtons(table) {
  const modes = [["both", "Side by side"], ["original", "Original"], ["clean", "Clean body"]];
  const narrow = matchMedia("(max-width: 48rem)");
  const set = (mode) => {
    table.dataset.show = mode;
    for (const button of group.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
  };
  const group = el("div", { class: "modes", role: "group", "aria-label": "What is shown" }, modes.map(([mode, name]) => el("button", { type: "button", "data-mode": mode, onclick: () => set(mode) }, name)),
    el("span", { class: "muted hint" }, "Point at a line for its reason; open its label for the votes."));
  set(narrow.matches ? "original" : "both");
  return group;
}

const told = (value) => (Array.isArray(value) ? value.join(", ") : value && typeof value === "object" ? Object.entries(value).map(([key, item]) => `${key}: ${item}`).join("\n") : String(value));

function metadataTable(shown) {
  if (!shown.metadata.length) return null;
  const where = (line, path) => [line !== null && line !== undefined ? `line ${line}` : null, path].filter(Boolean).join(", ");
  return el("details", { class: "metadata" }, el("summary", {}, `Metadata: ${count(shown.metadata.length, "field")}`),
    el("div", { class: "scroll", role: "region", "aria-label": "Metadata", tabindex: "0" }, el("table", { class: "plain" }, el("caption", { class: "unseen" }, "Metadata and where each value is from"),
      el("thead", {}, el("tr", {}, ["Field", "Value", "From", "Where", "Sure"].map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, shown.metadata.map(([name, value, source, confidence, line, path]) => el("tr", {}, el("th", { scope: "row" }, name.replaceAll("_", " ")),
        quoted("td", { class: "value" }, told(value)), el("td", {}, source ?? ""), quoted("td", {}, where(line, path)), el("td", { class: "number" }, typeof confidence === "number" ? percent(confidence) : "")))))));
}
