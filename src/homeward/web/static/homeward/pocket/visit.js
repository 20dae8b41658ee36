// One visit: whom, where, what to know first, and the next step. In a crisis. Two versions of it.

import { said } from "./clock.js";
import { button, cards, el, link, notice, p, pairs, section, show } from "./draw.js";
import { here, recordsOf, stopOf } from "./open.js";
import { keep } from "./queue.js";
import { inWords } from "./forms.js";

const dialled = (words) => words.replace(/[^\d+]/g, "");
const NUMBER = /\+?\d[\d ()-]{6,}\d/;
const back = (address = "#/", words = "My round") => link(words, address, "nhsuk-back-link");

function banner(stop) {
  return el("div", { class: "hw-banner", role: "region", "aria-label": "Person" }, el("p", { class: "hw-board-name" }, stop.name),
    p(`Born ${stop.born}`), stop.sex ? p(stop.sex) : null, p(`NHS number ${stop.nhs}`));
}

function first(stop) {
  const told = [
    stop.alerts.length ? ["Alerts", stop.alerts.join("; ")] : null, stop.restricted ? ["Sealed", "where they live is hidden"] : null,
    stop.language ? ["Language", stop.language] : null, stop.access_needs ? ["Needs", stop.access_needs] : null,
    stop.risks.length || stop.risk_words ? ["Risks", [...stop.risks, stop.risk_words].filter(Boolean).join("; ")] : null,
  ].filter(Boolean);
  return told.length ? el("div", { class: "hw-banner-more", role: "group", "aria-label": "Know first" }, told.map(([what, words]) => p(el("strong", {}, `${what}: `), words))) : null;
}

function telephone([kind, words]) {
  const found = NUMBER.exec(words)?.[0];
  return p(`${kind}: `, found ? [words.replace(found, "").trim(), " ", link(found, `tel:${dialled(found)}`, "hw-small-link")] : words);
}

function handed(stop) {
  const read = new Set(here.records.filter((each) => each.kind === "read").map((each) => each.note));
  return stop.unread.map((note) => el("div", { class: "hw-clash", role: "note" }, p(el("strong", {}, note.words)), p(`${note.by}, ${said(note.at)}`),
    read.has(note.id) ? p("You said that you read it.") : note.mine ? null : button("I have read it", async (event) => {
      event.target.disabled = true;
      await keep({ kind: "read", visit: stop.id, name: stop.name, note: note.id, happened_at: new Date().toISOString() });
      drawVisit(stop.id);
    }, "secondary")));
}

function known(stop) {
  const asked = stop.forms.flatMap((code) => here.pack.forms[code].items).filter((item) => stop.known[item.concept]);
  if (!asked.length) return null;
  return section("Already known", el("ul", { class: "nhsuk-list nhsuk-list--bullet" }, asked.map((item) => {
    const fact = stop.known[item.concept];
    return el("li", {}, `${item.text} `, el("strong", {}, inWords(item, fact.value)), el("span", { class: "hw-quiet" }, ` (${fact.by}, ${said(fact.at)}${fact.stale ? ", ask again" : ""})`));
  })));
}

