// Says that this page is open, and shows who else has it open. Without it the page still says who was looking when it was drawn.

const here = document.querySelector("[data-looking]");
const source = new EventSource(here.dataset.live, { withCredentials: true });
let asking = false;

function send(said) {
  const token = document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
  return fetch(here.dataset.looking, {
    method: "POST",
    headers: { "X-Fragment": "1", "X-CSRFToken": token, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(said),
    credentials: "same-origin",
    keepalive: true,
  });
}

async function look() {
  if (asking || document.hidden) return;
  asking = true;
  try {
    const answer = await send({ version: here.dataset.version });
    if (!answer.ok || answer.redirected) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").body;
    if (found.innerHTML.trim() !== here.innerHTML.trim()) here.replaceChildren(...found.childNodes);
  } finally {
    asking = false;
  }
}

source.addEventListener("changed", (event) => {
  if (JSON.parse(event.data).some((each) => each.id === here.dataset.id)) look();
});
source.addEventListener("afresh", look);
document.addEventListener("visibilitychange", look);
window.addEventListener("pagehide", () => send({ away: "1" }));
setInterval(look, 8000);
look();
