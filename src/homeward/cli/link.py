"""`homeward link`: which records of two files are one person; or, without files, which of everybody here?"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from homeward.cli._answer import answer, json_option
from homeward.foundation.errors import Invalid

if TYPE_CHECKING:
    from homeward.people.matching.policy import MatchingPolicy

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
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    from homeward.people.matching.columns import read_named
    from homeward.people.matching.linking import link_files
    from homeward.people.matching.policy import POLICY, read_policy

    def tell(words: str) -> None:
        print(words, file=sys.stderr, flush=True)

    if options.left is None and (options.right or options.out):
        print("homeward: Say which file is the left one: --left A.csv.", file=sys.stderr)
        return 2
    if options.left is not None and options.out is None:
        print("homeward: Say where the pairs are written: --out pairs.csv.", file=sys.stderr)
        return 2
    try:
        policy = read_policy(options.policy) if options.policy else POLICY
        if options.threshold is not None:
            policy = replace(policy, accept_weight=options.threshold)
        if options.left is None:
            return _everybody(options, policy)
        done = link_files(
            left=options.left,
            right=options.right,
            out=options.out,
            policy=policy,
            named=read_named(options.columns),
            tell=tell,
        )
    except Invalid as wrong:
        print(f"homeward: {wrong}", file=sys.stderr)
        return 2
    facts = {**done.as_facts(), "out": str(options.out)}
    lines = [f"{done.accepted:,} pairs accepted, written to {options.out} ({done.seconds:g} s)."]
    lines += [f"  {many:,} {rule}" for rule, many in sorted(done.by_rule.items())]
    lines += [f"Policy {done.policy}: accepted from weight {done.threshold:g} on; {policy.error}"]
    answer(options, facts, "\n".join(lines))
    return 0


def _everybody(options: argparse.Namespace, policy: "MatchingPolicy") -> int:
    """Everybody here with everybody here; what may be one person waits for a reviewer."""
    from datetime import UTC, datetime

    from homeward.cli._database import with_database
    from homeward.cli._progress import Bar

    with with_database(words="homeward link"), Bar(quiet=options.json) as bar:
        from homeward.people.api import look_for_doubles

        done = look_for_doubles(
            at=datetime.now(UTC), everyone=True, policy=policy, progress=lambda done, of: bar.show("People", done, of)
        )
        people, new = (done.people, done.new_pairs) if done else (0, 0)
    facts = {"people": people, "new_pairs": new, "policy": policy.version}
    answer(options, facts, f"{people:,} people matched; {new:,} new pairs wait at /people/matches/. Policy {policy.version}.")
    return 0
