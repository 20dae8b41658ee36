"""Does a phone get its own round and nothing more, and is what it tells taken once, with or without a session?"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from homeward.access.api import close_user, gate, relationships, system, who_looked
from homeward.episodes.api import open_episode, open_episodes_of_person, set_keyworker
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import SERVICE, TEAM, received
from homeward.rounds.api import OwnWishes, say_wishes
from homeward.visits.api import assign, record_contact, visit, visits_of
from homeward.web.pocket.shell.view import shell_files
from tests.plumbing.people_at_work import account_id, citizen, signed_in, staff
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db


class Phone:
    """A phone as its own scripts would ask."""

    def __init__(self, client: Client) -> None:
        self.client, self.token = client, ""

    def asks(self, path: str) -> dict[str, Any]:
        answer = self.client.get(f"/pocket/{path}", headers={"X-Pocket": self.token})
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
        return dict(answer.json())

    def tells(self, path: str, what: Any, status: int = 200) -> dict[str, Any]:
        answer = self.client.post(
            f"/pocket/{path}", json.dumps(what), content_type="application/json", headers={"X-Pocket": self.token}
        )
        assert answer.status_code == status, answer.content
        return dict(answer.json())

    def is_set_up(self) -> "Phone":
        self.token = self.tells("enrol/", {"name": "Blue phone"})["token"]
        return self


@pytest.fixture
def nia() -> Any:
    return staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks")


@pytest.fixture
def phone(nia: Any) -> Phone:
    return Phone(signed_in(nia)).is_set_up()


@pytest.fixture
def stop(nia: Any) -> tuple[UUID, UUID]:
    """A visit of hers today: (visit, person)."""
    started = began() - timedelta(minutes=50)
    referral: ServiceRequest = received(at=started)
    demo = system("demo")
    open_episode(
        person_id=referral.person_id, referral_id=referral.id, service_code=SERVICE, team_code=TEAM, by=demo, at=started
    )
    with gate.person(referral.person_id, by=demo, at=started, why="arranging"):
        relationships.grant(referral.person_id, TEAM, kind="episode", source_id=referral.id, at=started)
        found = visits_of([referral.id])[0]
    assign(encounter_id=found.id, planned_at=began(), user_id=account_id(nia), name=nia.name, by=demo, at=started)
    return found.id, referral.person_id


def contact(visit_id: UUID, **more: Any) -> dict[str, Any]:
    seen = began() - timedelta(minutes=10)
    return {
        "id": str(uuid4()), "visit": str(visit_id), "kind": "contact", "way": "telephone", "happened_at": seen.isoformat(),
        "written_at": seen.isoformat(), "words": "Rang, all well", **more,
    }  # fmt: skip


def test_the_shell_is_the_same_for_everybody_and_names_nobody(phone: Phone) -> None:
    with_account = phone.client.get("/pocket/").content
    assert with_account == Client().get("/pocket/").content and b"Nia" not in with_account
    assert b"scripts switched on" in with_account and b'href="/visits/"' in with_account
    assert b"<style" not in with_account and b"onclick" not in with_account


@pytest.mark.hazard(
    "HZ-S17-6",
    hazard="A browser's cache keeps pages about people, in clear, after the phone was handed on.",
    control="The worker keeps a fixed list of styles and scripts under /pocket/ alone; every answer about somebody says that nothing may keep it.",
)
def test_the_worker_keeps_its_own_shell_and_nothing_else() -> None:
    answer = Client().get("/pocket/worker.js")
    assert (
        answer.headers["Content-Type"].startswith("text/javascript") and answer.headers["Cache-Control"] == "no-cache"
    )
    assert "Service-Worker-Allowed" not in answer.headers
    words = answer.content.decode()
    assert all(f'"{each}"' in words for each in shell_files()) and all(
        each.startswith("/static/") for each in shell_files()
    )
    assert "put(" in words and words.count(".put(") == 1
    found = Client().get("/pocket/manifest.webmanifest").json()
    assert (found["start_url"], found["scope"], found["display"]) == ("/pocket/", "/pocket/", "standalone")


def test_the_round_is_mine_and_its_openings_are_logged(phone: Phone, stop: tuple[UUID, UUID]) -> None:
    round_ = phone.tells("round/", {"waiting": 0})
    (found,) = round_["stops"]
    assert (found["id"], found["name"], found["open"], found["theirs"]) == (str(stop[0]), "Ivy Cole", True, True)
    assert "Resuscitation" in found["crisis"] and found["forms"] and set(found["forms"]) <= set(round_["forms"])
    lead = staff(role="team-lead", teams=(TEAM,))
    whys = {each.why for each in who_looked(stop[1], by=lead, at=datetime.now(UTC))}
    assert any("carried on a phone" in why for why in whys), whys
    tom = Phone(signed_in(staff(role="community-nurse", teams=(TEAM,), name="Tom Reid"))).is_set_up()
    assert tom.tells("round/", {"waiting": 0})["stops"] == []


def test_a_record_is_taken_once_however_often_it_is_sent(phone: Phone, stop: tuple[UUID, UUID]) -> None:
    phone.tells("round/", {"waiting": 1})
    record = contact(stop[0])
    assert [phone.tells("record/", record)["state"] for _ in range(3)] == ["taken"] * 3
    with gate.person(stop[1], by=system("demo"), at=began(), why="asking"):
        made = visit(stop[0])
    assert made is not None and (made.state, made.words) == ("seen", "Rang, all well") and made.written_at is not None
    assert "Recorded without a signal" in phone.client.get(f"/visits/{stop[0]}/").content.decode()


def test_a_clash_comes_back_with_the_other_version_and_is_settled_on_its_page(
    phone: Phone, stop: tuple[UUID, UUID]
) -> None:
    phone.tells("round/", {"waiting": 0})
    other = staff(role="community-nurse", teams=(TEAM,), name="Tom Reid")
    record_contact(
        encounter_id=stop[0],
        contact_at=began() - timedelta(minutes=20),
        words="His words",
        way="telephone",
        by=other,
        at=began(),
    )
    record = contact(stop[0])
    answer = phone.tells("record/", record)
    assert answer["state"] == "clash" and ["Words", "His words"] in answer["theirs"]
    assert "Seen or spoken to" in phone.client.get("/pocket/told/").content.decode()
    page = f"/pocket/told/{record['id']}/"
    shown = phone.client.get(page).content.decode()
    assert "His words" in shown and "Rang, all well" in shown
    assert phone.client.post(page, {"how": "aside", "words": ""}).status_code == 422
    assert phone.client.post(page, {"how": "both", "words": ""}).status_code == 302
    assert phone.tells("record/", record)["state"] == "settled"
    assert "Settled by Nia Brooks" in phone.client.get(page).content.decode()


def test_a_record_that_cannot_be_is_mended_by_another(phone: Phone, stop: tuple[UUID, UUID]) -> None:
    phone.tells("round/", {"waiting": 0})
    wrong = contact(stop[0], happened_at=(began() + timedelta(hours=3)).isoformat())
    assert phone.tells("record/", wrong)["state"] == "refused"
    assert phone.tells("record/", contact(stop[0], instead_of=wrong["id"]))["state"] == "taken"
    assert phone.tells("record/", wrong)["state"] == "settled"


def test_nonsense_and_strangers_are_refused_in_words(phone: Phone, stop: tuple[UUID, UUID]) -> None:
    phone.tells("round/", {"waiting": 0})
    assert "cannot be read" in phone.tells("record/", ["not an object"], 422)["refused"]
    assert "cannot be read" in phone.tells("record/", {**contact(stop[0]), "answers": {"a": {"b": []}}}, 422)["refused"]
    assert Client().post("/pocket/round/", "{}", content_type="application/json").status_code == 302
    stranger = Phone(signed_in(staff(role="community-nurse", teams=(TEAM,), name="Tom Reid")))
    stranger.token = phone.token
    stranger.tells("round/", {}, 403)


@pytest.mark.hazard(
    "HZ-S17-7",
    hazard="A lost phone is wiped and nobody learns which visits it had not sent.",
    control="The phone says how many it deleted unsent; its owner and the team lead see that beside its name until they are written again.",
)
def test_lost_it_is_heard_without_a_session_and_what_was_left_behind_is_shown(phone: Phone) -> None:
    page = phone.client.get("/pocket/phones/").content.decode()
    assert "Blue phone" in page and "Lost it" in page
    lead = signed_in(staff(role="team-lead", teams=(TEAM,), name="Una Lead"))
    theirs = lead.get("/pocket/phones/").content.decode()
    assert "Blue phone, Nia Brooks" in theirs
    address = next(part.split('"')[0] for part in theirs.split('action="') if "/lost/" in part.split('"')[0])
    assert lead.post(address).status_code == 302
    finder = Phone(Client())
    finder.token = phone.token
    assert finder.asks("hello/")["standing"] == "lost" and not finder.asks("hello/")["signed_in"]
    finder.tells("gone/", {"left_behind": 2})
    assert finder.asks("hello/")["standing"] == "wiped"
    assert "2 records were deleted with it" in lead.get("/pocket/phones/").content.decode()


def test_what_the_person_wishes_of_visits_goes_along(phone: Phone, stop: tuple[UUID, UUID]) -> None:
    assert phone.tells("round/", {"waiting": 0})["stops"][0]["wishes"] == []
    say_wishes(
        person_id=stop[1], wishes=OwnWishes(way_in="Knock hard", animals="A dog"), seen=None,
        by=citizen(person_id=stop[1]), at=began(),
    )  # fmt: skip
    assert phone.tells("round/", {"waiting": 0})["stops"][0]["wishes"] == [["The way in", "Knock hard"], ["Animals", "A dog"]]


def test_who_holds_the_care_goes_along_and_one_who_has_left_is_said_to_have(phone: Phone, stop: tuple[UUID, UUID]) -> None:
    olu = account_id(staff(role="therapist", teams=(TEAM,), name="Olu Ade"))
    demo = system("demo")
    assert phone.tells("round/", {"waiting": 0})["stops"][0]["keyworker"] == ""
    with gate.person(stop[1], by=demo, at=began(), why="arranging"):
        (care,) = open_episodes_of_person(stop[1])
    set_keyworker(episode_id=care.id, user_id=olu, by=demo, at=began())
    (found,) = phone.tells("round/", {"waiting": 0})["stops"]
    assert found["keyworker"] == "Olu Ade" and "Keyworker: <strong>Olu Ade</strong>" in found["crisis"]
    close_user(user_id=olu, by=system("setup"), at=began())
    (found,) = phone.tells("round/", {"waiting": 0})["stops"]
    assert found["keyworker"] == "Olu Ade, who no longer works in this team" and "Olu Ade" not in found["crisis"]
