// Keeps the shell of the round in the pocket, so that it opens without a signal. It keeps its own files and nothing else:
// no answer about anybody is ever put into a cache, and whatever is not on the list below goes to the network untouched.
const KEPT = "homeward-pocket-{{ version }}";
const SHELL = "/pocket/";
const FILES = [{% for file in files %}"{{ file }}", {% endfor %}];

async function whole(address) {
  const answer = await fetch(address, { credentials: "same-origin", cache: "no-cache", redirect: "error" });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer;
}

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const kept = await caches.open(KEPT);
    await Promise.all([SHELL, ...FILES].map(async (address) => kept.put(address, await whole(address))));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const mine = (await caches.keys()).filter((name) => name.startsWith("homeward-pocket-") && name !== KEPT);
    await Promise.all(mine.map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const asked = new URL(event.request.url);
  if (event.request.method !== "GET" || asked.origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && asked.pathname === SHELL) {
    event.respondWith(kept(SHELL, event.request));
  } else if (FILES.includes(asked.pathname)) {
    event.respondWith(kept(asked.pathname, event.request));
  }
});

async function kept(name, request) {
  const shelf = await caches.open(KEPT);
  return (await shelf.match(name)) ?? fetch(request);
}
