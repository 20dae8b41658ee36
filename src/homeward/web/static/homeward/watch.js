// Keeps an open ward true without a reload: hears that a stay changed and fetches the list again. Works without it by Refresh.

const here = document.querySelector("[data-watch]");
const status = document.getElementById("ward-status");
let busy = false;
let again = false;

async function refresh() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  try {
    const answer = await fetch(here.dataset.watch, { headers: { "X-Fragment": "1" }, credentials: "same-origin" });
    if (answer.redirected || !answer.ok) throw new Error(String(answer.status));
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("ward-rows");
    const rows = document.getElementById("ward-rows");
    const focused = document.activeElement?.getAttribute("href");
    if (found && rows.innerHTML !== found.innerHTML) {
      rows.replaceChildren(...found.childNodes);
      if (focused) rows.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    }
    const unread = rows.querySelectorAll(".hw-bed--red").length;
    const clock = new Date().toLocaleTimeString("en-GB", { hour: "numeric", minute: "2-digit", hour12: true, timeZone: "Europe/London" });
    status.textContent = `Live. ${unread ? `${unread} with a red alert. ` : ""}As of ${clock.replace(/\s/g, "").toLowerCase()}.`;
  } catch {
    status.textContent = "This list no longer changes by itself. Press Refresh.";
  } finally {
    busy = false;
    if (again) {
      again = false;
      refresh();
    }
  }
}

const source = new EventSource(here.dataset.live, { withCredentials: true });
let soon = 0;
source.addEventListener("changed", (event) => {
  const heard = new Set(JSON.parse(event.data).map((each) => each.of));
  // An alert shows at once; what only moves a due time may wait a moment, so that a busy ward is not drawn without end.
  if (heard.has("ward_alert")) refresh();
  else if (heard.has("ward_stay") && !soon) soon = setTimeout(() => ((soon = 0), refresh()), 2000);
});
source.addEventListener("afresh", refresh);
// However quiet the stream, what is late grows later: never more than half a minute old.
setInterval(refresh, 30000);
