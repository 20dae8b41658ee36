"""The observations of somebody of whom something was measured here are put together the long way."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    """A new function, and one in new words."""

    dependencies = [("fhir", "0013_paged"), ("monitoring", "0007_rising"), ("visits", "0009_whose_told")]
    operations = [
        migrations.RunSQL(Path(__file__).with_name("alone.sql").read_text(), reverse_sql=migrations.RunSQL.noop)
    ]
