"""`homeward serve`: bring up the database, the pages, the live pushes and the jobs, and keep them up."""

import argparse
import os

WORDS = "serve Homeward, with a database of its own unless DATABASE_URL names one"
VARIABLES = {"host": "HOMEWARD_HOST", "port": "HOMEWARD_PORT", "demo_people": "HOMEWARD_DEMO_PEOPLE"}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", help="address to listen on (HOMEWARD_HOST)")
    parser.add_argument("--port", help="port to listen on (HOMEWARD_PORT)")
    parser.add_argument("--demo-people", help="synthetic people to make when nobody is there (HOMEWARD_DEMO_PEOPLE)")
    parser.add_argument("--no-demo", action="store_true", help="make no synthetic people (HOMEWARD_DEMO=0)")


def run(options: argparse.Namespace) -> int:
    for option, variable in VARIABLES.items():
        if getattr(options, option):
            os.environ[variable] = getattr(options, option)
    if options.no_demo:
        os.environ["HOMEWARD_DEMO"] = "0"
    from homeward.config.supervision.serve import serve

    return serve()
