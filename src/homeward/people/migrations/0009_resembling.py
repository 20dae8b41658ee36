"""Whom does a new person resemble? Two functions for the job that looks, each bounded whatever the number of people."""

from pathlib import Path

from django.db import migrations

_MATCHING = Path(__file__).with_name("matching.sql")


class Migration(migrations.Migration):
    """Plain SQL."""

    dependencies = [("people", "0008_joining")]
    operations = [migrations.RunSQL(_MATCHING.read_text(), reverse_sql=migrations.RunSQL.noop)]
