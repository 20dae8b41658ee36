"""Is an app registered and let in with nothing wider than was asked and given, and only at addresses that do not leak?"""

import base64
import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.access.api import granted, is_address_of_app, verifies
from homeward.fhir.partner_client import create_app
from homeward.fhir.rules.scopes import covers
from homeward.fhir.tests.an_app import BACK
from homeward.foundation.errors import Invalid

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "uri",
    [
        "http://app.example/back",
        "https://*.example/back",
        "https://app.example/#x",
        "javascript:alert(1)",
        "https://a@b.example/",
        "myapp://x",
        "https:///x",
        "https://app.example/a b",
        "https://app.example:port/",
    ],
)
def test_an_app_is_not_registered_with_an_address_that_leaks(uri: str) -> None:
    assert not is_address_of_app(uri)
    with pytest.raises(Invalid):
        create_app(name="X", scopes=["user/*.rs"], redirects=[uri])


def test_only_scopes_that_read_are_registered() -> None:
    assert is_address_of_app("http://127.0.0.1:8765/cb") and is_address_of_app("https://app.example/cb?x=1")
    for scope in ("system/*.rs", "user/*.write", "everything", "patient/*."):
        with pytest.raises(Invalid):
            create_app(name="X", scopes=[scope], redirects=[BACK])


_SCOPES = st.builds(
    lambda context, kind, letters: f"{context}/{kind}.{letters}",
    st.sampled_from(["user", "patient", "system"]), st.sampled_from(["*", "Patient", "Observation", "Task"]),
    st.sampled_from(["rs", "r", "s", "read", "write", "*", "cruds", "c"]),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(asked=st.lists(_SCOPES, max_size=4), given_=st.lists(_SCOPES, max_size=4))
def test_nothing_is_granted_beyond_what_was_asked_and_given(asked: list[str], given_: list[str]) -> None:
    for each in granted(asked, given_):
        context, need = each.partition("/")[0], f"system/{each.partition('/')[2]}"
        assert context in ("user", "patient")
        assert covers([one for one in asked if one.startswith(context)], need)
        assert covers([one for one in given_ if one.startswith(context)], need)
        assert not covers([each], "system/Patient.c") and not covers([each], "system/Patient.u")


@given(verifier=st.text(max_size=130))
def test_only_the_verifier_itself_verifies(verifier: str) -> None:
    challenge = base64.urlsafe_b64encode(hashlib.sha256(b"x" * 43).digest()).decode().rstrip("=")
    assert verifies(verifier, challenge) == (verifier == "x" * 43)
