"""`homeward place`: is the place declared rightly, and what is it as FHIR or as pages?"""

import argparse
from datetime import datetime
from zoneinfo import ZoneInfo

from homeward.config import environment
from homeward.grammar.command import add_arguments, place_command

WORDS = "check the place's declarations, or write them out as FHIR or as pages"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_arguments(parser, place=environment.value("HOMEWARD_PLACE"))


def run(options: argparse.Namespace) -> int:
    import django

    django.setup()
    from homeward.plans.api import faults_of_scores

    return place_command(options, today=datetime.now(ZoneInfo("Europe/London")).date(), also=faults_of_scores)
