"""What partners' reads need in one question each."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "reading.sql").read_text()


class Migration(migrations.Migration):
    """Functions that answer while the gate is open."""

    dependencies = [("fhir", "0002_gate"), ("people", "0005_born_and_called"), ("records", "0002_gate")]
    operations = [migrations.RunSQL([SQL], reverse_sql=migrations.RunSQL.noop)]
