// How does a phone forget everything, and how is that told?

import { hello, post } from "./door.js";
import { here, leave, changed } from "./open.js";
import { destroy } from "./store.js";

const OWED = "homeward-pocket-gone"; // that it was wiped, until the server has heard it: no name, no record

export const WHY = {
  lost: "Somebody said that this phone was lost.",
  role_ended: "The role that it was set up for has ended.",
  wiped: "It was wiped before.",
  asked: "You asked for it.",
};

export async function wipe(why) {
  const owed = { token: here.device?.token ?? "", left_behind: here.waiting, why };
  localStorage.setItem(OWED, JSON.stringify(owed));
  leave();
  await destroy();
  Object.assign(here, { device: null, lock: null, synced: null, waiting: 0, unsettled: 0, signIn: "", wiped: owed });
  history.replaceState(null, "", "/pocket/");
  changed("all");
  await tellGone();
}

export function gone() {
  const owed = localStorage.getItem(OWED);
  return owed ? JSON.parse(owed) : null;
}

export async function tellGone() {
  const owed = gone();
  if (!owed?.token) return;
  try {
    const { csrf } = await hello("");
    await post("gone/", { left_behind: owed.left_behind }, { token: owed.token, csrf });
    localStorage.setItem(OWED, JSON.stringify({ ...owed, token: "" }));
  } catch {
    // told at the next start
  }
}

export const forgetGone = () => localStorage.removeItem(OWED);
