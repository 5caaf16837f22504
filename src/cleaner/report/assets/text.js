// Elements and text. Whatever the page shows goes through el(), where every string becomes a text node, with the
// characters that nobody can see written out. There is no other way into the document.

const JOINED = "\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}" +
  "\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}" +
  "\\p{Script=Sinhala}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\u{fe0f}";

// Controls, directional marks, zero-width characters, fillers, tags and lone surrogates. The two joiners are letters of
// some scripts and of emoji, and are written out only where they join nothing.
const UNSEEN = new RegExp(
  "[\\u{0}-\\u{8}\\u{b}-\\u{1f}\\u{7f}-\\u{9f}\\u{ad}\\u{34f}\\u{61c}\\u{115f}\\u{1160}\\u{17b4}\\u{17b5}" +
  "\\u{180b}-\\u{180f}\\u{200b}\\u{200e}\\u{200f}\\u{2028}-\\u{202e}\\u{2060}-\\u{206f}\\u{3164}\\u{fe00}-\\u{fe0e}" +
  "\\u{feff}\\u{ffa0}\\u{fff0}-\\u{fffb}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}]|\\p{Surrogate}" +
  `|(?<![${JOINED}])[\\u200c\\u200d]|[\\u200c\\u200d](?![${JOINED}])|(?<!\\p{Emoji})\\u{fe0f}`, "gu");

const codeOf = (character) => "U+" + character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");

/** A text with its unseen characters written out, for places that hold no elements. */
const visible = (text) => String(text).replace(UNSEEN, (character) => `⟨${codeOf(character)}⟩`);

/** A text as nodes, with its unseen characters as marked escapes. */
function say(text) {
  const made = document.createDocumentFragment();
  let at = 0;
  for (const match of text.matchAll(UNSEEN)) {
    if (match.index > at) made.append(document.createTextNode(text.slice(at, match.index)));
    const code = document.createElement("code");
    code.className = "unseen-character";
    code.textContent = codeOf(match[0]);
    made.append(code);
    at = match.index + match[0].length;
  }
  made.append(document.createTextNode(text.slice(at)));
  return made;
}

/** An element: attributes by name (true for one without value, null for none), listeners as on…, then its children. */
function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : visible(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    made.append(child instanceof Node ? child : say(String(child)));
  }
  return made;
}

/** Text of a document: set apart, so that its direction does not reach what stands beside it. */
const quoted = (tag, attributes, text) => el(tag, { dir: "auto", ...attributes }, text);

const numbers = new Intl.NumberFormat("en");
const count = (number, thing) => `${numbers.format(number)} ${thing}${number === 1 ? "" : "s"}`;
const number = (value) => numbers.format(value);

/** A share as people write it: whole per cent, and none or all only where it is none or all. */
function percent(part, whole = 1) {
  if (!whole) return "–";
  const share = 100 * part / whole;
  if (share > 0 && share < 1) return "<1 %";
  if (share > 99 && share < 100) return ">99 %";
  return `${Math.round(share)} %`;
}

/** Set a custom property; the policy allows no style attribute, but a script may set single properties. */
function sized(element, share) {
  element.style.setProperty("--share", String(Math.max(0, Math.min(1, share || 0))));
  return element;
}

const announce = (text) => { document.getElementById("status").textContent = visible(text); };
