// What every page gains when scripts run: the design system's behaviours (menu, error summary, radios), and clocks that tick.
document.body.classList.add("js-enabled", "nhsuk-frontend-supported");

const design = document.documentElement.dataset.nhsuk;
if (design) {
  const { initAll } = await import(design);
  initAll();
}

function span(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return "less than a minute";
  const days = Math.floor(minutes / 1440);
  if (days >= 2) return `${days} days`;
  const hours = Math.floor(minutes / 60);
  const parts = [];
  if (hours) parts.push(hours === 1 ? "1 hour" : `${hours} hours`);
  if (minutes % 60) parts.push(minutes % 60 === 1 ? "1 minute" : `${minutes % 60} minutes`);
  return parts.join(" ");
}

// The server's clock is right; this machine's may not be. `data-now` on the body's clock holder says how far apart they are.
const holder = document.querySelector("[data-now]");
const apart = holder ? Date.parse(holder.dataset.now) - Date.now() : 0;

export function tick(root = document) {
  const now = Date.now() + apart;
  for (const shown of root.querySelectorAll("[data-due]")) {
    const left = Math.floor((Date.parse(shown.dataset.due) - now) / 1000);
    const words = Math.abs(left) < 60 ? "due now" : left > 0 ? `${span(left)} left` : `passed ${span(-left)} ago`;
    if (shown.textContent !== words) shown.textContent = words;
    const clock = shown.closest(".hw-clock");
    if (clock) {
      clock.classList.toggle("hw-clock--late", left < 0);
      clock.classList.toggle("hw-clock--soon", left >= 0 && left < 1800);
      clock.classList.toggle("hw-clock--calm", left >= 1800);
    }
  }
}

tick();
setInterval(tick, 5000);
