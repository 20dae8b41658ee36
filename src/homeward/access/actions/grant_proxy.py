"""How does somebody come to act for another person?"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from homeward.access.actions.about import named_person
from homeward.access.models import Proxy, User
from homeward.access.vocabulary import SCOPES
from homeward.directory.api import place
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound, Refused
from homeward.foundation.moments import london_day

BY_PERSON = "The person said so themself, signed in to their own account."


@action("proxy.grant", about=named_person)
def grant(
    *,
    person_id: UUID,
    proxy_user: UUID,
    relation: str,
    scopes: Sequence[str],
    until: datetime,
    born_on: date | None,
    by: Actor,
    at: datetime,
    checked: str = "",
) -> Happening[Proxy]:
    """This citizen's account acts for the person in `scopes` until a moment. What stood between the two is replaced.

    Staff must say how they checked that the person wants it. `born_on` is the person's birth date: nobody acts for a
    child unless the place declares so. Raises Invalid, Refused, NotFound.
    """
    own = by.kind == "citizen" and by.person_id == person_id and by.acting_for is None
    _check(relation, scopes, until, at, checked, own=own)
    _check_age(born_on, at)
    holder = User.objects.filter(pk=proxy_user, kind=User.CITIZEN, is_active=True).first()
    if holder is None:
        raise NotFound("There is no open account of that person.", next_step="Invite them by their email address.")
    if holder.person_id == person_id:
        raise Refused("That is the person's own account.", next_step="Give the address of whoever will act for them.")
    Proxy.objects.filter(person_id=person_id, user=holder, ended_at__isnull=True).update(
        ended_at=at, ended_by=by.name, ended_words="Replaced."
    )
    proxy = Proxy.objects.create(
        person_id=person_id,
        user=holder,
        holder_name=holder.name,
        relation=relation.strip(),
        scopes=[code for code in SCOPES if code in scopes],
        checked=BY_PERSON if own else checked.strip(),
        granted_by_id=by.user_id,
        granted_by=by.name,
        granted_at=at,
        until=until,
    )
    return Happening(
        result=proxy,
        subject_kind="proxy",
        subject_id=proxy.id,
        person_id=person_id,
        facts={
            "holder": holder.name,
            "relation": proxy.relation,
            "scopes": proxy.scopes,
            "until": until.isoformat(),
            "checked": proxy.checked,
        },
    )


def _check(relation: str, scopes: Sequence[str], until: datetime, at: datetime, checked: str, *, own: bool) -> None:
    longest = timedelta(days=place().access_policy.proxy_longest_days)
    errors: dict[str, str] = {}
    if not relation.strip():
        errors["relation"] = "Say who they are to the person, like 'daughter' or 'attorney for health'."
    if not scopes or set(scopes) - set(SCOPES):
        errors["scopes"] = "Choose at least one thing that they may do."
    if until <= at:
        errors["until"] = "Choose a later day for it to end."
    elif until - at > longest:
        errors["until"] = f"Choose a day no more than {longest.days} days ahead. It can be given again then."
    if not own and not checked.strip():
        errors["checked"] = "Say how you checked that the person wants this, or which paper gives them the right."
    if errors:
        raise Invalid(errors)


def _check_age(born_on: date | None, at: datetime) -> None:
    policy = place().access_policy
    if policy.parental_proxies:
        return
    today = london_day(at)
    if born_on is None:
        raise Refused("The person's birth date is not known, so it cannot be told whether they are grown up.")
    age = today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))
    if age < policy.adult_at:
        raise Refused(
            f"Nobody can act here for somebody younger than {policy.adult_at}.",
            next_step="Speak with their GP practice about what a parent may see.",
        )
