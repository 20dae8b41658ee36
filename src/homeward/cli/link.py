"""`homeward link`: which records of two files are one person; or, without files, which of everybody here?"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from homeward.cli._answer import answer, json_option
from homeward.foundation.errors import Invalid, Refused

if TYPE_CHECKING:
    from homeward.people.api import MatchingPolicy

WORDS = "match people: everybody here, or link --left A.csv --right B.csv --out pairs.csv"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--left", type=Path, help="CSV file, its identifier first; left out: everybody here is matched")
    parser.add_argument("--right", type=Path, help="the other CSV file; left out: the first is compared with itself")
    parser.add_argument("--out", type=Path, help="where the accepted pairs are written")
    parser.add_argument(
        "--columns", default="", metavar="FIELD=HEADER,…", help="what columns hold, where their headers do not say"
    )
    parser.add_argument("--policy", type=Path, help="a matching policy as JSON (default: the house's own)")
    parser.add_argument("--threshold", type=float, help="accept from this weight on, whatever the policy says")
    parser.add_argument(
        "--engine",
        choices=("duckdb", "spark"),
        default="duckdb",
        help="what weighs the pairs of files: duckdb on this machine, or spark, an extra, for more than one (duckdb)",
    )
    parser.add_argument(
        "--memory", default="8GB", help="what the engine on this machine may use; the rest goes to disk (8GB)"
    )
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """0: done; 1: it could not be done; 2: it was asked for wrongly, such as a file whose columns tell nobody apart."""
    wrong = ""
    if options.left is None and (options.right or options.out):
        wrong = "Say which file is the left one: --left A.csv."
    elif options.left is not None and options.out is None:
        wrong = "Say where the pairs are written: --out pairs.csv."
    if wrong:
        print(f"homeward: {wrong}", file=sys.stderr)
        return 2
    try:
        return _files(options) if options.left is not None else _everybody(options)
    except Invalid as invalid:
        print(f"homeward: {invalid}", file=sys.stderr)
        return 2
    except Refused as refused:
        print(f"homeward: {refused.message} {refused.next_step}", file=sys.stderr)
        return 1


def _files(options: argparse.Namespace) -> int:
    import django

    django.setup()  # the door of people opens only once Django is ready; no database is asked
    from homeward.people.api import link_files, read_named

    done = link_files(
        left=options.left, right=options.right, out=options.out, policy=_policy(options), named=read_named(options.columns), tell=_tell,
        engine=options.engine, memory=options.memory,
    )  # fmt: skip
    policy = _policy(options)
    lines = [f"{done.accepted:,} pairs accepted, written to {options.out} ({done.seconds:g} s)."]
    lines += [f"  {many:,} {rule}" for rule, many in sorted(done.by_rule.items())]
    lines += [f"Policy {done.policy}: accepted from weight {done.threshold:g} on. {policy.error}"]
    answer(options, {**done.as_facts(), "out": str(options.out)}, "\n".join(lines))
    return 0


def _everybody(options: argparse.Namespace) -> int:
    """Everybody here with everybody here; what may be one person waits for a reviewer."""
    from datetime import UTC, datetime

    from homeward.cli._database import with_database
    from homeward.cli._progress import Bar

    with with_database(words="homeward link"), Bar(quiet=options.json) as bar:
        from homeward.people.api import look_for_doubles

        policy = _policy(options)
        done = look_for_doubles(
            at=datetime.now(UTC), everyone=True, policy=policy, progress=lambda done, of: bar.show("People", done, of)
        )
        people, new = (done.people, done.new_pairs) if done else (0, 0)
    facts = {"people": people, "new_pairs": new, "policy": policy.version}
    answer(
        options,
        facts,
        f"{people:,} people matched; {new:,} new pairs wait at /people/matches/. Policy {policy.version}.",
    )
    return 0


def _policy(options: argparse.Namespace) -> "MatchingPolicy":
    from homeward.people.api import POLICY, read_policy

    policy = read_policy(options.policy) if options.policy else POLICY
    return policy if options.threshold is None else replace(policy, accept_weight=options.threshold)


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
