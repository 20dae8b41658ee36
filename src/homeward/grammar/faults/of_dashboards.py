"""Does every board hold at most nine numbers that there are, say why each stands there, and open for somebody?"""

from collections.abc import Iterator
from datetime import date, timedelta

from homeward.grammar.dashboards import FEED_WAYS, MOST_NUMBERS, Dashboard, Feed
from homeward.grammar.faults.fault import Fault, fault, unknown
from homeward.grammar.place import Place


def faults_of_dashboards(place: Place, today: date) -> Iterator[Fault]:
    for board in place.dashboards.values():
        yield from _of_board(place, board)
    for feed in place.feeds.values():
        yield from _of_feed(place, feed)


def _of_board(place: Place, board: Dashboard) -> Iterator[Fault]:
    named = [each.measure for each in board.numbers]
    yield from unknown(board, "measure", (*named, *(each.safety for each in board.numbers)), place.measures)
    yield from unknown(board, "role", board.audience, place.roles)
    yield from unknown(board, "feed", board.feeds, place.feeds)
    if not board.question.strip().endswith("?"):
        yield fault(board, "no-question", f"The board '{board.title}' does not say which question it answers.")
    if not board.numbers and not board.feeds:
        yield fault(board, "empty-board", f"The board '{board.title}' shows nothing. Give it a number or a feed.")
    if len(named) > MOST_NUMBERS:
        yield fault(
            board,
            "too-many-numbers",
            f"The board '{board.title}' has {len(named)} numbers. Nobody reads more than {MOST_NUMBERS} in ten seconds: "
            "make two boards of it.",
        )
    for code in sorted({each for each in named if named.count(each) > 1}):
        yield fault(board, "declared-twice", f"The board '{board.title}' shows '{code}' twice.")
    for number in board.numbers:
        if not number.why.strip():
            yield fault(board, "no-reason", f"The board '{board.title}' does not say why it shows '{number.measure}'.")
        if number.safety == number.measure:
            yield fault(
                board, "no-safety", f"On the board '{board.title}', '{number.measure}' cannot watch over itself."
            )
    for code in board.audience:
        role = place.roles.get(code)
        if role is not None and not role.may("numbers.view"):
            yield fault(
                board, "cannot-open", f"The board '{board.title}' is for '{role.title}', which may not see numbers."
            )


def _of_feed(place: Place, feed: Feed) -> Iterator[Fault]:
    yield from unknown(feed, "organisation", (feed.partner,), place.organisations)
    if feed.way not in FEED_WAYS:
        yield fault(feed, "no-such-way", f"'{feed.title}' comes by '{feed.way}', which is no way in.")
    known = place.services if feed.way in ("capacity", "readings") else place.organisations
    yield from unknown(feed, "service" if known is place.services else "organisation", feed.sources, known)
    if not feed.sources:
        yield fault(feed, "no-source", f"'{feed.title}' does not say who sends it, so nothing that comes is ever it.")
    if feed.every <= timedelta(0):
        yield fault(feed, "no-rhythm", f"'{feed.title}' does not say how often it comes, so it could never be late.")
    if not 0 <= feed.invalid_most <= 100:
        yield fault(feed, "no-such-share", f"'{feed.title}' has a part refused outside 0 to 100 percent.")
