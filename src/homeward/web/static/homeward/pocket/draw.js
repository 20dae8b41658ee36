// How is the page drawn? Elements and their words; nothing is ever read as markup but the crisis cards, which our own server drew.

export function el(name, how = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(how)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") Object.entries(value).forEach(([event, act]) => made.addEventListener(event, act));
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...inside.flat(3).filter((each) => each !== null && each !== undefined && each !== false));
  return made;
}

export const p = (...inside) => el("p", {}, ...inside);
export const button = (words, act, kind = "") => el("button", { class: `nhsuk-button${kind ? ` nhsuk-button--${kind}` : ""}`, type: "button", on: { click: act } }, words);
export const link = (words, address, kind = "") => el("a", { href: address, class: kind }, words);
export const hidden = (words) => el("span", { class: "nhsuk-u-visually-hidden" }, words);

export function section(title, ...inside) {
  return el("section", { class: "hw-card" }, el("h2", {}, title), ...inside);
}

export function pairs(rows) {
  const told = rows.filter(([, answer]) => answer);
  return el("dl", { class: "nhsuk-summary-list" }, told.map(([question, answer]) => el("div", { class: "nhsuk-summary-list__row" },
    el("dt", { class: "nhsuk-summary-list__key" }, question), el("dd", { class: "nhsuk-summary-list__value" }, answer))));
}

export function notice(words, kind = "hw-notice") {
  return el("div", { class: kind, role: kind === "hw-notice" ? "status" : "note" }, p(words));
}

function reach(field) {
  const found = document.getElementById(field);
  found?.closest("details")?.setAttribute("open", "");
  found?.focus();
}

export function problem(words, field) {
  const told = field ? el("a", { href: `#${field}`, on: { click: (event) => { event.preventDefault(); reach(field); } } }, words) : words;
  return el("li", {}, told);
}

export function problems(found) {
  return el("div", { class: "nhsuk-error-summary", tabindex: "-1", id: "problems" }, el("div", { role: "alert" },
    el("h2", { class: "nhsuk-error-summary__heading" }, "There is a problem"),
    el("div", { class: "nhsuk-error-summary__body" }, el("ul", { class: "nhsuk-list nhsuk-error-summary__list" }, found.map(([words, field]) => problem(words, field))))));
}

// The page's main part, with its heading in view and read first.
export function show(...inside) {
  const main = document.getElementById("maincontent");
  main.replaceChildren(...inside.flat(3).filter(Boolean));
  window.scrollTo(0, 0);
  main.focus({ preventScroll: true });
}

// The server's own cards. Scripts in them could not run (the page's policy forbids it) and links to pages lead nowhere without a signal.
export function cards(markup) {
  const read = new DOMParser().parseFromString(markup, "text/html").body;
  read.querySelectorAll('a:not([href^="tel:"])').forEach((each) => each.replaceWith(...each.childNodes));
  return [...read.childNodes].map((each) => document.importNode(each, true));
}
