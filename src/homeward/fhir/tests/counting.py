"""How many rows does every table of the house hold? Counted through a job's gate, so that nothing is overlooked."""

from django.apps import apps
from django.db import connection

from homeward.access.api import gate
from homeward.fhir.tests.partner import NOON

_LEFT_OUT = {"access_apitoken", "access_apiclient"}


def rows() -> dict[str, int]:
    """Table → rows, for all of Homeward's own tables and the event log; tokens, which every partner gets, left out."""
    tables = {
        model._meta.db_table
        for config in apps.get_app_configs()
        if config.name.startswith("homeward.")
        for model in config.get_models()
    } - _LEFT_OUT
    counted = {}
    with gate.job("bench", at=NOON), connection.cursor() as cursor:
        for table in sorted(tables):
            cursor.execute(f'select count(*) from "{table}"')
            counted[table] = cursor.fetchone()[0]
    return counted
