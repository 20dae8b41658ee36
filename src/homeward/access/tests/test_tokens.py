"""Does a partner's system get a short-lived token for its own scopes, and nothing else?"""

from datetime import timedelta

import pytest

from homeward.access.api import bearer, close_client, create_client, issue_token, system, verify_token
from homeward.access.tests.arranging import AT
from homeward.foundation.errors import Invalid, NotPermitted

pytestmark = pytest.mark.django_db
SCOPES = ("system/ServiceRequest.rs", "system/$process-message")


def made() -> tuple[str, str]:
    new = create_client(name="Ambulance CAD", organisation="amb", scopes=SCOPES, by=system("setup"), at=AT)
    assert new.client_secret not in repr(new)
    return new.client_id, new.client_secret


def test_a_token_names_its_partner_and_scopes_and_ends() -> None:
    client_id, secret = made()
    token = issue_token(client_id=client_id, secret=secret, scope=SCOPES[0], at=AT)
    held = bearer(token.token, AT + timedelta(minutes=14))
    assert held.scopes == (SCOPES[0],)
    assert (held.actor.kind, held.actor.name, held.actor.teams) == ("partner", "Ambulance CAD", ("amb",))
    assert verify_token(token.token, AT) == held.actor
    with pytest.raises(NotPermitted):
        verify_token(token.token, AT + timedelta(minutes=15))


def test_all_scopes_when_none_is_named_and_never_more() -> None:
    client_id, secret = made()
    assert set(issue_token(client_id=client_id, secret=secret, at=AT).scopes) == set(SCOPES)
    with pytest.raises(Invalid, match="not given"):
        issue_token(client_id=client_id, secret=secret, scope="system/*.cruds", at=AT)


def test_a_wrong_secret_or_client_is_told_nothing_more() -> None:
    client_id, secret = made()
    words = set()
    for wrong in ({"client_id": client_id, "secret": secret + "x"}, {"client_id": "hw-0", "secret": secret}):
        with pytest.raises(NotPermitted) as refused:
            issue_token(**wrong, at=AT)
        words.add(refused.value.message)
    assert len(words) == 1


def test_a_closed_client_holds_nothing() -> None:
    client_id, secret = made()
    token = issue_token(client_id=client_id, secret=secret, at=AT).token
    close_client(client_id=client_id, by=system("setup"), at=AT)
    with pytest.raises(NotPermitted):
        verify_token(token, AT)
    with pytest.raises(NotPermitted):
        issue_token(client_id=client_id, secret=secret, at=AT)
