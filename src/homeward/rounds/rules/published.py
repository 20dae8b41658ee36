"""How is a published instance of the home health care routing and scheduling problem read, and its answer written?

The format is that of the instances of Mankowska, Meisel and Bierwirth (2014) as JSON by Ceschia, Di Gaspero, Rosati and Schaerf
(2024): one office, distances that are minutes, patients who need one carer, two together, or one after another. The cost is a
third each of all travel, all lateness and the worst lateness.
"""

from collections.abc import Mapping
from typing import Any

from homeward.rounds.rules.problem import Answer, Carer, Link, Problem, Stop, Weights

A_THIRD = 1 / 3


class Unreadable(ValueError):
    """The file is not such an instance; the words say where."""


def read(data: Any) -> Problem:
    """The problem in a published instance. Raises Unreadable with a sentence."""
    try:
        return _problem(data)
    except (KeyError, TypeError, IndexError) as error:
        raise Unreadable(f"This is not a home-care routing instance: {type(error).__name__} {error}.") from error


def _problem(data: Mapping[str, Any]) -> Problem:
    default = {each["id"]: float(each["default_duration"]) for each in data["services"]}
    able = [frozenset(each["abilities"]) for each in data["caregivers"]]
    stops, links = list[Stop](), list[Link]()
    for row, patient in enumerate(data["patients"], start=1):
        opens, closes = map(float, patient["time_window"])
        wanted = patient["required_caregivers"]
        for each in wanted:
            service = each["service"]
            may = frozenset(carer for carer, skills in enumerate(able) if service in skills)
            if not may:
                raise Unreadable(f"No carer can give {service} to {patient['id']}.")
            minutes = float(each.get("duration", default.get(service, 0)))
            stops.append(Stop(f"{patient['id']}/{service}", row, minutes, opens, closes, may))
        if len(wanted) > 2 or (len(wanted) == 2 and "synchronization" not in patient):
            raise Unreadable(f"{patient['id']} needs {len(wanted)} carers, and how they belong together is not said.")
        if len(wanted) == 2:
            least, most = _distance(patient["synchronization"])
            links.append(Link(len(stops) - 2, len(stops) - 1, least, most))
    matrix = tuple(tuple(map(float, line)) for line in data["distances"])
    if len(matrix) != len(data["patients"]) + 1 or any(len(line) != len(matrix) for line in matrix):
        raise Unreadable(
            f"There must be a line and a column of distances for the office and each patient, not {len(matrix)}."
        )
    carers = tuple(Carer(each["id"], 0, 0) for each in data["caregivers"])
    return Problem(tuple(stops), carers, tuple(links), (matrix,), Weights(A_THIRD, A_THIRD, A_THIRD))


def _distance(said: Mapping[str, Any]) -> tuple[float, float]:
    if said["type"] == "simultaneous":
        return 0.0, 0.0
    least, most = said["distance"]
    return float(least), float(most)


def written(problem: Problem, answer: Answer) -> dict[str, Any]:
    """The answer as `rounds solve` writes it: the cost, each visit with who goes and when, and what the cost is made of."""
    going = {stop: carer for carer, route in enumerate(answer.routes) for stop in route}
    visits = [
        {
            "visit": each.key.split("/")[0],
            "service": each.key.split("/")[1],
            "staff": problem.carers[going[stop]].key,
            "start": round(answer.starts[stop] or 0.0, 3),
        }
        for stop, each in enumerate(problem.stops)
    ]
    return {
        "cost": round(answer.cost, 3),
        "visits": sorted(visits, key=lambda visit: (visit["staff"], visit["start"])),
        "travel": round(answer.travel, 3),
        "total_lateness": round(answer.late, 3),
        "worst_lateness": round(answer.worst_late, 3),
        "proven_optimal": answer.proven,
        "plans_tried": answer.tried,
    }
