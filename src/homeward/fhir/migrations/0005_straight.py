"""A partner's most frequent questions, each in one question to the database."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "straight.sql").read_text()


class Migration(migrations.Migration):
    """Functions that open the gate themselves and read only what it opened."""

    dependencies = [("fhir", "0004_requests"), ("access", "0004_sharing")]
    operations = [migrations.RunSQL([SQL], reverse_sql=migrations.RunSQL.noop)]
