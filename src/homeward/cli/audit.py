"""`homeward audit verify`: has anybody rewritten the event log?"""

import argparse

from homeward.cli._answer import answer, json_option

WORDS = "check the record of what happened: audit verify"
NEEDS_DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    below = parser.add_subparsers(dest="what", metavar="verify", required=True)
    verify = below.add_parser(
        "verify", help="recompute every digest of the event log; exit 0 when it is whole, 1 when not"
    )
    json_option(verify)


def run(options: argparse.Namespace) -> int:
    from homeward.access.api import verified

    found = verified()
    data = {
        "whole": found.whole,
        "blocks": found.blocks,
        "sealed": found.sealed,
        "waiting": found.waiting,
        "breaks": [{"block": each.block, "words": each.words} for each in found.breaks],
    }
    words = f"{found.sealed} events are sealed in {found.blocks} blocks; {found.waiting} more wait to be sealed."
    if found.whole:
        words += "\nThe chain is whole."
    else:
        words += "\nThe chain is BROKEN:\n" + "\n".join(f"  block {each.block}: {each.words}" for each in found.breaks)
    answer(options, data, words)
    return 0 if found.whole else 1
