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
        help="what it may do, such as 'system/$process-message', 'system/ServiceRequest.rs' or, for an app, 'patient/*.rs'; may be repeated",
    )
    create.add_argument("--organisation", default="", help="code of the organisation it speaks for (default: its name)")
    create.add_argument(
        "--redirect", action="append", default=[], metavar="ADDRESS",
        help="makes it an app that people let act for them: where they are sent back to, exactly; may be repeated",
    )  # fmt: skip
    create.add_argument("--public", action="store_true", help="an app that cannot keep a secret, such as one in a browser or phone")
    create.add_argument("--launch-url", default="", help="where the app is opened from a person's record (SMART EHR launch)")
    json_option(create)


def run(options: argparse.Namespace) -> int:
    from homeward.fhir.api import create_app, create_partner_client

    asked = {"name": options.name, "scopes": " ".join(options.scope).split(), "organisation": options.organisation}
    if options.redirect:
        made = create_app(redirects=options.redirect, public=options.public, launch_url=options.launch_url, **asked)
    else:
        made = create_partner_client(**asked)
    words = f"Client id: {made['client_id']}"
    if "client_secret" in made:
        words += f"\nClient secret: {made['client_secret']}\nThe secret is shown only now. Keep it safe."
    answer(options, made, words)
    return 0
