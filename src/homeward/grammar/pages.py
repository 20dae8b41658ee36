"""What does a reader's page about a service say? Drawn from the declarations, so it cannot drift from them."""

from homeward.grammar.calendars import Calendar
from homeward.grammar.clocks import Clock
from homeward.grammar.diagram import state_diagram
from homeward.grammar.place import Place
from homeward.grammar.roles import Role
from homeward.grammar.services import Criterion, Service

DRAWN = "<!-- Drawn by `homeward place pages`; change the declaration, not this page. -->\n"


def pages(place: Place) -> dict[str, str]:
    """File name to Markdown: one page a service, one of the clocks, one of the roles, and a list of them."""
    drawn = {f"{service.code}.md": service_page(place, service) for service in place.services.values()}
    drawn["clocks.md"] = _clocks(place)
    drawn["roles.md"] = _roles(place)
    drawn["README.md"] = _contents(place)
    return drawn


def service_page(place: Place, service: Service) -> str:
    """Who it is for, where, when, in what time, and through which stages."""
    areas = ", ".join(place.areas[code].name for code in service.catchment)
    needs = ", ".join(place.needs[code].title.lower() for code in service.needs_met)
    lines = [
        f"# {service.title}\n",
        DRAWN,
        f"{service.plain_words}\n",
        f"- Kept by {place.organisations[service.owner].name}, to be reviewed by {service.review_by:%-d %B %Y}",
        f"- Where: {areas}",
        f"- When: {_hours(place.calendars[service.calendar])}",
        f"- Helps with: {needs or 'people whom a team at a front door puts there; no need is referred to it'}",
        f"- Setting: {service.setting}; what is counted as free: {service.capacity_kind}"
        + (f", {service.units} in all" if service.units else ""),
        f"- When it is not the right team, the need goes to: {place.teams[service.after_decline].name}",
    ]
    if service.standard:
        lines.append(f"- Rests on: {service.standard}")
    lines += ["\n## Who it is for\n", *(_criterion(each) for each in service.eligibility)]
    if not service.eligibility:
        lines.append("Anyone.")
    lines += ["\n## Clocks\n", *(_clock(place.clocks[code]) for code in service.clocks)]
    lines += ["\n## Stages\n", "```mermaid", state_diagram(service).rstrip(), "```"]
    lines += ["\n## How it may end\n", *(f"- {each.title}" for each in service.outcomes)]
    return "\n".join(lines) + "\n"


def _criterion(criterion: Criterion) -> str:
    return f"- Better if: {criterion.words}" if criterion.kind == "prefer" else f"- {criterion.words}"


def _hours(calendar: Calendar) -> str:
    return calendar.title[0].lower() + calendar.title[1:]


def _clock(clock: Clock) -> str:
    return f"- {clock.title}, {_span(clock)}: {clock.standard.words} ({clock.standard.source})"


def _span(clock: Clock) -> str:
    seconds = int(clock.target.total_seconds())
    for size, name in ((604_800, "week"), (86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second")):
        if seconds % size == 0:
            count = seconds // size
            return f"{count} {name}{'' if count == 1 else 's'}"
    return f"{seconds} seconds"


def _clocks(place: Place) -> str:
    lines = [
        "# Clocks\n",
        DRAWN,
        "| Clock | From | To | Target | Hours | Rule | Source |",
        "|---|---|---|---|---|---|---|",
    ]
    for clock in sorted(place.clocks.values(), key=lambda each: each.title):
        starts = ", ".join(event.event for event in clock.starts_on)
        stops = ", ".join(event.event for event in clock.stops_on)
        hours = place.calendars[clock.calendar].title
        lines.append(
            f"| {clock.title} | {starts} | {stops} | {_span(clock)} | {hours} "
            f"| {clock.standard.words} | {clock.standard.source} |"
        )
    return "\n".join(lines) + "\n"


def _roles(place: Place) -> str:
    lines = [
        "# Roles\n",
        DRAWN,
        "| Role | What for | Second factor | Only people they look after | May |",
        "|---|---|---|---|---|",
    ]
    lines += [_role(each) for each in sorted(place.roles.values(), key=lambda each: each.title)]
    return "\n".join(lines) + "\n"


def _role(role: Role) -> str:
    sent = f" (apps may send for them: {', '.join(role.apps_send)})" if role.apps_send else ""
    second, near = ("yes" if each else "no" for each in (role.second_factor, role.needs_relationship))
    return f"| {role.title} | {role.plain_words} | {second} | {near} | {', '.join(sorted(role.permits))}{sent} |"


def _contents(place: Place) -> str:
    lines = [f"# {place.name}\n", DRAWN]
    for service in sorted(place.services.values(), key=lambda each: each.title):
        lines.append(f"- [{service.title}]({service.code}.md): {service.plain_words}")
    lines += ["- [Clocks](clocks.md)", "- [Roles](roles.md)"]
    return "\n".join(lines) + "\n"
