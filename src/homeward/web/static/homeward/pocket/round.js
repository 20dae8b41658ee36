// The round of this stretch of work on one screen, each visit under its day: who is next, what waits on this phone, and what somebody must settle.

import { clockFace, day, isoDay, named, said } from "./clock.js";
import { button, el, link, notice, p, show } from "./draw.js";
import { here, recordsOf } from "./open.js";

const KEPT = { waiting: "Kept on this phone, not sent yet", clash: "Somebody else changed this visit: settle it", refused: "Not taken: mend it" };

function stop(each) {
  const records = recordsOf(each.id);
  const done = !each.open || records.some((record) => record.kind === "contact" || record.kind === "not_seen");
  const due = each.clocks[0];
  const late = !done && due?.due_at && Date.parse(due.due_at) < Date.now();
  return el("li", { class: `hw-stop${late ? " hw-stop--late" : ""}${done ? " hw-pocket-done" : ""}` },
    el("a", { class: "hw-stop-link", href: `#/visit/${each.id}` },
      el("span", { class: "hw-pocket-hour" }, each.planned_at ? clockFace(each.planned_at) : "Any time"), " ", el("span", { class: "hw-stop-name" }, each.name)),
    el("p", {}, [each.need, each.purpose].filter(Boolean).join(". ")),
    each.homes[0] || each.where ? el("p", {}, each.where || each.homes[0]) : null,
    due?.due_at && !done ? el("p", { class: "hw-pocket-due" }, `${due.title}: by ${said(due.due_at)}${late ? ", past" : ""}`) : null,
    each.unread.length ? el("p", { class: "hw-stop-notice" }, `${each.unread.length} note${each.unread.length === 1 ? "" : "s"} handed over, not read`) : null,
    each.notice ? el("p", { class: "hw-stop-notice" }, each.notice) : null,
    each.open ? null : el("p", {}, `${each.state_words}${each.contact_at ? ` ${said(each.contact_at)}` : each.planned_at ? `, planned for ${said(each.planned_at)}` : ""}${each.by ? `, ${each.by}` : ""}`),
    records.map((record) => el("p", { class: "hw-pocket-kept" }, KEPT[record.state])));
}

function settle() {
  const open = here.records.filter((each) => each.state !== "waiting");
  if (!open.length) return null;
  return el("section", { class: "hw-urgent" }, el("h2", { class: "nhsuk-heading-m" }, "To settle"),
    el("ul", { class: "nhsuk-list" }, open.map((each) => el("li", {}, link(`${each.name ?? "A visit"}: ${each.state === "clash" ? "two versions" : "not taken"}`, `#/told/${each.id}`, "hw-small-link")))));
}

// Records and drafts of visits that are no longer on the round: nothing written is out of sight.
function orphans() {
  const known = new Set(here.pack?.stops.map((each) => each.id));
  const records = here.records.filter((each) => each.state === "waiting" && !known.has(each.visit) && each.kind !== "read");
  const drafts = [...here.drafts].filter(([, each]) => !known.has(each.visit));
  if (!records.length && !drafts.length) return null;
  return el("section", { class: "hw-card" }, el("h2", {}, "No longer on your round"),
    el("ul", { class: "nhsuk-list" }, records.map((each) => el("li", {}, `${each.name}: ${KEPT.waiting}`)),
      drafts.map(([, each]) => el("li", {}, `${each.name}, begun ${said(each.at)} and not finished: ${each.said || "nothing typed yet"}`))));
}

// Nobody takes tomorrow's visit for today's: as soon as one is of another day, each day stands over its visits.
function days(open) {
  const today = isoDay(Date.now());
  const found = new Map();
  open.forEach((each) => { const on = each.planned_at ? isoDay(each.planned_at) : today; found.set(on, [...(found.get(on) ?? []), each]); });
  const list = (stops) => el("ul", { class: "hw-round" }, stops.map(stop));
  if (found.size === 1 && found.has(today)) return list(open);
  return [...found.keys()].sort().map((on) => el("section", {}, el("h2", { class: "nhsuk-heading-m" }, named(on)), list(found.get(on))));
}

export function drawRound(lock) {
  const { pack } = here;
  const head = el("h1", { class: "nhsuk-heading-l" }, "My round", pack ? el("span", { class: "nhsuk-caption-l" }, day(Date.now())) : null);
  const told = here.notice ? notice(here.notice) : null;
  if (!pack) {
    return show(head, told, settle(), el("div", { class: "hw-empty" }, p(el("strong", {}, "No round is on this phone.")), p("It comes with the next sync, and leaves the phone after its day.")), orphans(), tail(lock));
  }
  const open = pack.stops.filter((each) => each.open);
  const done = pack.stops.filter((each) => !each.open);
  return show(head, told, settle(),
    open.length ? days(open) : el("div", { class: "hw-empty" }, p(el("strong", {}, done.length ? "Every visit of yours is done." : "No visit is yours for now.")), p("A visit is yours when the round in use sends you, or when you set off for it.")),
    orphans(),
    done.length ? el("section", {}, el("h2", { class: "nhsuk-heading-m" }, "Done or stopped"), el("ul", { class: "hw-round hw-round--done" }, done.map(stop))) : null,
    pack.shut ? p(`${pack.shut} visit${pack.shut === 1 ? " was" : "s were"} left out, because the record may not be opened.`) : null,
    tail(lock));
}

function tail(lock) {
  return el("div", { class: "hw-thumbs" }, button("Lock", lock, "secondary"),
    p(link("Phones that carry rounds, and 'Lost it'", "/pocket/phones/")), p(link("Records from phones that wait", "/pocket/told/")));
}
