"""Can staff come in by password and security code, and can nobody come in with less?"""

import pytest
from django.test import Client

from homeward.access.api import DEMO_PASSWORD, Post, create_user, make_demo_account, set_password, system
from homeward.directory.api import place
from tests.plumbing.people_at_work import LONG_AGO, add_membership

pytestmark = pytest.mark.django_db
EMAIL = "asha@demo.example"
PASSWORD = "correct horse staple battery"


def hub_post() -> Post:
    team = next(code for code, team in place().teams.items() if team.hub)
    role = next(code for code, role in place().roles.items() if role.may("hub.view") and role.second_factor)
    return Post(organisation_code=place().teams[team].organisation, role_code=role, team_codes=(team,))


def demonstration_account() -> None:
    make_demo_account(handle="asha", name="Asha Patel", posts=[hub_post()], at=LONG_AGO)


def real_account(email: str = "ben@example.org") -> None:
    user = create_user(email=email, name="Ben Cole", by=system("setup"), at=LONG_AGO)
    set_password(user_id=user.id, password=PASSWORD, by=system("setup"), at=LONG_AGO)
    post = hub_post()
    add_membership(
        user_id=user.id, organisation_code=post.organisation_code, role_code=post.role_code, team_codes=(),
        by=system("setup"), at=LONG_AGO,
    )  # fmt: skip


def give_password(browser: Client, email: str, password: str) -> str:
    answer = browser.post("/sign-in/", {"email": email, "password": password, "next": "/help/"})
    return answer.headers.get("Location", "") or answer.content.decode()


def code_shown(browser: Client) -> str:
    return browser.get("/sign-in/second-factor/").content.decode().split('id="demonstration-code">')[1][:6]


def test_password_then_code_then_where_one_was_going() -> None:
    demonstration_account()
    browser = Client()
    page = browser.get("/sign-in/?next=/help/").content.decode()
    assert "Asha Patel" in page and place().roles[hub_post().role_code].title in page
    assert give_password(browser, EMAIL, DEMO_PASSWORD) == "/sign-in/second-factor/"
    assert browser.get("/audit/").status_code == 302  # not in yet
    code = code_shown(browser)
    wrong = browser.post("/sign-in/second-factor/", {"code": "000000" if code != "000000" else "111111"})
    assert wrong.status_code == 422 and "That code is not right" in wrong.content.decode()
    answer = browser.post("/sign-in/second-factor/", {"code": code})
    assert answer.headers["Location"] == "/help/"
    assert "Asha Patel" in browser.get("/help/").content.decode()


def test_the_same_visitor_may_come_twice_within_one_code_of_a_demonstration() -> None:
    demonstration_account()
    for _ in range(2):
        browser = Client()
        give_password(browser, EMAIL, DEMO_PASSWORD)
        assert browser.post("/sign-in/second-factor/", {"code": code_shown(browser)}).status_code == 302


@pytest.mark.parametrize(("email", "password"), [("ben@example.org", "wrong"), ("nobody@example.org", PASSWORD)])
def test_wrong_details_are_told_alike(email: str, password: str) -> None:
    real_account()
    page = give_password(Client(), email, password)
    assert "The email address or password is not right" in page and 'href="#id_email"' in page


def test_too_many_attempts_are_held_up() -> None:
    real_account()
    browser = Client()
    for _ in range(5):
        give_password(browser, "ben@example.org", "wrong")
    assert "too many attempts" in give_password(browser, "ben@example.org", PASSWORD)


def test_an_empty_form_names_each_field() -> None:
    page = Client().post("/sign-in/", {}).content.decode()
    assert "<title>Error: Sign in" in page and "Enter your email address." in page and "Enter your password." in page


def test_setting_up_a_security_code_gives_recovery_codes_that_work_once() -> None:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    real_account()
    browser = Client()
    assert give_password(browser, "ben@example.org", PASSWORD) == "/help/"
    assert browser.get("/audit/").headers["Location"].startswith("/sign-in/second-factor/set-up/")
    page = browser.get("/sign-in/second-factor/set-up/").content.decode()
    secret = page.split('id="key">')[1].partition("<")[0].replace(" ", "")
    assert browser.post("/sign-in/second-factor/set-up/", {"code": "12"}).status_code == 422
    code = format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))
    codes = browser.post("/sign-in/second-factor/set-up/", {"code": code}).content.decode()
    recovery = codes.split("<code>")[1].partition("<")[0]
    assert browser.get("/audit/").status_code == 403  # in, and this role has no such page

    again = Client()
    assert give_password(again, "ben@example.org", PASSWORD) == "/sign-in/second-factor/"
    assert "demonstration-code" not in again.get("/sign-in/second-factor/").content.decode()
    assert again.post("/sign-in/second-factor/", {"code": recovery}).status_code == 302
    third = Client()
    give_password(third, "ben@example.org", PASSWORD)
    assert third.post("/sign-in/second-factor/", {"code": recovery}).status_code == 422


def test_second_factor_keys_are_kept_encrypted() -> None:
    from allauth.mfa.models import Authenticator

    from homeward.access.api import demo_secret

    demonstration_account()
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert demo_secret(EMAIL) not in kept and len(kept) > 60


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/sign-out/"])
def test_nobody_is_sent_elsewhere(wanted: str) -> None:
    demonstration_account()
    browser = Client()
    browser.post("/sign-in/", {"email": EMAIL, "password": DEMO_PASSWORD, "next": wanted})
    assert browser.post("/sign-in/second-factor/", {"code": code_shown(browser)}).headers["Location"] == "/"


def test_signing_out_ends_the_session() -> None:
    demonstration_account()
    browser = Client()
    give_password(browser, EMAIL, DEMO_PASSWORD)
    browser.post("/sign-in/second-factor/", {"code": code_shown(browser)})
    assert "Sign out" in browser.get("/sign-out/").content.decode()
    assert browser.post("/sign-out/").headers["Location"] == "/sign-out/done/"
    assert "You have signed out" in browser.get("/sign-out/done/").content.decode()
    assert browser.get("/audit/").headers["Location"].startswith("/sign-in/")


def test_a_page_of_a_real_house_shows_no_accounts(settings: object) -> None:
    demonstration_account()
    settings.HOMEWARD_DEMO = False  # type: ignore[attr-defined]  # pytest-django's settings
    page = Client().get("/sign-in/").content.decode()
    assert EMAIL not in page and DEMO_PASSWORD not in page
    from homeward.foundation.errors import Refused

    with pytest.raises(Refused, match="only for demonstrations"):
        make_demo_account(handle="b", name="B", posts=[], at=LONG_AGO)
