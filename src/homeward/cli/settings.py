"""`homeward settings`: which environment variables are read, what they mean, and what holds here?"""

import argparse

from homeward.cli._answer import answer, json_option
from homeward.config import environment

WORDS = "list the environment variables that Homeward reads, with their defaults and what is set here"
SECRET = ("SECRET", "DATABASE_URL", "OWNER_URL")


def arguments(parser: argparse.ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("--markdown", action="store_true", help="the table of defaults, as the documentation shows it")


def markdown() -> str:
    """The documented table."""
    rows = [
        f"| `{each.name}` | {f'`{each.default}`' if each.default else ''} | {each.words} |"
        for each in environment.VARIABLES
    ]
    head = [
        "# Settings",
        "",
        "Every setting is an environment variable.",
        "",
        "| variable | default | meaning |",
        "|---|---|---|",
    ]
    return "\n".join([*head, *rows, ""])


def _here(name: str) -> str:
    value = environment.value(name)
    return "(set)" if value and any(word in name for word in SECRET) else value


def run(options: argparse.Namespace) -> int:
    if options.markdown:
        print(markdown(), end="")
        return 0
    data = [{"name": each.name, "value": _here(each.name), "words": each.words} for each in environment.VARIABLES]
    width = max(len(each["name"]) for each in data)
    words = "\n".join(
        f"{each['name']:<{width}}  {each['value'] or '-'}\n{'':<{width}}  {each['words']}" for each in data
    )
    answer(options, data, words)
    return 0
