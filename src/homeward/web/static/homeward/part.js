// Asks the server for one part of a form's page again when an answer changes it. Each such form has a button that does the same.

const REACHED = "a[href], button, input, select, summary, textarea";

// Puts the new part in the old one's place. Who had reached something in it by keyboard is at the same thing in the new one.
function put(found, old) {
  const at = document.activeElement;
  const was = [...old.querySelectorAll(REACHED)].indexOf(at);
  old.replaceWith(found);
  if (was < 0) return;
  const now = [...found.querySelectorAll(REACHED)];
  const same = now.find((each) => each.tagName === at.tagName && each.name === at.name && each.value === at.value);
  (same ?? now[was])?.focus({ preventScroll: true });
}

for (const form of document.querySelectorAll("form[data-part]")) {
  const { part, step, on } = form.dataset;
  form.querySelector(".hw-part-button")?.setAttribute("hidden", "");
  let asked = 0;
  form.addEventListener("change", async (event) => {
    const name = event.target.name ?? "";
    if (on ? name !== on : document.getElementById(part)?.contains(event.target)) return;
    const body = new FormData(form);
    body.set("step", step);
    const turn = (asked += 1);
    const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
    if (!answer.ok || answer.redirected || turn !== asked) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part);
    const old = document.getElementById(part);
    if (found && old) put(document.adoptNode(found), old);
  });
}
