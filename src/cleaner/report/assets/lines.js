// The lines of a document: the original beside the clean body, each line with its label, its reason and its marks.

const FIRST = 0, LAST = 1, TEXT = 2, RAW = 3, LABEL = 4, STAYED = 5, BODY = 6, WHY = 7; // as `detail` writes a line
const AT_ONCE = 1000; // lines that are drawn before a button asks for more

const score = (value) => `${value > 0 ? "+" : ""}${Number(value).toFixed(1)}`;
const place = (line) => (line[FIRST] === line[LAST] ? String(line[FIRST] || "") : `${line[FIRST]}–${line[LAST]}`);
const bodyOf = (line) => (line[BODY] === 1 ? line[TEXT] : line[BODY] || "");

/** What is said of a line: label, rule and evidence, score, and who overruled whom. */
function reason(line) {
  const heading = el("p", {}, chip(line[LABEL]), " ", line[STAYED] ? "stays in the body" : groupOf(line[LABEL]) === "metadata" ? "is metadata, not body" : "is taken out");
  if (!line[WHY]) return [heading, el("p", { class: "muted" }, "Nothing asked for it to go. The reasons of lines that stay come with the votes.")];
  const [rule, evidence, value, own, settledBy] = line[WHY];
  const overruled = own && own !== line[LABEL] ? el("p", { class: "muted" }, "Alone it would be ", chip(own), ", settled by ", el("code", {}, settledBy), ".") : null;
  return [heading, el("p", {}, el("code", {}, rule), " ", quoted("span", { class: "evidence" }, evidence)),
    el("p", { class: "muted" }, `Score ${score(value)}: the log-odds of keeping it, above 0 for, below 0 against.`), overruled].filter(Boolean);
}

