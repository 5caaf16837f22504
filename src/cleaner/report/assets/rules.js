// Every rule: how often it was the reason, how often it voted, and which never did.

const RULE_HEADS = [["Rule", 0], ["Label", 1], ["Weight", 2], ["Words", 4], ["Removals", 5], ["Documents", 6], ["Voted in", 7]];

function rulesView(state) {
  const all = report.overview;
  const by = RULE_HEADS.find(([, at]) => String(at) === state.get("sort"))?.[1] ?? 4;
  const down = state.get("down") !== "0";
  const order = (one, other) => (typeof one[by] === "string" ? one[by].localeCompare(other[by]) : (one[by] ?? 0) - (other[by] ?? 0)) * (down ? -1 : 1);
  const fired = (row) => row[5] || row[7];
  const used = all.rules.filter(fired).sort(order);
  const never = all.rules.filter((row) => !fired(row)).sort((one, other) => one[1].localeCompare(other[1]) || one[0].localeCompare(other[0]));
  const head = ([name, at]) => el("th", { scope: "col", class: at > 1 ? "number" : null, "aria-sort": at === by ? (down ? "descending" : "ascending") : null },
    el("button", { type: "button", class: "sort", onclick: () => go("rules", { sort: at, down: at === by && down ? 0 : 1 }) }, name));
  const voted = all.voted ? `“Voted in” counts the ${count(all.voted, "document")} whose votes are at hand.` : "No document's votes are at hand here, so rules that only spoke beside another one are not told from silent ones.";
  return el("article", { class: "rules" },
    el("h1", { tabindex: "-1" }, "Rules"),
    el("p", { class: "lede" }, `${number(used.length)} of ${count(all.rules.length, "rule")} fired. A rule's words and removals are those that it was the reason for. ${voted}`),
    el("div", { class: "scroll", role: "region", "aria-label": "Rules that fired", tabindex: "0" }, el("table", { class: "plain" }, el("caption", { class: "unseen" }, "Rules that fired"),
      el("thead", {}, el("tr", {}, RULE_HEADS.map(head))),
      el("tbody", {}, used.map(([name, label, weight, about, words, removals, documents, votes]) => el("tr", {},
        el("th", { scope: "row" }, removals ? el("a", { href: link({ rule: name }) }, el("code", {}, name)) : el("code", {}, name), el("p", { class: "muted about" }, about)),
        el("td", {}, label ? chip(label) : ""), el("td", { class: "number" }, weight === null ? "" : `${weight > 0 ? "+" : ""}${weight}`),
        [words, removals, documents, votes].map((value) => el("td", { class: "number" }, value ? number(value) : "–"))))))),
    section(`${count(never.length, "rule")} never fired`, never.length
      ? el("ul", { class: "never" }, never.map(([name, label, , about]) => el("li", {}, el("code", {}, name), " ", label ? chip(label) : "", el("p", { class: "muted about" }, about))))
      : el("p", {}, "Every rule found something.")));
}
