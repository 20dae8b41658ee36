// How are moments said, and which moment does a typed time mean? Always London's.

const ZONE = "Europe/London";
const face = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const date = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, weekday: "long", day: "numeric", month: "long" });
const iso = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" });

export const clockFace = (moment) => face.format(new Date(moment));
export const day = (moment) => date.format(new Date(moment));
export const isoDay = (moment) => iso.format(new Date(moment));

const NEAR = new Map([[-1, "Yesterday, "], [0, "Today, "], [1, "Tomorrow, "]]);

// 'Tomorrow, Tuesday 24 November', 'Saturday 21 November'.
export function named(onDay, now = Date.now()) {
  const days = Math.round((Date.parse(onDay) - Date.parse(isoDay(now))) / 86_400_000);
  return `${NEAR.get(days) ?? ""}${day(`${onDay}T12:00:00Z`)}`;
}

export function said(moment, now = Date.now()) {
  return isoDay(moment) === isoDay(now) ? `today ${clockFace(moment)}` : `${day(moment)}, ${clockFace(moment)}`;
}

export function span(milliseconds) {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return "less than a minute";
  if (minutes < 60) return `${minutes} minute${minutes === 1 ? "" : "s"}`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hour${hours === 1 ? "" : "s"}` : `${Math.floor(hours / 24)} days`;
}

// The moment of a London day and clock face. Of the two on the night the clocks go back it is the second once that has come.
export function moment(onDay, typed, now = Date.now()) {
  const asUtc = Date.parse(`${onDay}T${typed}:00Z`);
  const shows = (each) => isoDay(each) === onDay && clockFace(each) === typed;
  const [last = asUtc, first = last] = [asUtc, asUtc - 3_600_000].filter(shows);
  return new Date(last <= now ? last : first);
}