function votesTable(votes) {
  if (!votes?.length) return el("p", { class: "muted" }, "No rule voted on this line.");
  return el("table", { class: "votes" }, el("caption", {}, count(votes.length, "vote")),
    el("thead", {}, el("tr", {}, ["For", "Weight", "Rule", "Because"].map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, votes.map(([label, rule, weight, because]) => el("tr", {}, el("td", {}, chip(label)), el("td", { class: "number" }, score(weight)),
      el("th", { scope: "row" }, el("code", {}, rule)), quoted("td", {}, because)))));
}

/** The table; `shown` is the document, `at` its place among the rows. */
function linesTable(shown, at) {
  const body = el("tbody", {});
  const table = el("table", { class: "lines", "data-show": "both", "data-at": String(at), "data-path": report.rows[at][PATH] }, el("caption", { class: "unseen" }, "The original beside the clean body, line by line. Arrow keys move between lines, Enter opens a line, M marks it as wrong."),
    el("thead", {}, el("tr", {}, [["Line", "at"], ["Label", "label"], ["Original", "original"], ["Clean body", "clean"], ["Mark", "mark"]].map(([head, style]) => el("th", { scope: "col", class: style }, head)))), body);
  let drawn = 0;
  const more = el("button", { type: "button", class: "more", onclick: () => draw(AT_ONCE) });
  const draw = (size) => {
    const end = Math.min(shown.lines.length, drawn + size);
    for (; drawn < end; drawn += 1) body.append(lineRow(shown, at, drawn));
    more.textContent = `Show ${number(Math.min(AT_ONCE, shown.lines.length - drawn))} more of ${number(shown.lines.length)} lines`;
    more.hidden = drawn === shown.lines.length;
  };
  draw(AT_ONCE);
  listen(table, shown, at);
  body.querySelector("button.chip")?.setAttribute("tabindex", "0");
  return el("div", { class: "sheet" }, table, more);
}

/** How many neighbours went together, said once in the place where they would stand in the clean body. */
function gap(lines, i) {
  const label = lines[i][LABEL];
  if (lines[i][STAYED] || (i > 0 && !lines[i - 1][STAYED] && lines[i - 1][LABEL] === label)) return null;
  let end = i;
  while (end < lines.length && !lines[end][STAYED] && lines[end][LABEL] === label) end += 1;
  return el("span", { class: "gap" }, `${count(end - i, "line")}: ${label}`);
}

function lineRow(shown, at, i) {
  const line = shown.lines[i];
  const mark = marks.of(at, i);
  const group = line[STAYED] ? "kept" : groupOf(line[LABEL]);
  const wide = i > 0 && line[FIRST] - shown.lines[i - 1][LAST] > 1;
  return el("tr", { "data-i": String(i), "data-label": line[LABEL] || "kept", "data-group": group, "data-mark": mark?.verdict ?? null, class: wide ? "apart" : null },
    el("td", { class: "at" }, place(line)),
    el("td", { class: "label" }, el("button", { type: "button", class: "chip", tabindex: "-1", "aria-expanded": "false", "data-label": line[LABEL] || "kept", "data-group": group }, line[LABEL] || "kept")),
    quoted("td", { class: "original" }, line[RAW] ? line[RAW].replaceAll("\r\n", "\n") : line[TEXT]),
    line[STAYED] ? quoted("td", { class: "clean" }, bodyOf(line)) : el("td", { class: "clean" }, gap(shown.lines, i)),
    el("td", { class: "mark" }, markButton(line, mark)));
}

function markButton(line, mark) {
  const [name, full] = line[STAYED] ? ["should go", "This line should have gone"] : ["should stay", "This line should have stayed"];
  return el("button", { type: "button", class: "mark", tabindex: "-1", "aria-pressed": mark ? "true" : "false", "aria-label": full }, name);
}

/** Open or close what is known of a line, in a row below it. */
function toggle(row, shown, at) {
  const button = row.querySelector("button.chip");
  const open = button.getAttribute("aria-expanded") === "true";
  button.setAttribute("aria-expanded", String(!open));
  if (open) { row.nextElementSibling.remove(); return; }
  hideTip();
  const i = Number(row.dataset.i);
  row.after(el("tr", { class: "more-of-line" }, el("td", { colspan: "5" }, el("div", { class: "reason" }, reason(shown.lines[i])),
    shown.votes ? votesTable(shown.votes[i]) : el("p", { class: "muted" }, "The votes of this document are not in this report; make it with --votes for more documents."),
    relabel(shown.lines[i], at, i))));
}

/** Which label a line should have had, once it is marked as wrongly kept. */
function relabel(line, at, i) {
  const mark = marks.of(at, i);
  if (mark?.verdict !== "kept") return null;
  const select = el("select", { onchange: (event) => marks.set(at, i, { verdict: "kept", label: event.target.value }) },
    [...report.groups].filter(([, group]) => group !== "kept").map(([label]) => { const option = el("option", { value: label }, label); option.selected = label === mark.label; return option; }));
  return el("p", {}, el("label", {}, "It should have been taken out as ", select));
}

/** Mark a line as wrong, or lift the mark. */
function toggleMark(row, shown, at) {
  const i = Number(row.dataset.i);
  const line = shown.lines[i];
  const mark = marks.of(at, i) ? null : line[STAYED] ? { verdict: "kept", label: likelyLabel(shown.lines, i) } : { verdict: "removed", label: "body" };
  marks.set(at, i, mark);
  if (mark) row.dataset.mark = mark.verdict; else delete row.dataset.mark;
  row.querySelector("button.mark").setAttribute("aria-pressed", String(Boolean(mark)));
  if (row.querySelector("button.chip").getAttribute("aria-expanded") === "true") { toggle(row, shown, at); toggle(row, shown, at); }
  announce(!mark ? "The mark is lifted." : mark.verdict === "kept" ? `Marked: should have gone, as ${mark.label}.` : "Marked: should have stayed.");
}

/** The label of the nearest line that was dropped: residue comes in runs. */
function likelyLabel(lines, i) {
  for (let far = 1; far < lines.length; far += 1) {
    for (const near of [lines[i + far], lines[i - far]]) if (near && groupOf(near[LABEL]) === "dropped") return near[LABEL];
  }
  return "navigation";
}

function listen(table, shown, at) {
  const rowOf = (target) => target.closest("tr[data-i]");
  const told = (row) => () => reason(shown.lines[Number(row.dataset.i)]);
  table.addEventListener("click", (event) => {
    const row = rowOf(event.target);
    if (row && event.target.closest("button.chip")) toggle(row, shown, at);
    if (row && event.target.closest("button.mark")) toggleMark(row, shown, at);
  });
  table.addEventListener("pointerover", (event) => {
    const cell = event.pointerType === "mouse" && event.target.closest("td.original, td.label");
    if (cell) showTip(rowOf(cell).querySelector("button.chip"), told(rowOf(cell)));
  });
  table.addEventListener("pointerout", hideTipSoon);
  table.addEventListener("focusin", (event) => {
    const button = event.target.closest("button.chip");
    if (!button) return;
    for (const other of table.querySelectorAll("button.chip[tabindex='0']")) other.setAttribute("tabindex", "-1");
    button.setAttribute("tabindex", "0"); // one stop of the Tab key in the whole table; arrows move within it
    if (button.matches(":focus-visible")) showTip(button, told(rowOf(button)));
  });
  table.addEventListener("focusout", hideTipSoon);
  table.addEventListener("keydown", (event) => {
    const row = rowOf(event.target);
    if (!row || event.altKey || event.ctrlKey || event.metaKey || event.target.matches("select")) return;
    const rows = [...table.querySelectorAll("tr[data-i]")].filter((one) => one.getClientRects().length);
    const goal = { ArrowDown: rows[rows.indexOf(row) + 1], ArrowUp: rows[rows.indexOf(row) - 1], Home: rows[0], End: rows.at(-1) }[event.key];
    if (goal) goal.querySelector("button.chip").focus();
    else if (event.key === "m" || event.key === "M") toggleMark(row, shown, at);
    else if (event.key === "ArrowRight") row.querySelector("button.mark").focus();
    else if (event.key === "ArrowLeft") row.querySelector("button.chip").focus();
    else return;
    event.preventDefault();
  });
}
