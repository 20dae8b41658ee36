"""`homeward upgrade`: bring the database up to date without serving."""

import argparse

from homeward.cli._database import database_in_environment

WORDS = "bring the tables and the declared place up to date"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="say nothing when all goes well")


def run(options: argparse.Namespace) -> int:
    from homeward.config.fingerprint import remember
    from homeward.config.upgrade import upgrade
    from homeward.foundation.lasting import building

    with building(), database_in_environment(words="homeward upgrade") as embedded:
        upgrade(embedded=embedded, words=not options.quiet)
        remember()
    return 0
