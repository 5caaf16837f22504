// The reason of a line, on hover and on focus. It stays while the pointer is on it, and Escape hides it.

const tip = () => document.getElementById("tip");
let tipFor = null;
let hiding = 0;

function showTip(anchor, content) {
  clearTimeout(hiding);
  const box = tip();
  if (tipFor !== anchor) {
    hideTip();
    box.replaceChildren(...content());
    tipFor = anchor;
    anchor.setAttribute("aria-describedby", "tip");
  }
  box.hidden = false;
  placeTip(box);
}

function placeTip(box) {
  const place = tipFor.getBoundingClientRect();
  const above = place.bottom + box.offsetHeight + 12 > innerHeight && place.top > box.offsetHeight + 12;
  box.style.setProperty("left", `${Math.max(8, Math.min(place.left, innerWidth - box.offsetWidth - 8))}px`);
  box.style.setProperty("top", `${above ? place.top - box.offsetHeight - 6 : place.bottom + 6}px`);
}

function hideTip() {
  clearTimeout(hiding);
  tipFor?.removeAttribute("aria-describedby");
  tipFor = null;
  tip().hidden = true;
}

const hideTipSoon = () => { clearTimeout(hiding); hiding = setTimeout(hideTip, 180); };

function setUpTip() {
  tip().addEventListener("pointerenter", () => clearTimeout(hiding));
  tip().addEventListener("pointerleave", hideTipSoon);
  addEventListener("keydown", (event) => { if (event.key === "Escape") hideTip(); });
  addEventListener("scroll", () => { if (tipFor?.closest("tr").matches(":hover, :focus-within")) placeTip(tip()); else hideTip(); }, { passive: true });
}
