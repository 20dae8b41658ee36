// Shows people like the one being typed as soon as there is enough to go by. Without it the same list comes with the next page.

const form = document.querySelector("form[data-alike]");
const holder = document.getElementById("alike");
const names = new Set(["family", "given", "birth_date", "nhs_number", "postcode"]);
let asked = 0;

form.addEventListener("change", async (event) => {
  if (!names.has(event.target.name)) return;
  const mine = ++asked;
  const answer = await fetch(form.dataset.alike, { method: "POST", body: new FormData(form), credentials: "same-origin" });
  if (!answer.ok || mine !== asked) return;
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  holder.replaceChildren(...[...found.body.children].map((node) => document.adoptNode(node)));
});
