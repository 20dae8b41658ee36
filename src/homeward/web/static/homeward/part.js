// Asks the server for one part of a form's page again when an answer changes it. Each such form has a button that does the same.

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
    if (found) document.getElementById(part)?.replaceWith(document.adoptNode(found));
  });
}
