// What is open at the moment? Read after the passphrase, forgotten when locked. Told to whoever draws it.

import { isOpen, seal, shut, unseal } from "./lock.js";
import { all, read, write } from "./store.js";

const EMPTY = { pack: null, records: [], drafts: new Map() };
export const here = { device: null, lock: null, synced: null, waiting: 0, unsettled: 0, signIn: "", trouble: "", busy: false, wiped: null, notice: "", noticeAt: "", ...EMPTY };
const hearers = new Set();

export const hear = (act) => hearers.add(act);
export const changed = (what = "status") => hearers.forEach((act) => act(what));

// What may be known while locked: which phone, when it last synced, how many records wait.
export async function look() {
  const [device, lock, synced, queue] = await Promise.all([read("plain", "device"), read("plain", "lock"), read("plain", "synced"), all("queue")]);
  Object.assign(here, { device: device ?? null, lock: lock ?? null, synced: synced ?? null });
  here.waiting = queue.filter(([, each]) => each.state === "waiting").length;
  here.unsettled = queue.length - here.waiting;
}

// Everything, once the lock is open. A round past its day is not shown again.
export async function enter() {
  const [pack, queue, sealed] = await Promise.all([read("sealed", "pack"), all("queue"), all("sealed")]);
  here.pack = pack ? await unseal("pack", pack) : null;
  if (here.pack && Date.parse(here.pack.good_until) < Date.now()) {
    here.pack = null;
    await write(["sealed", "pack"]);
  }
  here.records = await Promise.all(queue.map(async ([key, each]) => ({ ...(await unseal(key, each.sealed)), state: each.state })));
  here.records.sort((one, other) => one.written_at.localeCompare(other.written_at));
  const drafts = sealed.filter(([key]) => key.startsWith("draft:"));
  here.drafts = new Map(await Promise.all(drafts.map(async ([key, each]) => [key, await unseal(key, each)])));
}

export function leave() {
  shut();
  Object.assign(here, EMPTY, { drafts: new Map(), records: [], notice: "" });
}

export async function keepPack(pack) {
  here.pack = pack;
  here.synced = { at: pack.at, phone: Date.now() };
  await write(["sealed", "pack", await seal("pack", pack)], ["plain", "synced", here.synced]);
}

export const stopOf = (visit) => here.pack?.stops.find((each) => each.id === visit) ?? null;
export const recordsOf = (visit) => here.records.filter((each) => each.visit === visit && each.kind !== "read");
export { isOpen };
