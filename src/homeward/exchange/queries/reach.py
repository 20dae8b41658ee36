"""How can this person be reached? Read inside their open gate."""

from typing import get_args
from uuid import UUID

from django.db import connection

from homeward.exchange.models import ContactRule
from homeward.exchange.rules.choosing import Reach, plain
from homeward.foundation.errors import NotFound
from homeward.grammar.api import MessageWay

_PERSON = """
select coalesce(concat_ws(' ', nullif(n.given, ''), n.family), ''), p.restricted, p.death_at is not null,
       coalesce(nullif(p.language_code, ''), 'en'), coalesce(a.lines, '{}'), coalesce(a.postcode, ''),
       (select c.value from people_contact c where c.person_id = p.id and c.kind = 'phone' and c.valid_to is null
        order by c.id desc limit 1),
       (select c.value from people_contact c where c.person_id = p.id and c.kind = 'email' and c.valid_to is null
        order by c.id desc limit 1)
from people_person p
left join people_personname n on n.person_id = p.id and n.use = 'usual' and n.valid_to is null
left join people_address a on a.person_id = p.id and a.valid_to is null
where p.id = %s
"""


def reach_of(person_id: UUID) -> Reach:
    """What is known, wished and forbidden. Raises NotFound when the gate does not show them."""
    with connection.cursor() as cursor:
        cursor.execute(_PERSON, [person_id])
        row = cursor.fetchone()
    if row is None:
        raise NotFound("There is no such person here.")
    name, protected, died, language, lines, postcode, phone, email = row
    rules = list(ContactRule.objects.filter(person_id=person_id, ended_at=None).order_by("-at"))
    never = [each for each in rules if each.rule == "never"]
    return Reach(
        name=name, phone=phone or "", email=email or "", address=tuple(lines), postcode=postcode, language=language,
        protected=protected, died=died,
        prefers=_wish(rules),
        never_ways=frozenset(each.way for each in never if not each.value),
        never_values=frozenset(plain(each.value) for each in never if each.value),
    )  # fmt: skip


def _wish(rules: list[ContactRule]) -> MessageWay | None:
    newest = next((each.way for each in rules if each.rule == "prefer"), "")
    return next((way for way in get_args(MessageWay) if way == newest), None)
