"""The pages that follow the first go the short way too; and an id is answered with the id of the person it leads to."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    """One function that begins where a page ended, one that needs no gate."""

    dependencies = [("fhir", "0010_totals"), ("people", "0008_joining")]
    operations = [
        migrations.RunSQL(Path(__file__).with_name("following.sql").read_text(), reverse_sql=migrations.RunSQL.noop)
    ]
