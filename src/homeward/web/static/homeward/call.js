// While a call is typed: looks up who it may be and shows the danger signs of the need. The page's own buttons do the same.

const form = document.querySelector("form[data-call]");
const WHO = ["family", "given", "birth_date", "nhs_number", "postcode", "known"];
form.querySelector(".hw-check")?.setAttribute("hidden", "");

let timer = 0;
let asked = 0;

async function ask(fragment) {
  const body = new FormData(form);
  body.set("step", "check");
  const turn = (asked += 1);
  const headers = fragment ? { "X-Fragment": "1" } : {};
  const answer = await fetch(form.action, { method: "POST", body, headers, credentials: "same-origin" });
  if (!answer.ok || answer.redirected || turn !== asked) return null;
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

async function people() {
  const found = await ask(true);
  if (!found) return;
  const here = document.getElementById("found");
  const focused = here.contains(document.activeElement) ? document.activeElement.id : "";
  here.replaceChildren(...found.body.childNodes);
  if (focused) document.getElementById(focused)?.focus();
}

async function signs() {
  const found = (await ask(false))?.getElementById("danger-signs");
  if (found) document.getElementById("danger-signs").replaceWith(document.adoptNode(found));
}

form.addEventListener("input", (event) => {
  if (!WHO.includes(event.target.name)) return;
  clearTimeout(timer);
  timer = setTimeout(people, event.target.name === "known" ? 0 : 300);
});
form.addEventListener("change", (event) => {
  if (event.target.name === "need") signs();
});
