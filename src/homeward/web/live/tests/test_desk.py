"""Is each open page told of its own teams' changes, and is a slow one told to start afresh instead of being queued for ever?"""

from homeward.web.live.client import MOST_HELD, MOST_PENDING, Client
from homeward.web.live.desk import Desk
from homeward.web.live.group import MOST_ROWS, Group
from homeward.web.live.notice import Notice, read
from homeward.web.live.stream import said


def _notice(id: str, *teams: str) -> Notice:
    return Notice("referral.accept", "referral", id, frozenset(teams))


def test_a_notice_is_read_and_nonsense_is_not() -> None:
    assert read("referral.accept|referral|a-1|hub-east,ucr-east") == _notice("a-1", "hub-east", "ucr-east")
    assert read("referral.accept|referral|a-1|") == _notice("a-1")
    for nonsense in ("", "one|two", "a|b|c|d|e", "||x|"):
        assert read(nonsense) is None


def test_only_the_teams_concerned_are_told_and_once_for_each_thing() -> None:
    desk, east, west = (
        Desk(),
        Client(teams=frozenset({"hub-east"})),
        Client(teams=frozenset({"hub-west"})),
    )
    desk.clients = {east, west}
    desk.pass_on(_notice("a", "hub-east"))
    desk.pass_on(_notice("a", "hub-east", "ucr-east"))
    assert [each.subject_id for each in east.take()[0]] == ["a"]
    assert west.take() == ([], False)
    assert not east.wake.is_set()


def test_a_slow_page_starts_afresh() -> None:
    client = Client(teams=frozenset({"t"}))
    for number in range(MOST_PENDING + 1):
        client.tell(_notice(str(number), "t"))
    assert client.take() == ([], True)


def test_what_is_sent_names_no_person() -> None:
    assert said([_notice("a", "t")], False) == (
        'event: changed\ndata: [{"kind":"referral.accept","of":"referral","id":"a"}]\n\n'
    )
    assert said([_notice("a", "t")], True).startswith("event: afresh")


def test_a_page_that_takes_no_fragments_starts_afresh_and_one_that_is_over_is_given_none() -> None:
    client = Client(teams=frozenset({"t"}))
    for _ in range(3):
        client.give(b"x" * (MOST_HELD // 3))
    client.give(b"x" * MOST_HELD)
    assert client.afresh and client.take_held() == []
    client.end()
    client.give(b"x")
    assert client.take_held() == [] and client.wake.is_set()


def test_what_changed_in_a_sight_is_bounded() -> None:
    group = Group()
    for number in range(MOST_ROWS):
        group.add(_notice(str(number), "t"), whole=False)
    assert len(group.take() or []) == MOST_ROWS and group.take() == []
    for number in range(MOST_ROWS + 1):
        group.add(_notice(str(number), "t"), whole=False)
    assert not group.waiting and group.take() is None
    group.add(_notice("a", "t"), whole=True)
    assert group.take() is None
