"""Which steps may an episode take from where it stands, under the declaration it began with?"""

from homeward.episodes.rules.marks import Told, matches
from homeward.grammar.api import Move, Outcome, Service


def moves_from(service: Service, stage: str) -> tuple[Move, ...]:
    """The declared moves out of a stage, in the order declared."""
    return tuple(move for move in service.moves if stage in move.from_)


def move_to(service: Service, stage: str, to: str) -> Move | None:
    """The declared move from one stage to another, if there is one."""
    return next((move for move in moves_from(service, stage) if move.to == to), None)


def moves_taken_by(service: Service, stage: str, event: Told) -> Move | None:
    """The move that this event takes by itself."""
    return next((move for move in moves_from(service, stage) if any(matches(on, event) for on in move.on)), None)


def final_stage(service: Service, outcome: Outcome) -> str:
    """The stage an episode with this outcome ends in."""
    return outcome.stage if outcome.stage in service.final_stages else service.final_stages[0]


def forms_due(service: Service, stage: str) -> tuple[str, ...]:
    """The forms to fill in from a stage on: what its moves ask for, but for those that end the care.

    Forms of the service that none of its moves asks for are due from the first stage on.
    """
    unasked = [code for code in service.questionnaires if not any(code in move.asks for move in service.moves)]
    asked = [code for move in moves_from(service, stage) if move.to not in service.final_stages for code in move.asks]
    return tuple(dict.fromkeys([*asked, *(unasked if stage == service.first_stage else ())]))


def forms_at_the_end(service: Service, stage: str) -> tuple[str, ...]:
    """The forms that the moves which end the care from a stage ask for."""
    ending = (move for move in moves_from(service, stage) if move.to in service.final_stages)
    return tuple(dict.fromkeys(code for move in ending for code in move.asks))


def done_on(form: str) -> str:
    """What finishes the task of filling in this form."""
    return f"questionnaire:{form}"


def form_of(done_on_kind: str) -> str:
    """The form that a task asks for; '' where something else finishes it."""
    asks, _, form = done_on_kind.partition(":")
    return form if asks == "questionnaire" else ""
