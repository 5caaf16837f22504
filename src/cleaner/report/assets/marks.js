// What a person marked as wrong, and the files that cleaner takes: rules, baseline entries, golden cases.

const marks = {
  of: (at, i) => marks.documents.get(at)?.get(i),
  get: (at) => marks.documents.get(at),
  has: (at) => marks.documents.has(at),
  documents: new Map(), // place of the row -> line -> { verdict: "removed" or "kept", label: what it should have been }

  set(at, i, mark) {
    const lines = marks.documents.get(at) ?? new Map();
    if (mark) lines.set(i, mark); else lines.delete(i);
    if (lines.size) marks.documents.set(at, lines); else marks.documents.delete(at);
    marks.keep();
  },

  /** Keep the marks in this browser for the next time that this report is opened, where it allows that. */
  keep() {
    const total = [...marks.documents.values()].reduce((sum, lines) => sum + lines.size, 0);
    const badge = document.getElementById("mark-count");
    badge.hidden = !total;
    badge.textContent = String(total);
    const plain = [...marks.documents].map(([at, lines]) => [at, [...lines]]);
    try {
      if (total) localStorage.setItem(marks.name(), JSON.stringify(plain)); else localStorage.removeItem(marks.name());
    } catch { /* private windows keep nothing; the marks hold as long as the page is open */ }
  },

  recall() {
    try {
      for (const [at, lines] of JSON.parse(localStorage.getItem(marks.name()) ?? "[]")) marks.documents.set(at, new Map(lines));
    } catch { /* nothing was kept, or another program's value */ }
    marks.keep();
  },

  name: () => `cleaner-report-${report.overview.id}`,
};

/** Every mark with its document, line and text, in the order of the rows. */
async function marked() {
  const found = [];
  for (const at of [...marks.documents.keys()].sort((one, other) => one - other)) {
    const shown = await documentAt(at);
    for (const i of [...marks.get(at).keys()].sort((one, other) => one - other)) {
      if (shown.lines[i]) found.push({ at, i, shown, row: report.rows[at], line: shown.lines[i], text: shown.lines[i][TEXT], ...marks.of(at, i) });
    }
  }
  return found;
}

/** A text as TOML writes it: a basic string, in which what nobody can see is an escape. */
const toml = (text) => JSON.stringify(text).replace(UNSEEN, (character) => {
  const code = character.codePointAt(0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
});

const bare = (text) => text.toLowerCase().replace(/^[\W_]+|[\W_]+$/gu, "").replace(/\s+/gu, " ");

/** Rules of one's own: one for each label, with the marked lines as whole-line phrases. */
function asRules(found) {
  const made = ["# Made of the marks in a report of cleaner. Look at each rule, make its phrases more general where that is safe,", "# try them with `cleaner rules --test`, and put them into cleaner.toml."];
  const usable = found.filter((one) => one.text.isWellFormed());
  for (const label of [...new Set(usable.map((one) => one.label))].sort()) {
    const these = usable.filter((one) => one.label === label);
    const texts = [...new Set(these.map((one) => one.text))].sort();
    const taken = new Set(texts.map(bare));
    const leave = these[0].shown.lines.filter((line, i) => !marks.of(these[0].at, i) && Boolean(line[STAYED]) === (label !== "body") && line[TEXT].isWellFormed() && !taken.has(bare(line[TEXT])));
    const list = (values) => `[\n${values.map((value) => `  ${toml(value)},\n`).join("")}]`;
    made.push("", "[[rules]]", `id = "marked_${label}"`, `label = "${label}"`, `phrases = ${list(texts.map((text) => `^${text}$`))}`, 'strength = "certain"',
      `finds = ${list(texts)}`, `leaves = ${list([leave[0]?.[TEXT] ?? "A line that nobody marked."])}`);
  }
  return made.join("\n") + "\n";
}

async function fingerprint(text) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].slice(0, 8).map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Baseline entries: lines that were found and should stay, with the paths of their files. */
async function asBaseline(found, folder) {
  const rows = new Set();
  for (const { verdict, row, text } of found) {
    if (verdict !== "removed" || row[KIND] !== "text" || !text.isWellFormed()) continue;
    rows.add(`${await fingerprint(text)} ${folder}${row[PATH].replaceAll("\n", "\\n")}`);
  }
  const path = (one) => one.slice(17);
  const ordered = [...rows].sort((one, other) => (path(one) < path(other) ? -1 : path(one) > path(other) ? 1 : one < other ? -1 : 1));
  return ["# Lines that cleaner finds and a person keeps: `cleaner check --update-baseline` writes this file.", ...ordered].join("\n") + "\n";
}

