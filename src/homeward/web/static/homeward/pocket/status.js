// When was the phone last in step, and what waits on it? Always in sight, and loud when it is too long ago.

import { clockFace, said, span } from "./clock.js";
import { el } from "./draw.js";
import { here } from "./open.js";

const USUAL = 30;
const SKEWED = 5 * 60_000;

function when() {
  if (!here.synced) return { words: "Never synced.", loud: true };
  const age = Date.now() - here.synced.phone;
  const loud = age < -60_000 || age > (here.pack?.loud_after ?? USUAL) * 60_000;
  const ago = age < 60_000 ? "just now" : `${span(age)} ago`;
  return { words: `Last synced ${age > 20 * 3_600_000 ? said(here.synced.at) : clockFace(here.synced.at)}, ${ago}.`, loud };
}

function what() {
  const waits = here.waiting ? `${here.waiting} record${here.waiting === 1 ? " waits" : "s wait"} on this phone.` : "Nothing waits to be sent.";
  return here.unsettled ? `${waits} ${here.unsettled} to settle.` : waits;
}

export function drawStatus(act) {
  const place = document.getElementById("status");
  place.hidden = !here.device;
  if (!here.device) return;
  const { words, loud } = when();
  const clock = Math.abs(here.skew ?? 0) > SKEWED ? `This phone’s clock is ${span(Math.abs(here.skew))} ${here.skew > 0 ? "fast" : "slow"}: set it right.` : "";
  place.className = `hw-pocket-status${loud || here.signIn ? " hw-pocket-status--loud" : here.waiting ? " hw-pocket-status--waits" : ""}`;
  const lines = [loud && here.synced ? `Not synced. ${words}` : words, what(), here.busy ? "Syncing…" : here.trouble, clock].filter(Boolean);
  const shown = lines.join(" ");
  if (place.dataset.shown === shown + here.signIn) return;
  place.dataset.shown = shown + here.signIn;
  const ask = here.signIn === "other" ? "Somebody else is signed in here. Sign in as yourself" : "Sign in again";
  place.replaceChildren(
    el("p", { class: "nhsuk-u-visually-hidden", role: "status" }, [loud ? "Not synced." : "", what(), here.trouble].filter(Boolean).join(" ")),
    el("p", { class: "hw-pocket-status-words" }, el("strong", {}, lines[0]), ` ${lines.slice(1).join(" ")}`),
    here.signIn ? el("a", { class: "hw-pocket-status-act", href: "/sign-in/?next=/pocket/" }, `${ask} to sync`) : el("button", { class: "hw-pocket-status-act", type: "button", on: { click: act } }, "Sync now"),
  );
}
