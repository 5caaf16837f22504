// The first view: what came in, what stayed, what went, and where to look.

const link = (filters) => `#/documents?${new URLSearchParams(filters)}`;
const section = (title, ...content) => el("section", {}, el("h2", {}, title), ...content);

function overviewView() {
  const all = report.overview;
  const metadata = all.labels.filter(([, group]) => group === "metadata").reduce((sum, row) => sum + row[2], 0);
  const dropped = all.labels.filter(([, group]) => group === "dropped").reduce((sum, row) => sum + row[2], 0);
  const listed = all.listed < all.documents
    ? ` The numbers here are of all of them; the ${number(all.listed)} that lost most can be opened.` : "";
  return el("article", { class: "overview" },
    el("h1", { tabindex: "-1" }, all.title),
    el("p", { class: "lede" }, `${count(all.documents, "document")}, of whose ${count(all.wordsIn, "word")} `,
      el("strong", {}, `${percent(all.wordsOut, all.wordsIn)} stayed`), `. The rest is headlines, dates and the like (${number(metadata)} words), `,
      `kept as metadata, or was taken out (${number(dropped)} words).${listed}`),
    wordsSection(all),
    el("div", { class: "pair" }, sharesSection(all), flagsSection(all)),
    sitesSection(all),
    el("div", { class: "pair" }, languagesSection(all), datesSection(all)),
    rulesSection(all),
    unreadSection(all));
}

function wordsSection(all) {
  const whole = Math.max(1, all.wordsOut + all.labels.reduce((sum, row) => sum + row[2], 0));
  const rows = [[el("span", { class: "swatch-line" }, chip("")), all.wordsOut, { "data-label": "kept", "data-group": "kept" }, number(all.wordsOut), percent(all.wordsOut, whole), number(all.documents)],
    ...all.labels.map(([label, group, words, documents]) => [
      el("a", { href: link({ label }) }, chip(label)), words, { "data-label": label, "data-group": group }, number(words), percent(words, whole), number(documents)])];
  return section("Where the words went", stack([["", all.wordsOut], ...all.labels.map(([label, , words]) => [label, words])], whole, { named: true }),
    bars("Words by label", ["Label", "Words", "Share", "Documents"], rows));
}

function sharesSection(all) {
  const step = 100 / all.shares.length;
  const bins = all.shares.map((size, at) => [`${at * step}`, size, link({ from: at * step, to: (at + 1) * step }), `${at * step} to ${(at + 1) * step} % removed`]);
  return section("How much each document lost", el("p", { class: "muted" }, "Documents by the share of their words that was removed, in per cent."),
    columns("Documents by removed share", bins, { every: 4 }));
}

function flagsSection(all) {
  if (!all.flags.length) return section("Worth a look", el("p", {}, "No document carries a flag."));
  return section("Worth a look", el("ul", { class: "flags" }, all.flags.map(([flag, documents]) => el("li", {},
    el("a", { href: link({ flag }) }, el("b", {}, number(documents)), flag.replaceAll("_", " ")), el("p", { class: "muted" }, FLAG_MEANINGS[flag] ?? "")))));
}

function sitesSection(all) {
  const shown = all.sites.slice(0, 12);
  const more = all.sites.length - shown.length;
  const rows = (sites) => sites.map(([name, documents, before, after, flagged]) => el("tr", {},
    el("th", { scope: "row" }, name === null ? "all other sites" : el("a", { href: link({ site: name || "-" }) }, name ? quoted("bdi", {}, name) : el("em", {}, "not known"))),
    el("td", { class: "number" }, number(documents)), el("td", { class: "number wide" }, number(before)),
    el("td", { class: "share" }, sized(el("i", { class: "meter", "aria-hidden": "true" }), 1 - after / Math.max(1, before)), percent(Math.max(0, before - after), before)),
    el("td", { class: "number" }, flagged ? number(flagged) : "–")));
  const body = el("tbody", {}, rows(shown));
  const button = more > 0 && el("button", { type: "button", onclick: () => { body.replaceChildren(...rows(all.sites)); button.remove(); } }, `Show ${count(more, "more site")}`);
  return section("Sites", el("div", { class: "scroll", role: "region", "aria-label": "Sites", tabindex: "0" }, el("table", { class: "plain" }, el("caption", { class: "unseen" }, "Sites, those with the most documents first"),
    el("thead", {}, el("tr", {}, [["Site"], ["Documents", "number"], ["Words", "number wide"], ["Removed", "share"], ["Flagged", "number"]].map(([head, style]) => el("th", { scope: "col", class: style }, head)))),
    body)), button);
}

