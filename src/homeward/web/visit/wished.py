"""What does a person wish of every visit, as whoever comes reads it at the door?"""

from uuid import UUID

from homeward.rounds import api as rounds


def wished(person_id: UUID) -> list[tuple[str, str]]:
    """What is asked, and their answer; nothing where nobody said anything. Inside the person's open gate."""
    said = rounds.wishes_of(person_id)[:1]
    if not said:
        return []
    (now,) = said
    hours = "" if now.opens is None or now.closes is None else f"Between {_clock(now.opens)} and {_clock(now.closes)}"
    told = [
        ("Whom they would like", "; ".join(filter(None, (now.faces, "Somebody they know" if now.same_face else "")))),
        ("When", hours),
        ("The way in", now.way_in),
        ("Animals", now.animals),
        ("To know before you come", now.words),
    ]
    return [(asked, answer) for asked, answer in told if answer]


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
