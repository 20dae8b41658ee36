"""A record that was joined to another is not opened the short way."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "joined.sql").read_text()


class Migration(migrations.Migration):
    """The same function, which now looks whether the record leads on."""

    dependencies = [("fhir", "0005_straight"), ("people", "0008_joining")]
    operations = [migrations.RunSQL([SQL], reverse_sql=migrations.RunSQL.noop)]
