// How is what the phone keeps sealed? With a random key (AES-GCM, 256 bits), itself sealed with the passphrase (PBKDF2). No key is ever stored.

const ITERATIONS = 600_000; // OWASP Password Storage Cheat Sheet for PBKDF2-HMAC-SHA256, read in November 2026
const random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));
const bytes = (words) => new TextEncoder().encode(words);
let key = null;

export const isOpen = () => key !== null;
export const shut = () => { key = null; };

async function fromPassphrase(passphrase, salt, iterations) {
  const typed = await crypto.subtle.importKey("raw", bytes(passphrase.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(how, typed, { name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
}

// A new key, sealed: what may be kept. The lock is open afterwards.
export async function make(passphrase) {
  const kept = { salt: random(16), iterations: ITERATIONS, iv: random(12) };
  const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
  const outer = await fromPassphrase(passphrase, kept.salt, kept.iterations);
  kept.wrapped = await crypto.subtle.wrapKey("raw", fresh, outer, { name: "AES-GCM", iv: kept.iv });
  await open(kept, passphrase);
  return kept;
}

// Is this the passphrase? Then the lock is open.
export async function open(kept, passphrase) {
  const outer = await fromPassphrase(passphrase, kept.salt, kept.iterations);
  try {
    const how = { name: "AES-GCM", iv: kept.iv };
    key = await crypto.subtle.unwrapKey("raw", kept.wrapped, outer, how, "AES-GCM", false, ["encrypt", "decrypt"]);
  } catch {
    return false;
  }
  return true;
}

// `name` is sealed in with it, so that nothing can be put in the place of another.
export async function seal(name, what) {
  const iv = random(12);
  const how = { name: "AES-GCM", iv, additionalData: bytes(name) };
  return { iv, data: await crypto.subtle.encrypt(how, key, bytes(JSON.stringify(what))) };
}

export async function unseal(name, sealed) {
  const how = { name: "AES-GCM", iv: sealed.iv, additionalData: bytes(name) };
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, sealed.data)));
}
