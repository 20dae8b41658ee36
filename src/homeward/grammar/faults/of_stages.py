"""Can an episode always go on, and always end? No stage is a dead end, and none is out of reach."""

from collections.abc import Iterator

from homeward.grammar.faults.fault import Fault, fault, unknown
from homeward.grammar.services import Service


def faults_of_stages(service: Service) -> Iterator[Fault]:
    titles = {stage.code: stage.title for stage in service.stages}
    name = service.title
    yield from unknown(service, "stage", (service.first_stage, *service.final_stages), titles)
    for move in service.moves:
        yield from unknown(service, "stage", (*move.from_, move.to), titles)
    yield from _outcomes(service, titles)
    if service.first_stage not in titles:
        return
    reached = _reached(service, {service.first_stage})
    left = {stage for move in service.moves for stage in move.from_}
    for code, title in titles.items():
        if code not in reached:
            yield fault(service, "out-of-reach", f"In '{name}', nothing leads to the stage '{title}'.")
        if code in service.final_stages and code in left:
            yield fault(service, "final-but-left", f"In '{name}', '{title}' is called final but can be left.")
        if code not in service.final_stages and not _reached(service, {code}) & set(service.final_stages):
            yield fault(service, "dead-end", f"In '{name}', a person can be stuck for ever in '{title}'.")


def _outcomes(service: Service, titles: dict[str, str]) -> Iterator[Fault]:
    ends = {outcome.stage for outcome in service.outcomes}
    for outcome in service.outcomes:
        if outcome.stage not in service.final_stages:
            yield fault(
                service,
                "outcome-not-an-end",
                f"In '{service.title}', the outcome '{outcome.title}' belongs to a stage that does not end the episode.",
            )
    for code in service.final_stages:
        if code not in ends:
            yield fault(
                service,
                "end-without-outcome",
                f"In '{service.title}', an episode can end in '{titles.get(code, code)}' with no outcome to record.",
            )


def _reached(service: Service, start: set[str]) -> set[str]:
    reached = set(start)
    while True:
        more = {move.to for move in service.moves if reached & set(move.from_)} - reached
        if not more:
            return reached
        reached |= more
