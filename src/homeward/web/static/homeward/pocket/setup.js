// What is shown before the round: setting the phone up, opening it, and that it was wiped.

import { NoSignal, SignIn, hello, post } from "./door.js";
import { button, el, p, problems, show } from "./draw.js";
import { changed, enter, here, look } from "./open.js";
import { make, open } from "./lock.js";
import { write } from "./store.js";
import { sync } from "./sync.js";
import { WHY, forgetGone, wipe } from "./wipe.js";

const SHORTEST = 12;

function field(id, label, how = {}, hint = "") {
  return el("div", { class: "nhsuk-form-group" }, el("label", { class: "nhsuk-label nhsuk-label--s", for: id }, label),
    hint ? el("div", { class: "nhsuk-hint", id: `${id}-hint` }, hint) : null,
    el("input", { class: "nhsuk-input", id, name: id, "aria-describedby": hint ? `${id}-hint` : null, ...how }));
}

function form(send, ...inside) {
  const found = el("div", {});
  const made = el("form", { novalidate: true }, found, ...inside);
  made.addEventListener("submit", async (event) => {
    event.preventDefault();
    const press = made.querySelector("button[type=submit]");
    press.disabled = true;
    found.replaceChildren();
    const wrong = await send(made.elements).catch((error) => [[error instanceof NoSignal ? "There is no signal. Try again where there is one." : `This did not work: ${error.message}`, ""]]);
    press.disabled = false;
    if (!wrong.length) return;
    const told = problems(wrong);
    found.replaceChildren(told);
    told.focus();
  });
  return made;
}

const submit = (words) => el("button", { class: "nhsuk-button", type: "submit" }, words);

export function drawWiped(owed) {
  const lost = owed.left_behind ? p(el("strong", {}, `${owed.left_behind} record${owed.left_behind === 1 ? "" : "s"} had not been sent. `), "Your team can see that. Write them again on the visits’ own pages.") : null;
  show(el("h1", { class: "nhsuk-heading-l" }, "This phone was wiped"), p(`${WHY[owed.why] ?? ""} Everything that it carried has been deleted.`), lost,
    p("If this is your phone and you still need it for your round, set it up again."),
    button("Set up this phone", () => { forgetGone(); here.wiped = null; changed("all"); }));
}

export async function drawSetUp() {
  let who = null;
  try {
    who = await hello("");
  } catch (wrong) {
    if (!(wrong instanceof NoSignal || wrong instanceof SignIn)) throw wrong;
    who = wrong instanceof SignIn ? { signed_in: false } : null;
  }
  if (who === null) {
    show(el("h1", { class: "nhsuk-heading-l" }, "Set up this phone"), p("There is no signal. A phone is set up once, where there is one."), button("Try again", () => changed("all")));
  } else if (!who.signed_in) {
    show(el("h1", { class: "nhsuk-heading-l" }, "Set up this phone"), p("Sign in first, with an account that makes visits. Then your round comes along on this phone."),
      el("a", { class: "nhsuk-button", href: "/sign-in/?next=/pocket/" }, "Sign in"));
  } else {
    show(el("h1", { class: "nhsuk-heading-l" }, "Set up this phone"),
      p(`Today’s round of ${who.name} comes along on this phone and works without a signal.`),
      p("What it carries is sealed with a passphrase. Nobody can tell you the passphrase if you forget it: what was not sent is then lost."),
      form((typed) => setUp(typed, who.csrf),
        field("name", "A name for this phone", { maxlength: 60, autocomplete: "off", value: "Work phone" }, "So that you can say which one was lost."),
        field("passphrase", "Passphrase", { type: "password", autocomplete: "new-password" }, `At least ${SHORTEST} letters: three or four words that you will remember.`),
        field("again", "The passphrase again", { type: "password", autocomplete: "new-password" }),
        submit("Set up this phone")));
  }
}

async function setUp({ name, passphrase, again }, csrf) {
  const wrong = [];
  if (!name.value.trim()) wrong.push(["Give this phone a name.", "name"]);
  if (passphrase.value.length < SHORTEST) wrong.push([`The passphrase must have at least ${SHORTEST} letters.`, "passphrase"]);
  else if (passphrase.value !== again.value) wrong.push(["The two passphrases are not the same.", "again"]);
  if (wrong.length) return wrong;
  const { status, told } = await post("enrol/", { name: name.value }, { token: "", csrf });
  if (status !== 200) return [[told.refused ?? "This account may not carry a round.", "name"]];
  await write(["plain", "device", { ...told, name: name.value.trim() }], ["plain", "lock", await make(passphrase.value)]);
  await navigator.storage?.persist?.();
  await look();
  await enter();
  changed("all");
  await sync();
  return [];
}

export function drawLocked() {
  show(el("h1", { class: "nhsuk-heading-l" }, "Locked"), p("What this phone carries is sealed."),
    form(unlock, field("passphrase", "Passphrase", { type: "password", autocomplete: "current-password" }), submit("Open")),
    el("details", { class: "nhsuk-details" }, el("summary", { class: "nhsuk-details__summary" }, el("span", { class: "nhsuk-details__summary-text" }, "I have forgotten it")),
      el("div", { class: "nhsuk-details__text" }, p("Nobody can open it then. You can delete everything on this phone and set it up again."),
        here.waiting ? p(el("strong", {}, `${here.waiting} record${here.waiting === 1 ? "" : "s"} not sent yet would be lost.`)) : null,
        button("Delete everything on this phone", () => wipe("asked"), "warning"))));
}

async function unlock({ passphrase }) {
  if (!passphrase.value) return [["Enter your passphrase.", "passphrase"]];
  if (!(await open(here.lock, passphrase.value))) return [["That is not the passphrase of this phone. Look at capital letters and spaces.", "passphrase"]];
  await enter();
  changed("all");
  sync();
  return [];
}

