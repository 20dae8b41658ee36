"""Every table about a person goes behind the gate; names get the keys and functions that searches use."""

from pathlib import Path

from django.db import migrations

from homeward.access.api import protect

_SEARCH = Path(__file__).with_name("search.sql")
_TABLES = ("personname", "identifier", "address", "practiceregistration", "contact", "tracestep")


class Migration(migrations.Migration):
    """Plain SQL: row-level security, generated columns and functions."""

    dependencies = [("people", "0001_people"), ("access", "0002_gate")]
    operations = [
        migrations.RunSQL(_SEARCH.read_text(), reverse_sql=migrations.RunSQL.noop),
        *protect("people_person", person_column="id"),
        *(operation for table in _TABLES for operation in protect(f"people_{table}")),
    ]