function languagesSection(all) {
  const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });
  const called = (tag) => { try { return names.of(tag); } catch { return tag; } };
  return section("Languages", bars("Documents by language", ["Language", "Documents"], all.languages.slice(0, 12).map(([tag, documents]) => [
    el("a", { href: link({ language: tag || "-" }) }, tag ? called(tag) : el("em", {}, "not known")), documents, {}, number(documents)])));
}

/** Dates by year, or by month where all are of few years. */
function datesSection(all) {
  const known = all.dates.filter(([date]) => date);
  const unknown = all.documents - known.reduce((sum, [, documents]) => sum + documents, 0);
  const note = unknown ? el("p", { class: "muted" }, `${count(unknown, "document")} without a date.`) : null;
  if (!known.length) return section("Dates", note);
  const years = new Map();
  for (const [date, documents] of known) years.set(date.slice(0, 4), (years.get(date.slice(0, 4)) ?? 0) + documents);
  const [first, last] = [Number([...years.keys()][0]), Number([...years.keys()].at(-1))];
  const step = Math.max(1, Math.ceil((last - first + 1) / 40)); // a page of an encyclopaedia may be of any century
  if (last - first < 2) {
    const months = new Map(known);
    const bins = [];
    for (let at = Number(known[0][0].slice(5) || 1) - 1 + 12 * first; at < 12 * (last + 1) && bins.length < 24; at += 1) {
      const month = `${Math.floor(at / 12)}-${String(at % 12 + 1).padStart(2, "0")}`;
      bins.push([month.endsWith("01") ? month.slice(0, 4) : month.slice(5), months.get(month) ?? 0, link({ date: month }), month]);
    }
    return section("Dates", columns("Documents by month", bins, { every: bins.length > 12 ? 3 : 1 }), note);
  }
  const bins = [];
  for (let year = first; year <= last; year += step) {
    let sum = 0;
    for (let at = year; at < year + step; at += 1) sum += years.get(String(at).padStart(4, "0")) ?? 0;
    bins.push([String(year), sum, step === 1 ? link({ date: String(year).padStart(4, "0") }) : null, step === 1 ? String(year) : `${year} to ${year + step - 1}`]);
  }
  return section("Dates", columns("Documents by year", bins, { every: Math.ceil(bins.length / 8) }), note);
}

function rulesSection(all) {
  const used = all.rules.filter((row) => row[5] > 0);
  return section("Rules that fired most", bars("Rules by the words that they were the reason for", ["Rule", "Words", "Documents"],
    used.slice(0, 10).map(([name, label, , , words, , documents]) => [el("a", { href: link({ rule: name }) }, el("code", {}, name)), words,
      label ? { "data-label": label, "data-group": groupOf(label) } : {}, number(words), number(documents)])),
    el("p", {}, el("a", { href: "#/rules" }, `All ${number(all.rules.length)} rules, and those that never fired`)));
}

function unreadSection(all) {
  if (!all.unreadCount) return null;
  const named = all.unread.length < all.unreadCount ? ` The first ${all.unread.length}:` : "";
  return section("Not in this report", el("p", {}, `${count(all.unreadCount, "document")} could not be cleaned or read.${named}`),
    el("ul", { class: "unread" }, all.unread.map(([name, why]) => el("li", {}, quoted("code", {}, name), " ", quoted("span", {}, why)))));
}
