// How do phone and server come together? May the phone still carry anything; what waits is sent, each record by its own id; the round is renewed.

import { NoSignal, SignIn, hello, post } from "./door.js";
import { changed, here, isOpen, keepPack } from "./open.js";
import { answered } from "./queue.js";
import { wipe } from "./wipe.js";

const GONE = ["lost", "role_ended", "wiped"];

// One at a time on this phone, in however many windows it is open.
export function sync() {
  if (!here.device || here.busy) return Promise.resolve();
  return navigator.locks.request("homeward-pocket-sync", { ifAvailable: true }, (mine) => (mine ? once() : null));
}

async function once() {
  here.busy = true;
  changed();
  try {
    here.trouble = "";
    await together();
  } catch (wrong) {
    if (wrong instanceof SignIn) here.signIn = "again";
    else if (wrong instanceof NoSignal) here.trouble = "No signal.";
    else if (isOpen()) throw wrong; // locked meanwhile: what was not answered is sent again
  } finally {
    here.busy = false;
    changed(here.wiped ? "all" : "synced");
  }
}

async function together() {
  const { token } = here.device;
  const answer = await hello(token);
  if (GONE.includes(answer.standing)) return wipe(answer.standing);
  if (answer.standing === "unknown") {
    here.trouble = "Homeward does not know this phone, so nothing can be sent. Ring your team before you delete anything.";
    return;
  }
  here.skew = Date.now() - Date.parse(answer.at);
  here.signIn = answer.signed_in ? (answer.theirs ? "" : "other") : "again";
  if (here.signIn || !isOpen()) return;
  const with_ = { token, csrf: answer.csrf };
  for (const record of [...here.records]) {
    if (isOpen()) await send(record, with_);
  }
  const round = await post("round/", { waiting: here.waiting }, with_);
  if (round.status === 200 && isOpen()) await keepPack(round.told);
  else here.trouble = round.told.refused ?? "Your round could not be renewed.";
}

const SENT = ["id", "visit", "kind", "happened_at", "written_at", "words", "way", "outcome", "reason", "note", "answers", "instead_of"];

async function send(record, with_) {
  const what = Object.fromEntries(SENT.filter((name) => name in record).map((name) => [name, record[name]]));
  const { status, told } = await post("record/", what, with_);
  if (status === 200) await answered(record, told);
  else await answered(record, { state: "refused", why: told.refused ?? "The server could not take this record. Ring your team.", theirs: [] });
  changed();
}
