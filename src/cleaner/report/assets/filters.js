// Which documents are shown and in which order. All of it stands in the address after the #, so that "back" works and
// every number of the report can lead here.

const SORTS = { document: [TITLE, "text"], site: [SITE, "text"], language: [LANGUAGE, "text"], date: [DATE, "text"], words: [IN, "number"], removed: [SHARE, "number"] };

const named = (value, wanted) => (wanted === "-" ? value === "" : value === wanted); // "-" asks for what is not known

/** The places of the rows that a state asks for, in its order; `inText` holds those whose text has the words, if known. */
function selected(state, inText) {
  const words = (state.get("q") ?? "").toLowerCase().split(/\s+/u).filter(Boolean);
  const [from, to] = [Number(state.get("from") ?? 0) / 100, Number(state.get("to") ?? 100) / 100];
  const wants = (name, test) => { const value = state.get(name); return value === null || value === "" ? null : (row, at) => test(row, value, at); };
  const tests = [
    wants("flag", (row, flag) => (flag === "any" ? row[FLAGS].length > 0 : row[FLAGS].includes(flag))),
    wants("label", (row, label) => row[LABELS].some(([name]) => name === label)),
    wants("rule", (row, rule) => row[RULES].includes(rule)),
    wants("site", (row, site) => named(row[SITE], site)),
    wants("language", (row, language) => named(row[LANGUAGE], language)),
    wants("date", (row, date) => row[DATE].startsWith(date)),
    wants("kind", (row, kind) => row[KIND] === kind),
    wants("marked", (row, _, at) => marks.has(at)),
    from > 0 || to < 1 ? (row) => row[SHARE] >= from && (row[SHARE] < to || to >= 1) : null,
    words.length ? (row, at) => inText?.has(at) || words.every((word) => `${row[PATH]} ${row[TITLE]} ${row[SITE]}`.toLowerCase().includes(word)) : null,
  ].filter(Boolean);
  const found = [];
  report.rows.forEach((row, at) => { if (tests.every((test) => test(row, at))) found.push(at); });
  return sorted(found, state);
}

function sorted(found, state) {
  const [column, kind] = SORTS[state.get("sort")] ?? SORTS.removed;
  const sign = (state.get("down") ?? (kind === "number" ? "1" : "0")) === "1" ? -1 : 1;
  const value = column === TITLE ? (row) => row[TITLE] || row[PATH] : (row) => row[column];
  const keys = new Map(found.map((at) => [at, value(report.rows[at])]));
  const compare = kind === "number" ? (one, other) => one - other : new Intl.Collator("en", { numeric: true }).compare;
  return found.sort((one, other) => {
    const [a, b] = [keys.get(one), keys.get(other)];
    if (a === "" || b === "") return (a === "") - (b === "") || one - other; // what is not known comes last, either way
    return sign * compare(a, b) || one - other;
  });
}

let search = 0; // the last one that was begun; an older one gives up

/** Look for words in the texts, piece by piece; `found` is called with the places so far and the share that is done. */
async function searchTexts(query, found) {
  const mine = ++search;
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  const places = new Set();
  const size = report.overview.piece;
  for (let at = 0; words.length && at < report.rows.length; at += size) {
    const documents = await decode(`piece-${at / size}`);
    if (mine !== search) return;
    documents.forEach((one, i) => {
      const text = one.lines.map((line) => line[2]).join("\n").toLowerCase();
      if (words.every((word) => text.includes(word))) places.add(at + i);
    });
    if (at / size % 40 === 39) found(places, at / report.rows.length);
  }
  if (mine === search) found(places, 1);
}

const TOLD = { flag: "flag", label: "lost", rule: "rule", site: "site", language: "language", date: "date", kind: "kind", marked: "marked" };

function filterForm(state, change) {
  const all = report.overview;
  const choice = (name, text, options) => el("label", {}, text, el("select", { name, onchange: (event) => change({ [name]: event.target.value }) },
    el("option", { value: "" }, "any"), options.map(([value, shown]) => {
      const option = el("option", {}, shown);
      option.value = value;
      option.selected = state.get(name) === value;
      return option;
    })));
  const share = (name, text, otherwise) => {
    const input = el("input", { type: "number", name, min: "0", max: "100", step: "1", inputmode: "numeric", onchange: (event) => change({ [name]: event.target.value }) });
    input.value = state.get(name) ?? otherwise;
    return el("label", { class: "short" }, text, input);
  };
  const query = el("input", { type: "search", name: "q", placeholder: "title, path or site", autocomplete: "off", oninput: (event) => change({ q: event.target.value }, { soon: true }) });
  query.value = state.get("q") ?? "";
  const inText = el("input", { type: "checkbox", name: "text", onchange: (event) => change({ text: event.target.checked ? "1" : "" }) });
  inText.checked = state.get("text") === "1";
  const rules = all.rules.filter((row) => row[5] > 0).map((row) => row[0]).sort();
  return el("form", { class: "filters", role: "search", "aria-label": "Filter the documents", onsubmit: (event) => event.preventDefault() },
    el("label", { class: "long" }, "Search", query),
    el("label", { class: "check" }, inText, "also in the texts"),
    choice("flag", "Flag", [["any", "any flag at all"], ...all.flags.map(([flag, size]) => [flag, `${flag.replaceAll("_", " ")} (${number(size)})`])]),
    choice("label", "Lost lines of", all.labels.map(([label, , , size]) => [label, `${label} (${number(size)})`])),
    choice("rule", "By rule", rules.map((rule) => [rule, rule])),
    choice("site", "Site", all.sites.filter(([name]) => name !== null).map(([name, size]) => [name || "-", `${name || "not known"} (${number(size)})`])),
    choice("language", "Language", all.languages.map(([tag, size]) => [tag || "-", `${tag || "not known"} (${number(size)})`])),
    el("fieldset", {}, el("legend", {}, "Removed, per cent"), share("from", "from", 0), share("to", "to", 100)));
}

/** The filters that hold, each with a button that lifts it. */
function filterChips(state, change) {
  const held = Object.keys(TOLD).filter((name) => state.get(name));
  return held.length ? el("ul", { class: "held", "aria-label": "Filters that hold" }, held.map((name) => el("li", {},
    el("button", { type: "button", onclick: () => change({ [name]: "" }) }, `${TOLD[name]}: ${state.get(name) === "-" ? "not known" : state.get(name).replaceAll("_", " ")} `, el("span", { "aria-hidden": "true" }, "×"), el("span", { class: "unseen" }, ", lift this filter"))))) : null;
}
