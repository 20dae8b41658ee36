"""`homeward client create`: let a partner's system talk to Homeward."""

import argparse

from homeward.cli._answer import answer, json_option

WORDS = "manage partners' systems: client create NAME --scope SCOPE …"
NEEDS_DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    below = parser.add_subparsers(dest="what", metavar="create", required=True)
    create = below.add_parser("create", help="give a partner's system a client id and a secret, shown once")
    create.add_argument("name", help="what the system is called, for people")
    create.add_argument(
        "--scope",
        action="append",
        required=True,
        help="what it may do, such as 'system/$process-message' or 'system/ServiceRequest.rs'; may be repeated",
    )
    create.add_argument("--organisation", default="", help="code of the organisation it speaks for (default: its name)")
    json_option(create)


def run(options: argparse.Namespace) -> int:
    from homeward.fhir.api import create_partner_client

    made = create_partner_client(
        name=options.name, scopes=" ".join(options.scope).split(), organisation=options.organisation
    )
    words = f"Client id: {made['client_id']}\nClient secret: {made['client_secret']}\nThe secret is shown only now. Keep it safe."
    answer(options, made, words)
    return 0
