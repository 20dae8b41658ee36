"""An Observation's values are read from its text before it is kept, so that no number that the database cannot read refuses it."""

from django.db import migrations, models

# What waits in a delivery was read before: its values are taken from its text now, as far as the database can.
_TELL = """
alter table records_item alter column number drop expression, alter column unit drop expression,
    alter column value_code drop expression, alter column parts drop expression;
create function records_tree_or_none(kind text, body text) returns jsonb language plpgsql as $$
begin
    return records_tree(kind, body);
exception when others then return null;
end $$;
update records_row set number = records_number(t.tree), unit = records_unit(t.tree),
    value_code = records_value_code(t.tree), parts = records_parts(t.tree, code_system, code)
from (select id as row, records_tree_or_none(kind, body) as tree from records_row
      where kind = 'Observation' and body <> '') t
where id = t.row and t.tree is not null;
drop function records_tree_or_none(text, text);
drop function records_parts(jsonb, text, text);
drop function records_value_code(jsonb);
drop function records_unit(jsonb);
drop function records_number(jsonb);
drop function records_tree(text, text);
"""
_PLAIN = {
    "number": models.FloatField(null=True), "unit": models.TextField(null=True),
    "value_code": models.TextField(null=True), "parts": models.JSONField(null=True),
}  # fmt: skip


class Migration(migrations.Migration):
    """The columns keep what they hold."""

    dependencies = [("records", "0007_values")]
    operations = [
        *(migrations.AddField("row", name, field) for name, field in _PLAIN.items()),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(_TELL)],
            state_operations=[
                each
                for name, field in _PLAIN.items()
                for each in (migrations.RemoveField("item", name), migrations.AddField("item", name, field))
            ],
        ),
    ]