/** Golden cases: a line of JSON for each document, with what has to stay in its body and what has to go. */
function asGolden(found) {
  const cases = new Map();
  for (const { at, shown, row, verdict, label, text } of found) {
    if (typeof shown.source !== "string") continue;
    if (!cases.has(at)) cases.set(at, { name: row[PATH], status: "known_failure", kind: row[KIND], url: shown.url ?? null, input: shown.source, keep: [], drop: [] });
    if (verdict === "removed") cases.get(at).keep.push(text); else cases.get(at).drop.push({ text, label });
  }
  return [...cases.values()].map((one) => JSON.stringify(one) + "\n").join("");
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function marksView() {
  const found = await marked();
  const view = el("article", { class: "marks" }, el("h1", { tabindex: "-1" }, "Marks"));
  if (!found.length) {
    view.append(el("p", { class: "lede" }, "Nothing is marked yet. Open a document, and say of a line that it should have stayed or gone: by the button at its end, or by the key M."),
      el("p", {}, el("a", { href: "#/documents" }, "Documents")));
    return view;
  }
  view.append(el("p", { class: "lede" }, `${count(found.length, "line")} in ${count(marks.documents.size, "document")}. They stay in this browser until they are lifted; export them to make them count.`),
    exports(found),
    el("div", { class: "scroll", role: "region", "aria-label": "Marked lines", tabindex: "0" }, el("table", { class: "plain" }, el("caption", { class: "unseen" }, "Marked lines"),
      el("thead", {}, el("tr", {}, ["Line", "Was", "Should be", "Document", ""].map((head) => el("th", { scope: "col" }, head || el("span", { class: "unseen" }, "Lift"))))),
      el("tbody", {}, found.map(({ at, i, line, text, label, row }) => el("tr", {}, el("th", { scope: "row" }, quoted("bdi", {}, text.length > 160 ? `${text.slice(0, 159)}…` : text)),
        el("td", {}, chip(line[LABEL])), el("td", {}, chip(label)), el("td", {}, el("a", { href: `#/document/${at}?line=${i}` }, quoted("bdi", {}, row[PATH]))),
        el("td", {}, el("button", { type: "button", onclick: () => { marks.set(at, i, null); show(); } }, "Lift"))))))),
    el("p", {}, el("button", { type: "button", onclick: () => { if (confirm("Lift every mark of this report?")) { marks.documents.clear(); marks.keep(); show(); } } }, "Lift every mark")));
  return view;
}

function exports(found) {
  const folder = el("input", { type: "text", name: "folder", placeholder: "corpus/", autocomplete: "off", spellcheck: "false" });
  const prefix = () => (folder.value && !folder.value.endsWith("/") ? `${folder.value}/` : folder.value);
  const text = (verdict) => found.filter((one) => one.verdict === verdict && one.row[KIND] === "text").length;
  const golden = found.filter((one) => typeof one.shown.source === "string").length;
  const kinds = [
    ["Rules", "cleaner-rules.toml", () => asRules(found), found.length, "TOML for cleaner.toml: each marked line as a phrase that votes for the label that it should have had."],
    ["Baseline", "cleaner-baseline.txt", () => asBaseline(found, prefix()), text("removed"), "Rows for .cleaner-baseline: lines of text files that check and fix find and that stay. Name the folder of the corpus as the settings see it.", folder],
    ["Golden cases", "golden.jsonl", () => asGolden(found), golden, "JSON lines for the project's own tests: the input, what has to stay and what has to go."],
  ];
  return el("div", { class: "exports" }, kinds.map(([name, file, make, size, about, field]) => {
    const preview = el("pre", { tabindex: "0", "aria-label": `${name}, as exported`, hidden: true });
    const secure = name !== "Baseline" || crypto.subtle;
    return el("section", {}, el("h2", {}, name), el("p", { class: "muted" }, about),
      field ? el("label", {}, "Folder ", field) : null,
      el("p", {}, `${count(size, "mark")} can be exported so.${secure ? "" : " Open the page as a file or over HTTPS for that: browsers hash nothing elsewhere."}`),
      el("p", { class: "buttons" }, el("button", { type: "button", class: "primary", disabled: !size || !secure, onclick: async () => download(file, await make()) }, `Download ${file}`),
        el("button", { type: "button", disabled: !size || !secure, onclick: async () => { preview.replaceChildren(say(await make())); preview.hidden = false; } }, "Look at it")), preview);
  }));
}
