// Which view is shown: the address after the # says it.

let lastList = null; // the address of the last list of documents, for the way back
let drawing = 0;

const go = (view, state) => { location.hash = `#/${view}?${new URLSearchParams(state)}`; };

async function viewOf(path, state) {
  const [name, at] = path.split("/").filter(Boolean);
  if (name !== undefined && report.rows === null) {
    report.rows = await decode("rows");
    marks.recall();
  }
  if (name === "documents") return documentsView(state);
  if (name === "document") {
    if (!shownPlaces.length) shownPlaces = selected(new URLSearchParams(), null);
    return documentView(Number(at), state);
  }
  if (name === "rules") return rulesView(state);
  if (name === "marks") return marksView();
  return overviewView();
}

async function show() {
  const mine = ++drawing;
  hideTip();
  const [path, query] = location.hash.replace(/^#\/?/u, "").split("?");
  const state = new URLSearchParams(query ?? "");
  let view;
  try {
    view = await viewOf(path, state);
  } catch (error) {
    view = el("article", {}, el("h1", { tabindex: "-1" }, "This cannot be shown"), el("p", { class: "note" }, String(error?.message ?? error)));
  }
  if (mine !== drawing) return; // another view was asked for meanwhile
  if (path === "documents") lastList = location.hash;
  const main = document.getElementById("main");
  main.replaceChildren(view);
  const heading = view.querySelector("h1");
  document.title = `${heading.textContent} · ${visible(report.overview.title)}`;
  for (const one of document.querySelectorAll("header nav a")) {
    const own = one.getAttribute("href").slice(2);
    if (own === path.split("/")[0] || (own === "documents" && path.startsWith("document/"))) one.setAttribute("aria-current", "page");
    else one.removeAttribute("aria-current");
  }
  if (mine > 1 && !state.has("line")) { heading.focus({ preventScroll: true }); if (!state.has("sort")) scrollTo(0, 0); }
}

/** Turn to the other of light and dark than the one that is seen. */
function setUpTheme() {
  document.getElementById("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
}

async function start() {
  setUpTheme();
  setUpTip();
  report.overview = await decode("overview");
  for (const [label, group] of report.overview.vocabulary) report.groups.set(label, group);
  addEventListener("hashchange", show);
  document.querySelector("a.skip").addEventListener("click", (event) => { event.preventDefault(); document.querySelector("main h1").focus(); });
  await show();
  if (report.rows === null) { report.rows = await decode("rows"); marks.recall(); }
}

start();
