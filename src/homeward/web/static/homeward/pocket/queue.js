// How is a record kept until it is sent? On the phone's disk, sealed, before anybody is told that it is kept.

import { changed, here, look, stopOf } from "./open.js";
import { seal } from "./lock.js";
import { write } from "./store.js";

const entry = async ({ state, ...record }) => ({ state, sealed: await seal(record.id, record) });

// `record` waits from now on, the draft it came from is gone, and what it mends is no longer here: all at once or not at all.
export async function keep(record, { draft = null, mends = null } = {}) {
  const whole = { id: crypto.randomUUID(), written_at: new Date().toISOString(), ...record, ...(mends ? { instead_of: mends } : {}) };
  const changes = [["queue", whole.id, await entry({ ...whole, state: "waiting" })]];
  if (draft) changes.push(["sealed", draft]);
  if (mends) changes.push(["queue", mends]);
  await write(...changes);
  here.records = [...here.records.filter((each) => each.id !== mends), { ...whole, state: "waiting" }];
  here.drafts.delete(draft);
  await look();
  changed();
  return whole;
}

export async function keepDraft(name, draft) {
  here.drafts.set(name, draft);
  await write(["sealed", name, await seal(name, draft)]);
}

export async function dropDraft(name) {
  here.drafts.delete(name);
  await write(["sealed", name]);
}

// What the server said of a record: taken or settled ones leave the phone, the others stay until a person has settled them.
export async function answered(record, answer) {
  const over = answer.state === "taken" || answer.state === "settled";
  const now = { ...record, state: over ? answer.state : answer.state === "kept" ? "waiting" : answer.state, why: answer.why, theirs: answer.theirs ?? [] };
  const changes = [["queue", record.id, over ? undefined : await entry(now)]];
  const stop = over && ["contact", "not_seen"].includes(record.kind) ? stopOf(record.visit) : null;
  if (stop?.open) {
    Object.assign(stop, { open: false, state_words: record.kind === "contact" ? "Seen" : "Not seen", contact_at: record.happened_at, by: here.pack.who });
    changes.push(["sealed", "pack", await seal("pack", here.pack)]);
  }
  await write(...changes);
  here.records = over ? here.records.filter((each) => each.id !== record.id) : here.records.map((each) => (each.id === record.id ? now : each));
  await look();
}
