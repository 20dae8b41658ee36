"""What partners tell otherwise about a person stands behind the gate."""

from django.db import migrations

from homeward.access.api import protect


class Migration(migrations.Migration):
    """Row-level security."""

    dependencies = [("records", "0005_details"), ("access", "0002_gate")]
    operations = [*protect("records_detail")]
