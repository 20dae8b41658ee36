"""Does a link open one thing, for a while, for its holder, and nothing once it is over?"""

from datetime import timedelta

import pytest
from django.db import connection

from homeward.access.api import Token, issue_link, link_actor, may, open_link, revoke_link, system
from homeward.access.tests.arranging import AT
from homeward.foundation.errors import Invalid, NotFound, NotPermitted
from homeward.foundation.ids import new_id

pytestmark = pytest.mark.django_db
HOUSE = "links"


def issued(*, kind: str = "track", uses: int | None = None) -> Token:
    return issue_link(
        kind=kind, person_id=new_id(), subject_id=new_id(), organisation="x", expires_at=AT + timedelta(days=7),
        held_by="Dr Shah", uses=uses, by=system(HOUSE), at=AT,
    )  # fmt: skip


def test_its_holder_acts_under_their_name_for_one_subject() -> None:
    token = issued()
    holder = open_link(token.token, AT)
    assert (holder.kind, holder.name, holder.role) == ("link", "Dr Shah", "track")
    assert holder.subject is not None and holder.person_id is not None and holder.teams == ()
    assert may(holder, "referral.track") and not may(holder, "referral.accept") and not may(holder, "hub.view")


def test_the_token_is_kept_nowhere() -> None:
    token = issued()
    assert token.token not in repr(token)
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from access_link l where l::text like %s", [f"%{token.token}%"])
        assert cursor.fetchone() == (0,)
        cursor.execute("select count(*) from access_link where digest = sha256(%s::bytea)", [token.token.encode()])
        assert cursor.fetchone() == (1,)


def test_it_ends_with_its_days_its_uses_and_its_revocation() -> None:
    late = issued()
    with pytest.raises(NotPermitted, match="ended"):
        open_link(late.token, AT + timedelta(days=7))
    twice = issued(uses=2)
    held = open_link(twice.token, AT).session
    open_link(twice.token, AT)
    with pytest.raises(NotPermitted):
        open_link(twice.token, AT)
    assert link_actor(held, AT).name == "Dr Shah"
    revoke_link(link_id=twice.link_id, by=system(HOUSE), at=AT)
    with pytest.raises(NotPermitted):
        link_actor(held, AT)
    with pytest.raises(NotFound):
        revoke_link(link_id=twice.link_id, by=system(HOUSE), at=AT)


@pytest.mark.parametrize("token", ["", "x", "A" * 43, "../../etc", "' or 1=1 --"])
def test_a_made_up_token_opens_nothing(token: str) -> None:
    issued()
    with pytest.raises(NotPermitted, match="ended or was taken back"):
        open_link(token, AT)


def test_only_known_kinds_with_a_future_are_issued() -> None:
    with pytest.raises(Invalid):
        issued(kind="everything")
    with pytest.raises(Invalid):
        issue_link(kind="track", organisation="x", expires_at=AT, by=system(HOUSE), at=AT)
