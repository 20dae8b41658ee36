"""Does every role name real permissions, ask for a second factor where people are seen, and end its sessions?"""

from collections.abc import Iterator
from datetime import date

from homeward.grammar.faults.fault import PERMISSION_SHAPE, Fault, fault
from homeward.grammar.place import Place
from homeward.grammar.roles import APPS_SEND, Role

SEES_PEOPLE = ("person.view", "person.search", "hub.view", "visit.view")


def faults_of_roles(place: Place, today: date) -> Iterator[Fault]:
    for role in place.roles.values():
        for pattern in role.permits:
            if not PERMISSION_SHAPE.fullmatch(pattern):
                yield fault(
                    role,
                    "permission-shape",
                    f"'{role.title}' may '{pattern}', which is not a permission. "
                    "Write one like 'referral.accept' or 'referral.*'.",
                )
        yield from _sessions(role)
        yield from _sent_by_apps(role)


def faults_of_permissions(place: Place, permissions: frozenset[str]) -> Iterator[Fault]:
    """Patterns that match none of the house's own actions and pages."""
    for role in place.roles.values():
        for pattern in role.permits:
            alone = Role(
                code=role.code,
                title="",
                plain_words="",
                permits=(pattern,),
                needs_relationship=True,
                second_factor=True,
                sections=(),
                session_minutes=1,
                idle_minutes=1,
                owner="",
                review_by=role.review_by,
            )
            if PERMISSION_SHAPE.fullmatch(pattern) and not any(alone.may(each) for each in permissions):
                yield fault(
                    role,
                    "unknown-permission",
                    f"'{role.title}' may '{pattern}', but Homeward has no such action or page.",
                )


def _sessions(role: Role) -> Iterator[Fault]:
    if not 0 < role.idle_minutes <= role.session_minutes:
        yield fault(
            role,
            "session-without-end",
            f"'{role.title}' must have an idle limit that is more than nothing and no longer than the session.",
        )
    if not (role.second_factor or role.machine) and any(role.may(each) for each in SEES_PEOPLE):
        yield fault(
            role,
            "no-second-factor",
            f"'{role.title}' can look at other people's records, so it must sign in with a second factor.",
        )


def _sent_by_apps(role: Role) -> Iterator[Fault]:
    for kind in role.apps_send:
        if kind not in APPS_SEND:
            words = f"'{role.title}' lets apps send '{kind}', which no app may send. Choose among {', '.join(APPS_SEND)}."
            yield fault(role, "not-for-apps", words)
    if role.apps_send and not (role.may("app.allow") and role.may("app.send")):
        words = f"'{role.title}' lets apps send something, but may not 'app.allow' and 'app.send'. Add both to what it permits."
        yield fault(role, "apps-not-let-in", words)
