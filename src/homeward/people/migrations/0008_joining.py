"""Pairs and merges stand behind the gate; the database holds what is joined, and carries rows between two open people."""

from pathlib import Path

from django.db import migrations

from homeward.access.api import protect

_JOINING = Path(__file__).with_name("joining.sql")


class Migration(migrations.Migration):
    """Row-level security and plain SQL."""

    dependencies = [("people", "0007_matching"), ("access", "0004_sharing")]
    operations = [
        *protect("people_matchpair", removable=True),
        *protect("people_merge"),
        *protect("people_carried"),
        migrations.RunSQL(_JOINING.read_text(), reverse_sql=migrations.RunSQL.noop),
    ]
