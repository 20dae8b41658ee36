"""A page of a search comes as one text."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    """One function that answers otherwise."""

    dependencies = [("fhir", "0012_counted")]
    operations = [
        migrations.RunSQL(Path(__file__).with_name("paged.sql").read_text(), reverse_sql=migrations.RunSQL.noop)
    ]
