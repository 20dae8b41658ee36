// What happened at the door? Each letter typed is kept as a draft; the record is kept on the phone before anybody is told so.

import { clockFace, isoDay, moment, said } from "./clock.js";
import { button, el, link, p, problems, show } from "./draw.js";
import { answers, drawForm, faults, inWords, known, line, radios, standing } from "./forms.js";
import { changed, here, stopOf } from "./open.js";
import { dropDraft, keep, keepDraft } from "./queue.js";
import { sync } from "./sync.js";

const TITLES = { contact: "Record the contact", not_seen: "Not seen", note: "Note for the next visitor" };
const SAID = { contact: "Recorded", not_seen: "Recorded as not seen", note: "The note is" };
const PAUSE = 250;
let turn = 0;

function begun(stop, kind) {
  const now = Date.now();
  const forms = kind === "contact" ? Object.assign({}, ...stop.forms.map((code) => known(here.pack.forms[code], stop.known))) : {};
  return { way: stop.way, day: isoDay(now), time: clockFace(now), ...forms };
}

function parts(stop, kind, typed) {
  const days = [[isoDay(Date.now()), "Today"], [isoDay(Date.now() - 86_400_000), "Yesterday"]];
  const when = kind === "note" ? [] : [radios("day", "Which day?", days, typed.day),
    line("time", kind === "contact" ? "When were you with them?" : "When did you try?", typed.time, { type: "time", hint: "The wait is counted to this time.", class: "nhsuk-input nhsuk-input--width-10" })];
  if (kind === "note") return [line("words", "What must they know?", typed.words, { area: true })];
  if (kind === "not_seen") return [radios("reason", "Why was the person not seen?", here.pack.not_seen.map(([code, words]) => [code, words]), typed.reason), ...when, line("words", "What happened?", typed.words, { area: true })];
  const forms = stop.forms.map((code) => drawForm(here.pack.forms[code], typed, stop.known, !stop.due.includes(code)));
  const outcomes = [["", "Care goes on"], ...stop.outcomes.map(([code, title]) => [code, `It has ended: ${title[0].toLowerCase()}${title.slice(1)}`])];
  return [radios("way", "How were you in contact?", here.pack.ways, typed.way), ...when, ...forms, line("words", "Anything to add", typed.words, { area: true }),
    radios("outcome", "What happens now?", outcomes, typed.outcome ?? "", { hint: "Choose how it ended only if this team’s help is over." })];
}

export async function drawRecord(id, kind, mends = null) {
  const stop = stopOf(id);
  if (!stop || !TITLES[kind]) return changed("all");
  const name = `draft:${id}:${kind}`;
  const draft = here.drafts.get(name);
  const first = begun(stop, kind);
  const typed = draft?.typed ?? { ...first, ...(here.records.find((each) => each.id === mends)?.typed ?? {}) };
  const found = el("div", {});
  const told = el("p", { class: "hw-quiet", role: "status" }, draft ? `You began this ${said(draft.at)}; it goes on where you were.` : "");
  const form = el("form", { novalidate: true }, parts(stop, kind, typed), el("div", { class: "hw-thumbs" }, el("button", { class: "nhsuk-button", type: "submit" }, kind === "note" ? "Keep the note" : TITLES[kind] === "Not seen" ? "Record that they were not seen" : TITLES[kind])));
  const read = () => Object.fromEntries(new FormData(form));
  const arrange = () => shape(form, stop, kind, read());
  const keepIt = () => { clearTimeout(turn); turn = 0; return keepDraft(name, { visit: id, name: stop.name, kind, at: new Date().toISOString(), typed: read(), said: read().words ?? "" }).then(() => { told.textContent = `Draft kept on this phone ${clockFace(Date.now())}.`; }); };
  form.addEventListener("input", () => { arrange(); clearTimeout(turn); turn = setTimeout(keepIt, PAUSE); });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(turn);
    const [record, wrong] = whole(stop, kind, read(), first);
    if (wrong.length) {
      await keepIt();
      const list = problems(wrong);
      found.replaceChildren(list);
      return list.focus();
    }
    form.querySelector("button[type=submit]").disabled = true;
    await keep(record, { draft: name, mends });
    here.notice = `${SAID[kind]} ${kind === "note" ? "kept" : "and kept"} on this phone ${clockFace(Date.now())}.`;
    here.noticeAt = kind === "note" ? `#/visit/${id}` : "#/";
    location.hash = here.noticeAt;
    sync();
  });
  document.addEventListener("visibilitychange", () => { if (turn && form.isConnected) keepIt(); });
  show(link("The visit", `#/visit/${id}`, "nhsuk-back-link"), found, el("h1", { class: "nhsuk-heading-l" }, TITLES[kind]), p(el("strong", {}, stop.name), `, born ${stop.born}`), told, form,
    draft ? button("Throw the draft away", async () => { await dropDraft(name); location.hash = `#/visit/${id}`; }, "secondary") : null);
  arrange();
}

