"""How many there are in all is counted without reading them."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    """One function in new words."""

    dependencies = [("fhir", "0011_following"), ("records", "0010_sensitive")]
    operations = [
        migrations.RunSQL(Path(__file__).with_name("counted.sql").read_text(), reverse_sql=migrations.RunSQL.noop)
    ]
