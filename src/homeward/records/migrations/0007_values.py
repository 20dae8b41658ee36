"""What an Observation holds stands in columns of its own, read from its text by the database itself."""

from pathlib import Path

from django.db import migrations, models
from django.db.models import F, Func

_VALUES = Path(__file__).with_name("values.sql")
_BACK = """
alter table records_item drop column number, drop column unit, drop column value_code, drop column parts;
drop function records_parts(jsonb, text, text);
drop function records_value_code(jsonb);
drop function records_unit(jsonb);
drop function records_number(jsonb);
drop function records_tree(text, text);
"""


def _read(name: str, output: models.Field, *others: str) -> models.GeneratedField:
    tree = Func(F("kind"), F("body"), function="records_tree", output_field=models.JSONField())
    said = Func(tree, *map(F, others), function=f"records_{name}", output_field=output)
    return models.GeneratedField(expression=said, output_field=output, db_persist=True)


class Migration(migrations.Migration):
    """One pass over the table for all four."""

    dependencies = [("records", "0006_gate_details")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(_VALUES.read_text(), reverse_sql=_BACK)],
            state_operations=[
                migrations.AddField("item", "number", _read("number", models.FloatField(null=True))),
                migrations.AddField("item", "unit", _read("unit", models.TextField(null=True))),
                migrations.AddField("item", "value_code", _read("value_code", models.TextField(null=True))),
                migrations.AddField(
                    "item", "parts", _read("parts", models.JSONField(null=True), "code_system", "code")
                ),
            ],
        )
    ]
