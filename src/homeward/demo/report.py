"""What was made, and whom may a visitor sign in as?"""

import json
from pathlib import Path

from homeward.access.api import DEMO_PASSWORD, demo_accounts
from homeward.demo.making import Made
from homeward.directory.api import place

SIGN_IN = "sign-in.txt"


def said(made: Made, *, seconds: float, as_json: bool) -> str:
    """One line for people, or an object for machines."""
    if as_json:
        return json.dumps(
            {
                "people": made.people,
                "needs": made.needs,
                "steps": made.steps,
                "refused": dict(made.refused),
                "seconds": round(seconds, 1),
            }
        ) + "\n"  # fmt: skip
    lines = [f"{made.people:,} synthetic people, {made.needs:,} needs and {made.steps:,} steps in {seconds:.0f} s.\n"]
    lines += [f"  refused {count} times: {sentence}\n" for sentence, count in made.refused.most_common(5)]
    return "".join(lines)


def sign_in_sheet(folder: Path) -> None:
    """Keep the list of accounts in the data folder, where `homeward serve` shows it."""
    shape = next(iter(place().populations.values()))
    words = shape.words_of_sign_ins()
    kept = {each.email.partition("@")[0]: each for each in demo_accounts(limit=len(words) + 1)}
    accounts = [kept[username] for username in words if username in kept]
    width = max((len(each.email) for each in accounts), default=0) + 2
    lines = [f"{each.email:<{width}}{words[each.email.partition('@')[0]]}\n" for each in accounts]
    text = f"Password for everyone: {DEMO_PASSWORD} (the sign-in page shows the security code)\n\n" + "".join(lines)
    (folder / SIGN_IN).write_text(text, encoding="utf-8")
