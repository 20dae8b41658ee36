"""`homeward bench`: measure this Homeward on this machine."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from homeward.cli._answer import answer, json_option
from homeward.cli._web import web_at, worker_here

if TYPE_CHECKING:
    from homeward.people.api import PersonDetails

WORDS = (
    "measure how fast it is: bench booking, bench flow, bench hub, bench record, bench link, bench measures, "
    "bench rounds, bench start"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    below = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    _unserved(below)
    served = [*_of_the_hub(below), *_of_places(below)]
    for each in served:
        each.add_argument("--port", type=int, default=9850, help="port to serve on; the next one is used too")
        json_option(each)


def _of_the_hub(below: Any) -> list[argparse.ArgumentParser]:
    hub = below.add_parser("hub", help="a referral shown on an open board, the board, person search, placing")
    hub.add_argument("--people", type=int, default=20_000, help="made-up people at first")
    hub.add_argument("--large", type=int, default=1_300_000, help="made-up people at last; 0 leaves that out")
    hub.add_argument("--waiting", type=int, default=500, help="referrals that wait on the board")
    hub.add_argument("--times", type=int, default=300, help="how often each question is asked")
    hub.add_argument("--seconds", type=float, default=60.0, help="how long referrals come in")
    hub.add_argument("--rate", type=float, default=20.0, help="referrals a second")
    start = below.add_parser("start", help="how long a second start takes until the first page")
    record = below.add_parser("record", help="a person's page, FHIR reads and searches, bundles, bringing in a file")
    record.add_argument("--people", type=int, default=13_000, help="made-up people at first")
    record.add_argument("--large", type=int, default=1_300_000, help="made-up people at last; 0 leaves that out")
    record.add_argument("--items", type=int, default=30_000_000, help="partners' items in all, at last")
    record.add_argument("--full", type=int, default=2_000, help="items of the people whose pages are opened")
    record.add_argument("--times", type=int, default=300, help="how often each page is opened")
    record.add_argument("--seconds", type=float, default=10.0, help="how long each rate is measured")
    record.add_argument(
        "--file", type=int, default=100_000, help="resources in the file that is brought in; 0 leaves it out"
    )
    record.add_argument(
        "--bytes",
        type=int,
        default=0,
        help="bytes of a large file that is brought in for its memory (1000000000: 1 GB)",
    )
    record.add_argument(
        "--hold", type=Path, metavar="FOLDER", help="load into this folder once and keep it; next time only measure"
    )
    record.add_argument("--brief", action="store_true", help="only the pages and the file")
    return [hub, start, record]


def _of_places(below: Any) -> list[argparse.ArgumentParser]:
    alerts = below.add_parser(
        "alerts", help="a virtual ward: measurements sent from home until the alert stands on an open screen"
    )
    alerts.add_argument("--people", type=int, default=5_000, help="people on the ward")
    alerts.add_argument("--rate", type=float, default=100.0, help="observations a second, seven to a set")
    alerts.add_argument("--seconds", type=float, default=60.0, help="how long they come in")
    booking = below.add_parser(
        "booking", help="many clients ask for few places at once: none given twice, none lost, none slow"
    )
    booking.add_argument("--attempts", type=int, default=10_000, help="attempts in all")
    booking.add_argument("--clients", type=int, default=50, help="clients at once")
    booking.add_argument("--places", type=int, default=1_000, help="places there are")
    booking.add_argument(
        "--kill",
        action="store_true",
        help="kill clients and the database half way: is all that was acknowledged there?",
    )
    flow = below.add_parser("flow", help="the boards of the way home with 3,000 inpatients and 200 people watching")
    flow.add_argument("--inpatients", type=int, default=3_000, help="people in hospital")
    flow.add_argument("--watching", type=int, default=200, help="open boards")
    flow.add_argument("--services", type=int, default=200, help="services on the capacity board")
    return [alerts, booking, flow]


def _unserved(below: Any) -> None:
    """Measured in this process, without pages."""
    link = below.add_parser("link", help="two made-up populations with stated errors linked as two files")
    link.add_argument("--people", type=int, default=1_000_000, help="people of each organisation")
    link.add_argument("--memory", default="8GB", help="what the engine may use")
    json_option(link)
    rounds = below.add_parser("rounds", help="a day and a week of visits, the price of few new faces, a re-plan")
    rounds.add_argument("--seconds", type=float, default=18.0, help="how long each day is planned")
    rounds.add_argument("--long", type=float, default=120.0, help="how long the run that it is compared with takes")
    examples = os.environ.get("HOMEWARD_EXAMPLES")
    rounds.add_argument(
        "--published", metavar="FOLDER", type=Path, default=Path(examples) / "rounds" if examples else None,
        help="published instances with their best known (of HOMEWARD_EXAMPLES), a minute each",
    )  # fmt: skip
    json_option(rounds)
    numbers = below.add_parser(
        "measures", help="a lake of a whole place: every measure, one drawn again, events until the numbers see them"
    )
    numbers.add_argument("--people", type=int, default=1_300_000, help="people of the made-up lake")
    numbers.add_argument("--rows", type=int, default=150_100_000, help="its rows")
    numbers.add_argument(
        "--real", type=int, default=20_000, help="people in the database, for the rebuild and the increments"
    )
    numbers.add_argument("--items", type=int, default=50, help="partners' items of each of these people")
    numbers.add_argument("--events", type=int, default=10_000, help="events of one increment")
    numbers.add_argument(
        "--engine",
        choices=("spark",),
        help="instead: this engine beside DuckDB, over a tenth of the lake and the whole",
    )
    numbers.add_argument(
        "--seconds", type=float, default=10.0, help="how long boards are opened, by one and by a hundred"
    )
    numbers.add_argument("--port", type=int, default=9850, help="port on which boards are served")
    json_option(numbers)


def run(options: argparse.Namespace) -> int:
    def tell(words: str) -> None:
        print(words, file=sys.stderr, flush=True)

    if options.what == "start":
        from homeward.bench.start import second_start

        facts = second_start(port=options.port, tell=tell)
    elif options.what == "booking":
        facts = _booking(options, tell)
    elif options.what == "rounds":
        facts = _rounds(options, tell)
    elif options.what == "flow":
        facts = _flow(options, tell)
    elif options.what == "link":
        facts = _link(options, tell)
    elif options.what == "measures":
        facts = _measures(options, tell)
    elif options.what == "alerts":
        facts = _alerts(options, tell)
    elif options.what == "record":
        facts = _record(options, tell)
    else:
        from homeward.bench.hub import Plan
        from homeward.bench.hub import run as measure

        plan = Plan(
            people=options.people, large=options.large, waiting=options.waiting, times=options.times,
            seconds=options.seconds, rate=options.rate, port=options.port,
        )  # fmt: skip
        facts = measure(plan, write=_message, new_client=_client, tell=tell)
    answer(options, facts, facts.pop("words"))
    return 0


def _flow(options: argparse.Namespace, tell: Callable[[str], None]) -> dict[str, Any]:
    from homeward.bench.flow import Plan as Boards
    from homeward.bench.flow import run as watch
    from homeward.config import environment

    boards = Boards(
        place=environment.value("HOMEWARD_PLACE"), inpatients=options.inpatients, watching=options.watching,
        services=options.services, port=options.port,
    )  # fmt: skip
    return watch(boards, tell=tell)


def _measures(options: argparse.Namespace, tell: Callable[[str], None]) -> dict[str, Any]:
    """In a data folder and a database of its own, which are gone afterwards."""
    from homeward.bench.measures import Plan
    from homeward.bench.measures import run as measure
    from homeward.cli._database import with_database

    with tempfile.TemporaryDirectory(prefix="homeward-bench-") as folder:
        Path(folder).chmod(0o711)  # the database server may run under a lesser account
        former = {
            name: os.environ.pop(name, None)
            for name in ("HOMEWARD_DATA", "DATABASE_URL", "HOMEWARD_OWNER_URL", "HOMEWARD_EMBEDDED")
        }
        os.environ["HOMEWARD_DATA"] = folder
        try:
            with with_database(words="bench measures"):
                if options.engine:
                    from homeward.bench.engines import engines

                    return engines(options.engine, people=options.people, rows=options.rows, tell=tell)
                plan = Plan(
                    people=options.people,
                    rows=options.rows,
                    real=options.real,
                    items=options.items,
                    events=options.events,
                    seconds=options.seconds,
                )
                return measure(plan, web=web_at(options.port), worker=worker_here(), tell=tell)
        finally:
            os.environ.pop("HOMEWARD_DATA")
            os.environ.update({name: value for name, value in former.items() if value})


def _alerts(options: argparse.Namespace, tell: Callable[[str], None]) -> dict[str, Any]:
    from homeward.bench.alerts import Plan
    from homeward.bench.alerts import run as measure

    plan = Plan(people=options.people, rate=options.rate, seconds=options.seconds, port=options.port)
    return measure(plan, new_client=_reader, tell=tell)


def _booking(options: argparse.Namespace, tell: Callable[[str], None]) -> dict[str, Any]:
    from homeward.bench.booking import Plan
    from homeward.bench.booking import run as rush

    plan = Plan(
        attempts=options.attempts, clients=options.clients, places=options.places, port=options.port, kill=options.kill
    )
    return rush(plan, tell=tell)


def _record(options: argparse.Namespace, tell: Callable[[str], None]) -> dict[str, Any]:
    from homeward.bench.record import Plan
    from homeward.bench.record import run as measure
    from homeward.config import environment

    plan = Plan(
        people=options.people, large=options.large, items=options.items, full=options.full, times=options.times,
        seconds=options.seconds, file=options.file, size=options.bytes, hold=options.hold, brief=options.brief,
        port=options.port, processes=environment.value("HOMEWARD_WEB_PROCESSES"), threads=environment.value("HOMEWARD_WEB_THREADS"),
    )  # fmt: skip
    return measure(plan, new_reader=_reader, tell=tell)


def _link(options: argparse.Namespace, tell: Callable[[str], None]) -> dict[str, Any]:
    import django

    django.setup()  # the door of people opens only once Django is ready; no database is asked
    from homeward.bench.link import link

    return link(people=options.people, tell=tell, memory=options.memory)


def _rounds(options: argparse.Namespace, tell: Callable[[str], None]) -> dict[str, Any]:
    import django

    django.setup()  # the door of rounds opens only once Django is ready; no database is asked
    from homeward.bench.rounds import rounds

    return rounds(seconds=options.seconds, long=options.long, instances=options.published, tell=tell)


def _reader() -> Mapping[str, str]:
    from homeward.fhir.api import create_partner_client

    return create_partner_client(name="Bench shared record", scopes=["system/*.cruds"])


def _client() -> Mapping[str, str]:
    from homeward.fhir.api import create_partner_client

    return create_partner_client(name="Bench ambulance control", scopes=["system/$process-message"])


def _message(person: "PersonDetails", number: int, slot: int) -> bytes:
    """A BaRS referral about this person; the word of its seconds lets a board be searched for it."""
    from datetime import UTC, datetime

    from homeward.fhir.api import ReferralToSend, referral_message
    from homeward.foundation.ids import new_id

    said = ReferralToSend(
        message_id=new_id(),
        request_id=new_id(),
        sent_at=datetime.now(UTC),
        sender_code="RYA",
        sender_name="Bench ambulance control",
        family=person.family,
        given=person.given,
        birth_date=person.birth_date,
        gender=person.sex,
        nhs_number=person.nhs_number,
        address_lines=person.address_lines,
        postcode=person.postcode,
        practice_code="",
        need_words=f"Fell at home and cannot get up alone, slot-{slot:04d} number {number}",
        priority="stat",
        requester_name=("Sam", "Okoro"),
        requester_phone="0121 496 0001",
        case_number=f"bench-{number}",
    )
    return json.dumps(referral_message(said)).encode()
