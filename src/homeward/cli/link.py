"""`homeward link`: which records of two files are one person?"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from homeward.cli._answer import answer, json_option
from homeward.foundation.errors import Invalid

WORDS = "match people across two files, or in one: link --left A.csv --right B.csv --out pairs.csv"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--left", type=Path, required=True, help="CSV file, its identifier first")
    parser.add_argument("--right", type=Path, help="the other CSV file; left out: the first is compared with itself")
    parser.add_argument("--out", type=Path, required=True, help="where the accepted pairs are written")
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

    try:
        policy = read_policy(options.policy) if options.policy else POLICY
        if options.threshold is not None:
            policy = replace(policy, accept_weight=options.threshold)
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
