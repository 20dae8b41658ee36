"""`homeward rounds`: what does the planner of rounds make of a published instance?"""

import argparse
import json
import sys
import time
from pathlib import Path

from homeward.cli._answer import answer, json_option
from homeward.cli._progress import Bar

WORDS = "plan rounds: solve a published home-care routing instance"


def arguments(parser: argparse.ArgumentParser) -> None:
    below = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    solve = below.add_parser("solve", help="plan the visits of an instance with single, double and ordered visits")
    solve.add_argument(
        "instance", metavar="INSTANCE.json", type=Path, help="patients, services, caregivers and distances"
    )
    solve.add_argument("--seconds", type=float, default=60.0, help="how long to look for a better plan (60)")
    solve.add_argument("--out", metavar="PLAN.json", type=Path, help="write the plan here; without it, it is printed")
    solve.add_argument("--seed", type=int, default=1, help="where chance begins")
    json_option(solve)


def run(options: argparse.Namespace) -> int:
    """0: planned; 2: the file is no such instance."""
    import django

    django.setup()  # the door of rounds opens only once Django is ready; no database is asked
    from homeward.rounds.api import Unreadable, read, solve, written

    if not options.seconds > 0:
        print("homeward: Give it some seconds, for example --seconds 60.", file=sys.stderr)
        return 2
    try:
        problem = read(json.loads(options.instance.read_bytes()))
    except (Unreadable, ValueError) as error:
        print(f"homeward: {options.instance} cannot be read. {error}", file=sys.stderr)
        return 2
    with Bar(quiet=options.json) as bar:
        found = solve(
            problem, seconds=options.seconds, clock=time.monotonic, seed=options.seed,
            tell=lambda gone, cost: bar.show("planning", int(min(gone, 1.0) * 100), 100),
        )  # fmt: skip
    plan = written(problem, found)
    if options.out:
        options.out.write_text(json.dumps(plan, indent=1) + "\n", encoding="utf-8")
    proven = ", proven to be the best there is" if found.proven else ""
    words = (
        f"Cost {plan['cost']:g}{proven}: {plan['travel']:g} of travel, {plan['total_lateness']:g} late in all, {plan['worst_lateness']:g} at worst; "
        f"{len(plan['visits'])} visits by {len({each['staff'] for each in plan['visits']})} staff, {found.tried:,} plans tried."
    )
    answer(options, plan, words if options.out else json.dumps(plan, indent=1))
    return 0
