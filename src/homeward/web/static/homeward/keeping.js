// Keeps a form as it is filled in, and shows what each answer changes. The same form has buttons that do all of it without a script.

const form = document.querySelector("form[data-keep]");
const told = document.getElementById("kept");
let turn = 0;
let waiting = 0;

// What one question of a page holds, as text that can be compared.
function held(root, link) {
  const names = [`q.${link}`, `still.${link}`, `mine.${link}`];
  const fields = [...root.querySelectorAll("input, textarea, select")].filter((each) => names.includes(each.name));
  const on = fields.filter((each) => !["radio", "checkbox"].includes(each.type) || each.checked);
  return JSON.stringify(on.map((each) => [each.name, each.value.trim()]));
}

function all() {
  return new Map([...form.querySelectorAll("[data-question]")].map((each) => [each.dataset.question, held(each, each.dataset.question)]));
}

// Takes over how the form now stands. A question that somebody else changed, or that clashes, is drawn anew, unless it is being typed in.
function shown(found, sent) {
  let whole = true;
  for (const fresh of found.querySelectorAll("[data-question]")) {
    const link = fresh.dataset.question;
    const here = form.querySelector(`[data-question="${CSS.escape(link)}"]`);
    if (!here) continue;
    const score = here.querySelector("[data-score]");
    if (score) {
      const told = fresh.querySelector("[data-score]");
      if (score.innerHTML !== told.innerHTML) score.innerHTML = told.innerHTML;
    }
    here.hidden = fresh.hidden;
    const clashes = fresh.querySelector("[data-clash] *");
    if (!clashes && held(fresh, link) === sent.get(link)) continue;
    if (held(here, link) === sent.get(link)) here.replaceWith(document.adoptNode(fresh));
    else whole = false;
  }
  for (const id of ["kept", "so-far"]) {
    const fresh = found.getElementById(id);
    if (fresh) document.getElementById(id).innerHTML = fresh.innerHTML;
  }
  if (whole) document.getElementById("seen").value = found.getElementById("seen").value;
}

async function keep() {
  const mine = (turn += 1);
  const body = new FormData(form);
  body.set("step", "keep");
  const sent = all();
  try {
    const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine === turn && found.getElementById("seen")) shown(found, sent);
  } catch {
    told.textContent = "Not kept: the line is down. Your answers are still on this page; press Save when it is back.";
  }
}

form?.addEventListener("change", () => {
  clearTimeout(waiting);
  waiting = setTimeout(keep, 400);
});
form?.addEventListener("submit", () => {
  clearTimeout(waiting);
  turn += 1;
});
