// The data: blocks of compressed JSON, each read when it is asked for.

const KEPT_PIECES = 12; // decoded and kept, the last used ones
const decoded = new Map();

const arrived = new Promise((resolve) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve, { once: true });
  else resolve();
});

async function decode(name) {
  if (!document.getElementById(name)) await arrived; // the page is still being read, and this block comes later
  const block = document.getElementById(name);
  if (!block) throw new Error(`The page ends before its block ${name}; make the report again.`);
  const bytes = Uint8Array.from(atob(block.textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

/** A block's data; decoded once as long as it is among the last that were used. */
function piece(name) {
  const known = decoded.get(name) ?? decode(name);
  decoded.delete(name);
  decoded.set(name, known);
  if (decoded.size > KEPT_PIECES) decoded.delete(decoded.keys().next().value);
  return known;
}

const report = { overview: null, rows: null, groups: new Map() };

/** A document with its lines, by its place among the rows. */
async function documentAt(index) {
  const size = report.overview.piece;
  return (await piece(`piece-${Math.floor(index / size)}`))[index % size];
}

// Places in a row, as `_row` writes it.
const PATH = 0, TITLE = 1, SITE = 2, LANGUAGE = 3, DATE = 4, KIND = 5, IN = 6, OUT = 7, SHARE = 8, FLAGS = 9, LABELS = 10,
  RULES = 11, VOTED = 12;

const groupOf = (label) => report.groups.get(label) ?? (label ? "dropped" : "kept");

const FLAG_MEANINGS = {
  over_removed: "More went than usual, and running text was among it.",
  mostly_boilerplate: "More went than usual, and hardly any of it was running text.",
  consent_page: "The page asks for consent and shows no article.",
  paywall: "The page stops where readers have to pay.",
  truncated: "The input ends in the middle.",
  empty: "Nothing was kept.",
  non_article: "The page is no article.",
  encoding_repaired: "Letters that had been decoded wrongly were mended.",
  date_ambiguous: "The date can be read in two ways.",
  duplicate: "Another document has the same words.",
  near_duplicate: "Another document has nearly the same words.",
};
