// Keeps an open list true without a reload: is sent the rows that changed, or hears which and fetches only those, and says
// politely what happened.
// The list works without this; everything here only saves pressing Refresh.

const board = document.querySelector("[data-board]");
const rows = document.getElementById("board-rows");
const status = document.getElementById("board-status");
const { one = "referral", many = "referrals" } = board.dataset;
const WAIT = 5; // milliseconds; while one fetch is under way, further changes join the next
const MOST = 60; // more changes than this at once: fetch the whole list
const PAUSE = 2000; // milliseconds between two sentences: what changes meanwhile is said in one

let waiting = new Set();
let whole = false;
let busy = false;
let timer = 0;
let opened = 0;
let sent = []; // fragments that came while a fetch was under way: they are newer, so they are drawn after it
let heard = { changed: [], gone: 0, at: false };
let speaking = 0;

function address(ids) {
  const url = new URL(board.dataset.rows, location.href);
  for (const [name, value] of new URLSearchParams(location.search)) url.searchParams.append(name, value);
  if (ids) url.searchParams.set("ids", ids.join(","));
  return url;
}

function later() {
  if (!timer && !busy) timer = setTimeout(refresh, WAIT);
}

async function refresh() {
  timer = 0;
  if (busy || (!whole && !waiting.size)) return;
  const all = whole || waiting.size > MOST || new URLSearchParams(location.search).has("page");
  const ids = all ? null : [...waiting];
  waiting = new Set();
  whole = false;
  busy = true;
  try {
    const answer = await fetch(address(ids), { headers: { "X-Fragment": "1" }, credentials: "same-origin" });
    if (answer.redirected || answer.status === 401 || answer.status === 403) return over();
    if (!answer.ok) throw new Error(String(answer.status));
    apply(new DOMParser().parseFromString(await answer.text(), "text/html"), ids);
  } catch {
    whole = true;
    setTimeout(later, 3000);
  } finally {
    busy = false;
    for (const each of sent.splice(0)) draw(each);
    if (waiting.size || whole) later();
  }
}

// A fragment as the pages would have answered it for these rows, drawn once for all who see this list alike.
function draw({ ids, html }) {
  apply(new DOMParser().parseFromString(html, "text/html"), ids);
}

function apply(found, ids) {
  const token = document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
  for (const field of found.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token; // forms are this page's own
  const focused = document.activeElement?.id;
  const fresh = new Map([...found.querySelectorAll("[data-row]")].map((row) => [row.dataset.row, row]));
  const asked = ids ?? [...new Set([...fresh.keys(), ...[...rows.children].map((row) => row.dataset.row)])];
  const changed = [];
  let gone = 0;
  for (const id of asked) {
    const old = rows.querySelector(`[data-row="${CSS.escape(id)}"]`);
    const row = fresh.get(id);
    if (old && row && old.dataset.mark === row.dataset.mark) continue;
    if (!row) {
      if (old) gone += 1;
      old?.remove();
      continue;
    }
    old?.remove();
    insert(document.adoptNode(row));
    row.classList.add("hw-flash");
    changed.push(row.dataset.said);
  }
  for (const part of ["board-told", "board-first", "board-counts", "board-pages", "board-none"]) swap(part, found);
  say(changed, gone);
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function insert(row) {
  const before = [...rows.children].find((other) => Number(other.dataset.sort) > Number(row.dataset.sort));
  rows.insertBefore(row, before ?? null);
}

function swap(id, found) {
  const here = document.getElementById(id);
  const there = found.getElementById(id);
  for (const each of here?.querySelectorAll("details[id][open]") ?? []) there?.querySelector(`#${CSS.escape(each.id)}`)?.setAttribute("open", "");
  if (here && there && here.innerHTML !== there.innerHTML) here.replaceChildren(...there.childNodes);
}

function say(changed, gone) {
  heard = { changed: [...heard.changed, ...changed], gone: heard.gone + gone, at: true };
  if (!speaking) speak();
}

function speak() {
  const { changed, gone } = heard;
  heard = { changed: [], gone: 0, at: false };
  const clock = new Date().toLocaleTimeString("en-GB", { hour: "numeric", minute: "2-digit", hour12: true, timeZone: "Europe/London" });
  const words = changed.length === 1 ? [changed[0]] : changed.length ? [`${changed.length} ${many} changed`] : [];
  if (gone) words.push(gone === 1 ? `1 ${one} left this list` : `${gone} ${many} left this list`);
  const whole = `Live. ${words.length ? `${words.join(". ")}. ` : ""}As of ${clock.replace(/\s/g, "").toLowerCase()}.`;
  if (status.textContent !== whole) status.textContent = whole;
  speaking = setTimeout(() => ((speaking = 0), heard.at && speak()), PAUSE);
}

function over() {
  clearTimeout(speaking);
  status.textContent = "You have been signed out, so this list no longer changes by itself. Sign in again to go on.";
  source.close();
}

const here = address();
const source = new EventSource(`${board.dataset.live}?list=${encodeURIComponent(here.pathname + here.search)}`, { withCredentials: true });
source.addEventListener("open", () => {
  opened += 1;
  board.dataset.state = "live";
  if (opened > 1) {
    whole = true;
    later();
  } else {
    say([], 0);
  }
});
source.addEventListener("changed", (event) => {
  for (const each of JSON.parse(event.data)) {
    if (each.of === board.dataset.of) waiting.add(each.id);
    if (each.of === board.dataset.also) whole = true;
  }
  if (waiting.size || whole) later();
});
source.addEventListener("rows", (event) => {
  const each = JSON.parse(event.data);
  if (busy) sent.push(each);
  else draw(each);
});
source.addEventListener("afresh", () => {
  whole = true;
  later();
});
source.addEventListener("over", over);
source.addEventListener("error", () => {
  board.dataset.state = "waiting";
  if (source.readyState === EventSource.CLOSED) setInterval(() => ((whole = true), later()), 20000);
});
// However quiet the stream, the list is never more than a minute old.
setInterval(() => ((whole = true), later()), 60000);
