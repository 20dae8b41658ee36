"""How does a number get onto the ledger? Somebody whose it is says what is free, and it carries their name and the moment."""

from datetime import datetime, timedelta
from uuid import UUID

from homeward.capacity.actions.nudge import settle_nudge
from homeward.capacity.actions.outside import fit
from homeward.capacity.models import Line, Report
from homeward.capacity.queries.line_count import line_count
from homeward.capacity.queries.may_report import may_report_for
from homeward.capacity.vocabulary import BY_THE_DAY
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound, NotPermitted
from homeward.foundation.ids import new_id
from homeward.foundation.moments import at_london, london_day

MOST = 2000


@action("capacity.report")
def report(
    *,
    service_code: str,
    team_code: str,
    free: int,
    by: Actor,
    at: datetime,
    total: int | None = None,
    next_at: datetime | None = None,
    site: str = "",
    skill: str = "",
    confirms: bool = False,
) -> Happening[UUID]:
    """Say what is free of a line now; returns the line's id. Numbers are whole and not negative; free is at most total."""
    _check_numbers(free, total)
    check_line(service_code, team_code, by)
    kind = directory.service(service_code).capacity_kind
    line, _ = Line.objects.get_or_create(
        service_code=service_code, team_code=team_code, site=site.strip(), skill=skill.strip(),
        defaults={"id": new_id(), "unit": kind},
    )  # fmt: skip
    if by.kind == "link" and by.subject != line.id:
        raise NotPermitted("This link is for one number alone.", next_step="Sign in to report others.")
    if line.by_unit and not confirms:
        raise Invalid(
            {"free": "These are kept one by one, so the number counts itself. Change the bed or place that differs."}
        )
    start, end = period_of(line.unit, at)
    Report.objects.create(
        line=line, period_start=start, period_end=end, total=total, free=free, next_at=next_at, as_of=at,
        actor_name=by.name, organisation_code=by.organisation, confirms=confirms,
    )  # fmt: skip
    if not line.by_unit:
        fit(line, free=free, total=total, start=start, end=end, at=at)
    settle_nudge(line, by=by, at=at, still_right=confirms)
    facts = {"service": service_code, "team": team_code, "free": free, "total": total, "confirms": confirms}
    return Happening(
        result=line.id, subject_kind="capacity", subject_id=line.id, person_id=None, facts=facts, teams=(team_code,)
    )


def confirm(*, line_id: UUID, by: Actor, at: datetime) -> UUID:
    """'Still right': the last numbers again, less what was taken since, as of now. NotFound when nothing was ever reported."""
    last = Report.objects.filter(line=line_id).select_related("line").order_by("-as_of", "-id").first()
    if last is None:
        raise NotFound("Nothing has been reported here yet.", next_step="Report what is free.")
    free, standing = line_count(line_id, at=at)
    if last.period_end is not None and last.period_end <= at:  # a new day is never freer than the last one was
        free = min(free, last.free)
    return report(
        service_code=last.line.service_code, team_code=last.line.team_code, site=last.line.site, skill=last.line.skill,
        free=free, total=None if last.total is None else standing, next_at=last.next_at if last.next_at and last.next_at > at else None,
        confirms=True, by=by, at=at,
    )  # fmt: skip


def period_of(unit: str, at: datetime) -> tuple[datetime, datetime | None]:
    """The London day for what is counted by the day; from now on for beds and places."""
    if unit not in BY_THE_DAY:
        return at, None
    day = london_day(at)
    return at_london(day), at_london(day + timedelta(days=1))


def check_line(service_code: str, team_code: str, by: Actor) -> None:
    """Does this team give this service, and is it for `by` to say what it has? Raises Invalid or NotPermitted."""
    place = directory.place()
    if service_code not in place.services:
        raise Invalid({"service": "Choose the service."})
    if team_code not in {provider.team for provider in place.services[service_code].providers}:
        raise Invalid({"team": f"Choose a team that gives {place.services[service_code].title}."})
    if not may_report_for(by, team_code):
        raise NotPermitted(
            f"The capacity of {place.teams[team_code].name} is for that team to report.",
            next_step="Ask them, or your hub, to report it.",
        )


def _check_numbers(free: int, total: int | None) -> None:
    errors = {}
    if not 0 <= free <= MOST:
        errors["free"] = f"Free must be a whole number between 0 and {MOST:,}."
    if total is not None and not free <= total <= MOST:
        errors["total"] = f"The total must be at least what is free and at most {MOST:,}."
    if errors:
        raise Invalid(errors)
