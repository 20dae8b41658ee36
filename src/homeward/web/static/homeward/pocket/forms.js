// How are a service's questions asked, and what was answered? The same rules of showing as on the server, which asks them again.

import { said } from "./clock.js";
import { el } from "./draw.js";

const NUMBERS = ["integer", "decimal", "quantity"];
const YES_NO = [["yes", "Yes"], ["no", "No"]];

// Which items these answers leave on the form: disabled ones are not asked, nor what stands within them.
export function standing(form, answers) {
  const found = new Set();
  for (const item of form.items) {
    const met = item.when.map((when) => enabled(when, found.has(when.link) ? answers[when.link] : undefined));
    const whole = !met.length || (item.any_of ? met.some(Boolean) : met.every(Boolean));
    if ((!item.within || found.has(item.within)) && whole) found.add(item.link);
  }
  return found;
}

function enabled({ is, value: wanted }, known) {
  if (is === "exists") return (known !== undefined) === Boolean(wanted);
  if (known === undefined) return false;
  if (is === "=") return known === wanted;
  if (is === "!=") return known !== wanted;
  if (typeof known === "string" || typeof wanted !== "number") return false;
  return { ">": known > wanted, "<": known < wanted, ">=": known >= wanted, "<=": known <= wanted }[is] ?? false;
}

export function inWords(item, value) {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  const titles = new Map(item.options);
  return `${titles.get(value) ?? value}${item.unit && typeof value !== "boolean" ? ` ${item.unit}` : ""}`;
}

// What a field holds, as an answer; undefined where nothing was typed.
export function answer(item, typed) {
  const words = (typed ?? "").trim();
  if (words === "") return undefined;
  if (item.type === "boolean") return words === "yes";
  if (NUMBERS.includes(item.type)) return Number.isNaN(Number(words.replace(",", "."))) ? words : Number(words.replace(",", "."));
  return words;
}

export function answers(form, typed) {
  const found = {};
  for (const item of form.items.filter((each) => each.asked)) {
    const value = answer(item, typed[`${form.code}.${item.link}`]);
    if (value !== undefined) found[item.link] = value;
  }
  const asked = standing(form, found);
  return Object.fromEntries(Object.entries(found).filter(([linkId]) => asked.has(linkId)));
}

export function faults(form, given) {
  const asked = standing(form, given);
  return form.items.filter((item) => item.asked && asked.has(item.link)).map((item) => [fault(item, given[item.link]), `f-${form.code}.${item.link}`]).filter(([words]) => words);
}

function fault(item, value) {
  if (value === undefined) return item.required ? `Answer: ${item.text}` : "";
  if (!NUMBERS.includes(item.type)) return "";
  if (typeof value !== "number") return `${item.text} must be a number.`;
  if (item.type === "integer" && !Number.isInteger(value)) return `${item.text} must be a whole number.`;
  const low = item.min !== null && value < item.min;
  const high = item.max !== null && value > item.max;
  return low || high ? `${item.text} must be between ${item.min ?? "any"} and ${item.max ?? "any"}.` : "";
}

export function radios(name, legend, options, chosen, { required = true, hint = "" } = {}) {
  return el("div", { class: "nhsuk-form-group" }, el("fieldset", { class: "nhsuk-fieldset" },
    el("legend", { class: "nhsuk-fieldset__legend nhsuk-fieldset__legend--s" }, required ? legend : `${legend} (optional)`), hint ? el("div", { class: "nhsuk-hint" }, hint) : null,
    el("div", { class: "nhsuk-radios" }, options.map(([value, words], place) => el("div", { class: "nhsuk-radios__item" },
      el("input", { class: "nhsuk-radios__input", type: "radio", name, id: place ? `f-${name}-${place}` : `f-${name}`, value, checked: value === chosen }),
      el("label", { class: "nhsuk-label nhsuk-radios__label", for: place ? `f-${name}-${place}` : `f-${name}` }, words))))));
}

export function line(name, label, value, { hint = "", area = false, ...how } = {}) {
  const id = `f-${name}`;
  const common = { id, name, "aria-describedby": hint ? `${id}-hint` : null };
  return el("div", { class: "nhsuk-form-group" }, el("label", { class: "nhsuk-label nhsuk-label--s", for: id }, label), hint ? el("div", { class: "nhsuk-hint", id: `${id}-hint` }, hint) : null,
    area ? el("textarea", { class: "nhsuk-textarea", rows: 3, maxlength: 4000, ...common }, value ?? "") : el("input", { class: "nhsuk-input", autocomplete: "off", maxlength: 400, value: value ?? "", ...common, ...how }));
}

function field(form, item, value, fact) {
  const name = `${form.code}.${item.link}`;
  const hint = [item.help, item.unit && `In ${item.unit}.`].filter(Boolean).join(" ");
  const told = fact ? el("p", { class: "hw-known" }, `${fact.stale ? "Last answered" : "Already answered"} by ${fact.by}, ${said(fact.at)}: ${inWords(item, fact.value)}. ${fact.stale ? "Please ask again." : "Still right?"}`) : null;
  const label = item.required ? item.text : `${item.text} (optional)`;
  let shown;
  if (item.type === "boolean") shown = radios(name, item.text, YES_NO, value, { required: item.required, hint });
  else if (item.type === "choice") shown = radios(name, item.text, item.options, value, { required: item.required, hint });
  else if (NUMBERS.includes(item.type)) shown = line(name, label, value, { hint, inputmode: item.type === "integer" ? "numeric" : "decimal", class: "nhsuk-input nhsuk-input--width-5" });
  else if (item.type === "text") shown = line(name, label, value, { hint, area: true });
  else shown = line(name, label, value, { hint, ...(item.type === "date" ? { type: "date" } : {}) });
  return el("div", { "data-question": name }, told, shown);
}

// What is known and fresh stands there as its answer.
export function known(form, facts) {
  const found = {};
  for (const item of form.items) {
    const fact = facts[item.concept];
    if (item.asked && fact && !fact.stale) found[`${form.code}.${item.link}`] = typeof fact.value === "boolean" ? (fact.value ? "yes" : "no") : String(fact.value);
  }
  return found;
}

export function drawForm(form, typed, facts, later) {
  const questions = form.items.filter((item) => item.asked || item.type === "group" || item.type === "display").map((item) => (item.asked ? field(form, item, typed[`${form.code}.${item.link}`], facts[item.concept]) : el("p", { "data-question": `${form.code}.${item.link}` }, el("strong", {}, item.text))));
  if (!later) return el("fieldset", { class: "nhsuk-fieldset" }, el("legend", { class: "nhsuk-fieldset__legend nhsuk-fieldset__legend--m" }, form.title), questions);
  return el("details", { class: "nhsuk-details" }, el("summary", { class: "nhsuk-details__summary" }, el("span", { class: "nhsuk-details__summary-text" }, `${form.title} (only if you fill it in now)`)), el("div", { class: "nhsuk-details__text" }, questions));
}
