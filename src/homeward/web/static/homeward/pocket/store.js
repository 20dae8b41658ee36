// Where does the phone keep things? In IndexedDB. A change is told only when the phone has it on its disk.

const NAME = "homeward-pocket";
const STORES = ["plain", "sealed", "queue"];
let opened = null;

function database() {
  opened ??= new Promise((done, failed) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => STORES.forEach((name) => asked.result.createObjectStore(name));
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = () => {
      asked.result.onversionchange = () => { asked.result.close(); opened = null; };
      done(asked.result);
    };
  });
  return opened;
}

const answer = (asked) => new Promise((done, failed) => {
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});

// All of these changes or none: [store, key, value], without a value to delete. Resolves when they are on the disk.
export async function write(...changes) {
  const known = await database();
  const whole = known.transaction(STORES, "readwrite", { durability: "strict" });
  const done = new Promise((kept, failed) => {
    whole.oncomplete = kept;
    whole.onabort = whole.onerror = () => failed(whole.error ?? new Error("the phone could not keep it"));
  });
  for (const [store, key, value] of changes) {
    if (value === undefined) whole.objectStore(store).delete(key);
    else whole.objectStore(store).put(value, key);
  }
  return done;
}

export async function read(store, key) {
  return answer((await database()).transaction(store).objectStore(store).get(key));
}

export async function all(store) {
  const shelf = (await database()).transaction(store).objectStore(store);
  const [keys, values] = await Promise.all([answer(shelf.getAllKeys()), answer(shelf.getAll())]);
  return keys.map((key, place) => [key, values[place]]);
}

// Everything on this phone is gone when this resolves: what was kept, and the shell itself.
export async function destroy() {
  if (opened) (await opened).close();
  opened = null;
  await answer(indexedDB.deleteDatabase(NAME));
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("homeward-pocket-")).map((name) => caches.delete(name)));
}
