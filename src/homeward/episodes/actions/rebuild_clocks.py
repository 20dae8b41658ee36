"""Do the clocks of a need agree with the event log? They are read again from it, and mended where they do not."""

from dataclasses import dataclass
from uuid import UUID

from homeward.directory import api as directory
from homeward.episodes import vocabulary as words
from homeward.episodes.actions.keep_clocks import COMPUTED, marks_by_clock, new_clock, replay, settle, write_marks
from homeward.episodes.models import Clock
from homeward.episodes.queries.declared import pinned
from homeward.episodes.queries.happenings import happenings
from homeward.episodes.rules.marks import Mark, Told


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A clock that did not say what the log says. Marks without evidence are reported; they cannot be removed."""

    code: str
    words: str


def rebuild_clocks(subject_id: UUID, person_id: UUID) -> list[Difference]:
    """Read every clock of the need again from the log, under the declarations it began with. No difference: all was well.

    The caller holds the gate open for the person.
    """
    known = {
        clock.code: clock for clock in Clock.objects.select_for_update().filter(subject_id=subject_id).order_by("id")
    }
    story = happenings(subject_id, person_id)  # after the lock: an event that comes meanwhile waits, and is counted after us
    declared = directory.place().clocks
    named = dict.fromkeys(code for _, told in story for code in told.facts.get(words.CLOCKS, ()) if code in declared)
    kept = marks_by_clock(list(known.values()))
    found: list[Difference] = []
    for code in dict.fromkeys((*known, *named)):
        clock = known.get(code)
        if clock is None:
            clock = new_clock(code, subject_id, person_id)
            clock.phase, clock.counted = words.WITHDRAWN, clock.target * 0
            clock.save(force_insert=True)
            found.append(Difference(code=code, words="The clock was missing."))
        found.extend(_mend(clock, kept.get(clock.id, []), story))
    return found


def _mend(clock: Clock, kept: list[Mark], story: list[tuple[int, Told]]) -> list[Difference]:
    placed = replay(pinned(clock.fingerprint, clock.calendar_fingerprint), story)
    marks = [mark for _, mark in placed]
    before = {name: getattr(clock, name) for name in COMPUTED}
    write_marks(clock, [(position, mark) for position, mark in placed if mark not in kept])
    settle(clock, marks)
    changed = [name for name in COMPUTED if getattr(clock, name) != before[name]]
    found = [Difference(code=clock.code, words=f"These did not match: {', '.join(changed)}.")] if changed else []
    if any(mark not in kept for mark in marks):
        found.append(Difference(code=clock.code, words="Marks were missing."))
    if any(mark not in marks for mark in kept):
        found.append(Difference(code=clock.code, words="There are marks that no event shows."))
    return found
