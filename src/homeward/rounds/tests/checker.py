"""Does a plan keep every rule of its instance, and is its cost what it says? Shares no code with the planner."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

CLOSE = 0.01


def faults(instance: Mapping[str, Any], plan: Mapping[str, Any]) -> list[str]:
    """Every rule that the plan breaks, in a sentence."""
    patients = {each["id"]: (row, each) for row, each in enumerate(instance["patients"], start=1)}
    able = {each["id"]: set(each["abilities"]) for each in instance["caregivers"]}
    default = {each["id"]: each["default_duration"] for each in instance["services"]}
    found, given, days = list[str](), dict[tuple[str, str], dict[str, Any]](), defaultdict[str, list[Any]](list)
    for visit in plan["visits"]:
        row, patient = patients[visit["visit"]]
        key = (visit["visit"], visit["service"])
        if key in given:
            found.append(f"{key} is given twice")
        given[key] = visit
        if visit["service"] not in able[visit["staff"]]:
            found.append(f"{visit['staff']} cannot give {key}")
        if visit["start"] < patient["time_window"][0] - CLOSE:
            found.append(f"{key} begins before it may")
        minutes = next(
            (
                each.get("duration", default[each["service"]])
                for each in patient["required_caregivers"]
                if each["service"] == visit["service"]
            ),
            None,
        )
        if minutes is None:
            found.append(f"nobody asked for {key}")
        days[visit["staff"]].append((visit["start"], row, minutes or 0))
    for name, (_, patient) in patients.items():
        found += _together(name, patient, given)
    for staff, stops in days.items():
        found += _driven(staff, sorted(stops), instance["distances"])
    cost = _cost(patients, given, days, instance["distances"])
    if abs(cost - plan["cost"]) > CLOSE:
        found.append(f"the cost is {cost:.3f}, not {plan['cost']}")
    return found


def _together(name: str, patient: Mapping[str, Any], given: Mapping[tuple[str, str], Mapping[str, Any]]) -> list[str]:
    wanted = [(name, each["service"]) for each in patient["required_caregivers"]]
    if missing := [key for key in wanted if key not in given]:
        return [f"{key} is given by nobody" for key in missing]
    if len(wanted) < 2:
        return []
    first, second = (given[key] for key in wanted)
    least, most = patient["synchronization"].get("distance", (0, 0))
    apart = second["start"] - first["start"]
    found = (
        []
        if least - CLOSE <= apart <= most + CLOSE
        else [f"{name} has its two {apart} minutes apart, not {least} to {most}"]
    )
    return [*found, *([f"{name} has the same carer twice"] if first["staff"] == second["staff"] else [])]


def _driven(staff: str, stops: list[Any], distances: list[list[float]]) -> list[str]:
    found = [f"{staff} cannot be at the first stop then"] if distances[0][stops[0][1]] > stops[0][0] + CLOSE else []
    for (start, here, minutes), (following, there, _) in pairwise(stops):
        if start + minutes + distances[here][there] > following + CLOSE:
            found.append(f"{staff} cannot be at row {there} by {following}")
    return found


def _cost(patients: Any, given: Any, days: Any, distances: list[list[float]]) -> float:
    travel = 0.0
    for stops in days.values():
        rows = [0, *(row for _, row, _ in sorted(stops)), 0]
        travel += sum(distances[here][there] for here, there in pairwise(rows))
    late = [max(0.0, visit["start"] - patients[name][1]["time_window"][1]) for (name, _), visit in given.items()]
    return (travel + sum(late) + max(late)) / 3
