"""The functions that find a person: by any number they have or had, by name, birth date and postcode; and who is in review."""

from pathlib import Path

from django.db import migrations

_FIND = Path(__file__).with_name("find.sql")


class Migration(migrations.Migration):
    """Plain SQL: the functions are dropped and made anew, because what they return has changed."""

    dependencies = [("people", "0002_gate_and_search")]
    operations = [migrations.RunSQL(_FIND.read_text(), reverse_sql=migrations.RunSQL.noop)]
