// How does the phone speak with the server? Each question has an end: a line that has died says so within half a minute.

const PATIENCE = 30_000;
export class NoSignal extends Error {}
export class SignIn extends Error {}

async function ask(path, how) {
  let answer;
  try {
    answer = await fetch(`/pocket/${path}`, { credentials: "same-origin", cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(PATIENCE), ...how });
  } catch {
    throw new NoSignal();
  }
  if (answer.type === "opaqueredirect") throw new SignIn();
  if (answer.status >= 500) throw new NoSignal();
  const json = (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
  return { status: answer.status, told: json ? await answer.json().catch(() => { throw new NoSignal(); }) : {} };
}

// The page asks by itself, so this is no sign that somebody is there: an idle session may end.
const common = (token) => ({ "X-Pocket": token ?? "", "X-Fragment": "1" });

export const hello = async (token) => (await ask("hello/", { headers: common(token) })).told;

export function post(path, what, { token, csrf }) {
  return ask(path, { method: "POST", headers: { ...common(token), "Content-Type": "application/json", "X-CSRFToken": csrf }, body: JSON.stringify(what) });
}
