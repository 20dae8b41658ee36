// The round in the pocket: what is shown, when it locks by itself, when it syncs by itself.

import { el, link, p, show } from "./draw.js";
import { changed, hear, here, isOpen, leave, look } from "./open.js";
import { drawRecord } from "./record.js";
import { drawRound } from "./round.js";
import { drawLocked, drawSetUp, drawWiped } from "./setup.js";
import { drawStatus } from "./status.js";
import { sync } from "./sync.js";
import { drawCrisis, drawTold, drawVisit } from "./visit.js";
import { gone, tellGone } from "./wipe.js";

const IDLE = 5 * 60_000;
const EVERY = 2 * 60_000;
const BREATH = 15_000;
let touched = Date.now();

function lock() {
  leave();
  changed("all");
}

function draw() {
  drawStatus(sync);
  navigator.setAppBadge?.(here.waiting).catch(() => {});
  if (here.wiped) return drawWiped(here.wiped);
  if (!here.device) return drawSetUp();
  if (!isOpen()) return drawLocked();
  const [, what, id, then, more] = location.hash.split("/");
  if (what === "told") return drawTold(id);
  if (what !== "visit") return drawRound(lock);
  if (then === "crisis") return drawCrisis(id);
  return then ? drawRecord(id, then, more) : drawVisit(id);
}

// What was told of the last step stands until the next one.
function moved() {
  if (location.hash !== here.noticeAt) here.notice = "";
  draw();
}

// After a sync only lists are drawn anew: nobody loses what they are typing or reading.
function heard(what) {
  const list = isOpen() && (location.hash === "" || location.hash === "#/");
  if (what === "all" || (what === "synced" && list)) draw();
  else drawStatus(sync);
}

function breathe() {
  if (isOpen() && Date.now() - touched > IDLE) lock();
  drawStatus(sync);
}

async function begin() {
  await look();
  here.wiped = gone();
  hear(heard);
  addEventListener("hashchange", moved);
  ["pointerdown", "keydown", "input"].forEach((event) => addEventListener(event, () => { touched = Date.now(); }, { passive: true }));
  document.addEventListener("visibilitychange", () => { breathe(); if (!document.hidden) sync(); });
  addEventListener("online", sync);
  setInterval(breathe, BREATH);
  setInterval(() => { if (!document.hidden) sync(); }, EVERY);
  draw();
  if (here.wiped) await tellGone();
  else await sync();
}

const missing = [["indexedDB", window.indexedDB], ["crypto", window.crypto?.subtle], ["locks", navigator.locks]].filter(([, there]) => !there);
if (!missing.length) {
  navigator.serviceWorker?.register("/pocket/worker.js", { scope: "/pocket/" }).catch(() => {});
  begin().catch((wrong) => show(el("h1", { class: "nhsuk-heading-l" }, "My round cannot open here"), p(`The phone’s own store does not answer: ${wrong.message}`), p(link("My visits, with a signal", "/visits/"))));
}
