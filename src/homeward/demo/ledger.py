"""What capacity is reported? Every team says what it has, some of them longer ago than they should; beds are kept one by one."""

import random
from datetime import datetime, timedelta

from homeward.capacity.api import report
from homeward.demo.staff import Staff

HOURS = 280  # a week, with half of them free: what a brokerage of a large council has to give
SINCE = timedelta(days=60)  # before anybody who is in hospital now could have gone home


def report_capacity(*, staff: Staff, seed: int, until: datetime) -> int:
    """One report for each team of each service, at an age that is sometimes past its shelf-life; returns how many."""
    rng = random.Random(f"capacity {seed}")
    by_skill = list(staff.place.skills)[:1]
    reported, grown_old = 0, _first_reporter(staff)
    for service in staff.place.services.values():
        if service.capacity_kind == "beds":
            continue  # kept one by one: beds.py
        for team in sorted({provider.team for provider in service.providers}):
            reporters = staff.who_may("capacity.report", team=team)
            if not reporters:
                continue
            total = rng.randint(6, 24)
            shelf_life = timedelta(hours=service.capacity_shelf_life_hours)
            age = shelf_life * (rng.uniform(1.2, 3) if rng.random() < 0.15 else rng.uniform(0.02, 0.6))
            if team == grown_old:
                age = shelf_life * 1.4
            free = 0 if rng.random() < 0.12 else rng.randint(1, max(1, total // 3))
            if service.capacity_kind == "hours":
                total, free = HOURS, HOURS // 2
                report(service_code=service.code, team_code=team, free=free, total=total, by=reporters[0], at=until - SINCE)
            report(
                service_code=service.code, team_code=team, free=free, total=total,
                by=reporters[0], at=until - age,
            )  # fmt: skip
            reported += 1
            if by_skill and service.capacity_kind == "visits":  # one team of the place counts a few of its visits by skill
                report(service_code=service.code, team_code=team, free=2, total=4, skill=by_skill.pop(), by=reporters[0], at=until - age)
    return reported


def _first_reporter(staff: Staff) -> str:
    """The team, no hub's, of the first sign-in who may report: its number has grown old, so that its page asks about it."""
    roles, teams = staff.place.roles, staff.place.teams
    signing_in = (one for shape in staff.place.populations.values() for one in shape.sign_ins)
    return next(
        (
            one.team
            for one in signing_in
            if one.team and not teams[one.team].hub and roles[one.role].may("capacity.report")
        ),
        "",
    )
