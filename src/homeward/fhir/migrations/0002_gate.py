"""What a message says goes behind the gate of the person it is about."""

from django.db import migrations

from homeward.access.protect import protect


class Migration(migrations.Migration):
    """Row-level security on the kept messages. Receipts say nothing about anybody."""

    dependencies = [("fhir", "0001_messages"), ("access", "0002_gate")]
    operations = [*protect("fhir_keptmessage")]
