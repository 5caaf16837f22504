// The table of documents: a page of rows at a time, so that ten thousand are as quick as ten.

const PAGE = 50;
let shownPlaces = []; // in the order of the table, for "previous" and "next" in the view of a document

const HEADS = [["Document", "document"], ["Site", "site", "wide"], ["Language", "language", "wider"], ["Date", "date", "wide"], ["Words", "words", "number wide"], ["Removed", "removed", "share"], ["What went", null, "went"], ["Flags", null, "flagged"]];

function documentsView(state) {
  const view = el("article", { class: "documents" });
  const results = el("div", { class: "results" });
  const held = el("div", {});
  let inText = null;
  let timer = 0;
  const change = (given, { soon = false } = {}) => {
    for (const [name, value] of Object.entries(given)) { if (value) state.set(name, value); else state.delete(name); }
    if (!("page" in given)) state.delete("page");
    clearTimeout(timer);
    timer = setTimeout(update, soon ? 120 : 0, "q" in given || "text" in given);
  };
  const lift = (given) => { change(given); for (const name of Object.keys(given)) { const field = form.elements[name]; if (field) field.value = ""; } };
  const draw = (note = "") => {
    shownPlaces = selected(state, inText);
    history.replaceState(null, "", `#/documents?${state}`);
    held.replaceChildren(...[filterChips(state, lift)].filter(Boolean));
    results.replaceChildren(...documentTable(shownPlaces, state, change, note));
  };
  const update = (searched) => {
    if (searched) inText = null;
    const query = state.get("q");
    if (state.get("text") === "1" && query && !inText) {
      draw("Looking through the texts …");
      searchTexts(query, (places, share) => { inText = places; draw(share < 1 ? `Looking through the texts, ${percent(share)} …` : ""); });
    } else {
      search += 1;
      draw();
    }
  };
  const form = filterForm(state, change);
  view.append(el("h1", { tabindex: "-1" }, "Documents"), el("details", { class: "filter-box", open: matchMedia("(min-width: 60rem)").matches }, el("summary", {}, "Filter"), form), held, results);
  update(true);
  return view;
}

function documentTable(places, state, change, note) {
  const all = report.overview;
  const pages = Math.max(1, Math.ceil(places.length / PAGE));
  const at = Math.min(pages, Math.max(1, Number(state.get("page")) || 1)) - 1;
  const rows = places.slice(at * PAGE, (at + 1) * PAGE);
  const sort = state.get("sort") ?? "removed";
  const down = (state.get("down") ?? (SORTS[sort]?.[1] === "number" ? "1" : "0")) === "1";
  const of = all.listed < all.documents ? `${number(all.listed)} that lost most` : number(all.listed);
  const told = note || (places.length ? `${number(at * PAGE + 1)}–${number(at * PAGE + rows.length)} of ${count(places.length, "document")}${places.length < all.listed ? ` (of ${of})` : ""}` : "No document fits these filters.");
  announce(told);
  const head = ([name, key, style]) => el("th", { scope: "col", class: style ?? null, "aria-sort": key === sort ? (down ? "descending" : "ascending") : null },
    key ? el("button", { type: "button", class: "sort", onclick: () => change({ sort: key, down: key === sort ? (down ? "0" : "1") : SORTS[key][1] === "number" ? "1" : "0" }) }, name) : name);
  const turn = (name, page, on) => el("button", { type: "button", disabled: !on, onclick: () => { change({ page: String(page) }); scrollTo(0, 0); } }, name);
  const table = el("table", { class: "plain documents-table" }, el("caption", { class: "unseen" }, "Documents"),
    el("thead", {}, el("tr", {}, HEADS.map(head))), el("tbody", {}, rows.map(documentRow)));
  return [el("p", { class: "muted told" }, told), rows.length ? table : null,
    pages > 1 ? el("nav", { class: "pager", "aria-label": "Pages" }, turn("Previous", at, at > 0), el("span", {}, `Page ${number(at + 1)} of ${number(pages)}`), turn("Next", at + 2, at + 1 < pages)) : null].filter(Boolean);
}

function documentRow(at) {
  const row = report.rows[at];
  const lost = row[LABELS].reduce((sum, [, words]) => sum + words, 0);
  const marked = marks.get(at)?.size;
  return el("tr", {},
    el("th", { scope: "row" }, el("a", { href: `#/document/${at}` }, quoted("bdi", {}, row[TITLE] || row[PATH])), marked ? el("b", { class: "badge" }, count(marked, "mark")) : null,
      row[TITLE] ? el("small", {}, quoted("bdi", {}, row[PATH])) : null),
    el("td", { class: "wide" }, quoted("bdi", {}, row[SITE] || "–")), el("td", { class: "wider" }, row[LANGUAGE] || "–"), el("td", { class: "wide date" }, row[DATE] || "–"),
    el("td", { class: "number wide" }, number(row[IN])),
    el("td", { class: "share" }, sized(el("i", { class: "meter", "aria-hidden": "true" }), row[SHARE]), percent(row[SHARE])),
    el("td", { class: "went" }, stack(row[LABELS], lost), el("span", { class: "unseen" }, row[LABELS].map(([label, words]) => `${label} ${words}`).join(", "))),
    el("td", { class: "flagged" }, row[FLAGS].map((flag) => el("span", { class: "flag" }, flag.replaceAll("_", " ")))));
}