export function drawVisit(id) {
  const stop = stopOf(id);
  if (!stop) return show(back(), el("h1", { class: "nhsuk-heading-l" }, "Not on your round"), p("This visit is not on your round any more. What you wrote about it is kept."));
  const records = recordsOf(id);
  const told = records.filter((each) => each.kind !== "note");
  const notes = [...stop.notices, stop.notice].filter(Boolean);
  return show(back(), el("h1", { class: "nhsuk-heading-l" }, stop.purpose), banner(stop), first(stop),
    here.notice ? notice(here.notice) : null,
    notes.map((words) => notice(words, "hw-clash")),
    stop.clocks.map((each) => el("div", { class: "hw-due" }, el("p", { class: "hw-due-title" }, each.title), each.due_at ? p(`By ${said(each.due_at)}`) : null)),
    told.map((each) => el("div", { class: "hw-pocket-kept" }, p(each.kind === "contact" ? `Seen ${said(each.happened_at)}, written down on this phone.` : `Not seen, tried ${said(each.happened_at)}.`),
      p(each.state === "waiting" ? "Kept on this phone; sent as soon as there is a signal." : link("Settle it", `#/told/${each.id}`, "hw-small-link")))),
    stop.open && stop.planned_at ? p(`Planned for ${said(stop.planned_at)}.`) : null,
    stop.open ? null : p(`${stop.state_words}${stop.contact_at ? ` ${said(stop.contact_at)}` : ""}${stop.by ? `, ${stop.by}` : ""}.`),
    stop.scores?.length ? section("Worked out from what was recorded", pairs(stop.scores)) : null,
    stop.open && !told.length ? el("div", { class: "hw-thumbs" }, link("Record the contact", `#/visit/${id}/contact`, "nhsuk-button"), link("Not seen", `#/visit/${id}/not_seen`, "nhsuk-button nhsuk-button--secondary")) : null,
    el("div", { class: "hw-thumbs" }, link("In a crisis", `#/visit/${id}/crisis`, "nhsuk-button nhsuk-button--warning"), link("Note for the next visitor", `#/visit/${id}/note`, "nhsuk-button nhsuk-button--secondary")),
    handed(stop),
    section("Where", stop.where ? p(el("strong", {}, stop.where)) : null, stop.homes.length ? stop.homes.map((each) => p(each)) : p("No address is known here."), stop.phones.map(telephone)),
    stop.wishes?.length ? section("What they wish of visits", pairs(stop.wishes)) : null,
    section("Why", pairs([["Need", stop.need], ["In their words", stop.need_words], ["What the person wants", stop.wants], ["Keyworker", stop.keyworker]])),
    known(stop),
    records.filter((each) => each.kind === "note").map((each) => p(`Your note: ${each.words}`)));
}

export function drawCrisis(id) {
  const stop = stopOf(id);
  if (!stop) return drawVisit(id);
  return show(back(`#/visit/${id}`, "The visit"), el("h1", { class: "nhsuk-heading-l" }, "In a crisis"), banner(stop), first(stop),
    p(el("strong", {}, `As it was known ${said(here.pack.at)}. In danger of life, call `), link("999", "tel:999", "hw-small-link")), el("div", { class: "hw-glance" }, cards(stop.crisis)), stop.phones.map(telephone));
}

// Both versions side by side. It is settled by a person, on the server's page, where the reasons are kept with it.
export function drawTold(id) {
  const record = here.records.find((each) => each.id === id);
  if (!record) return show(back(), el("h1", { class: "nhsuk-heading-l" }, "Settled"), p("This record is part of the record now, or was settled."));
  const clash = record.state === "clash";
  const mine = [["When", said(record.happened_at)], ["Written down", said(record.written_at)], ["Why not", record.reason_words], ["Words", record.words], ...Object.values(record.shown ?? {})];
  return show(back(), el("h1", { class: "nhsuk-heading-l" }, clash ? "Two versions of a visit" : "Not taken"), p(el("strong", {}, record.name)),
    record.why ? notice(record.why, "hw-clash") : null,
    el("div", { class: "hw-versions" }, section("On this phone", pairs(mine)),
      clash ? section("What stands", record.theirs?.length ? pairs(record.theirs) : p("The record is not open to you any more. Ring your team: they can settle it.")) : null),
    p("Nothing of yours is lost: it stays here and on the server until somebody settles it."),
    el("div", { class: "hw-thumbs" },
      !clash && ["contact", "not_seen"].includes(record.kind) && stopOf(record.visit)?.open ? link("Mend it", `#/visit/${record.visit}/${record.kind}/${record.id}`, "nhsuk-button") : null,
      link("Settle it (needs a signal)", `/pocket/told/${record.id}/`, `nhsuk-button${clash ? "" : " nhsuk-button--secondary"}`)));
}