// What is not asked is out of sight.
function shape(form, stop, kind, typed) {
  if (kind !== "contact") return;
  for (const code of stop.forms) {
    const asked = standing(here.pack.forms[code], answers(here.pack.forms[code], typed));
    form.querySelectorAll(`[data-question^="${CSS.escape(code)}."]`).forEach((each) => { each.hidden = !asked.has(each.dataset.question.slice(code.length + 1)); });
  }
}

// A clock face names a whole minute: this one means now, and the one in which the need came in means when it came.
function meant(minute, stop) {
  const within = (moment_) => moment_ >= minute.getTime() && moment_ < minute.getTime() + 60_000;
  return [Date.now(), Date.parse(stop.received_at)].filter(within).map((each) => new Date(each))[0] ?? minute;
}

// The record as it is sent, and what must be mended first. A form left as it was is not meant, unless this visit is the one that asks for it.
function whole(stop, kind, typed, first) {
  const wrong = [];
  const record = { kind, visit: stop.id, name: stop.name, words: (typed.words ?? "").trim(), typed, happened_at: new Date().toISOString() };
  if (kind === "note") return [record, record.words ? [] : [["Write what the next visitor must know.", "f-words"]]];
  if (!/^\d\d:\d\d$/.test(typed.time ?? "")) wrong.push(["Enter the time, like 14:05.", "f-time"]);
  else {
    const at = meant(moment(typed.day, typed.time), stop);
    if (at.getTime() > Date.now()) wrong.push(["The time cannot be in the future. Enter when you were with the person.", "f-time"]);
    if (kind === "contact" && at.getTime() < Date.parse(stop.received_at)) wrong.push([`The need was received ${said(stop.received_at)}. The contact cannot be earlier than that.`, "f-time"]);
    record.happened_at = at.toISOString();
  }
  if (kind === "not_seen") {
    const reason = here.pack.not_seen.find(([code]) => code === typed.reason);
    if (!reason) wrong.push(["Choose why the person was not seen.", "f-reason"]);
    else if (reason[2] && !record.words) wrong.push(["Say what happened, so that the next visitor knows.", "f-words"]);
    return [{ ...record, reason: typed.reason, reason_words: reason?.[1] }, wrong];
  }
  if (!typed.way) wrong.push(["Choose how you were in contact.", "f-way"]);
  const given = {};
  const shown = [];
  for (const form of stop.forms.map((code) => here.pack.forms[code])) {
    const found = answers(form, typed);
    const fields = Object.keys(typed).filter((each) => each.startsWith(`${form.code}.`));
    const meant = fields.some((each) => (typed[each] ?? "") !== (first[each] ?? "")) || (typed.way === "in_person" && stop.due.includes(form.code));
    if (!meant) continue;
    wrong.push(...faults(form, found));
    given[form.code] = found;
    form.items.filter((item) => item.link in found).forEach((item) => shown.push([item.text, inWords(item, found[item.link])]));
  }
  return [{ ...record, way: typed.way, outcome: typed.outcome ?? "", answers: given, shown }, wrong];
}
