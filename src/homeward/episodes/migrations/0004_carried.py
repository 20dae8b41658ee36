"""When two records are found to be one person, episodes and their histories go along; nothing else of them may change."""

import re
from pathlib import Path

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


_GUARDS = (Path(__file__).parent / "guards.sql").read_text()
_FOUND = re.search(r"create (function episodes_stage_is_declared\(\).*?\nbegin\n)(.*?\nend \$\$;)", _GUARDS, re.S)
assert _FOUND is not None
_CARRIED = """    if tg_op = 'UPDATE' and new.person_id <> old.person_id and gate.carried(to_jsonb(old), to_jsonb(new)) then
        return new;
    end if;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0008_joining'),
        ('episodes', '0003_letters'),
    ]

    operations = [
        migrations.RunSQL(f"create or replace {_FOUND[1]}{_CARRIED}{_FOUND[2]}", reverse_sql=migrations.RunSQL.noop),
        pgtrigger.migrations.RemoveTrigger(
            model_name='clockmark',
            name='stays',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='stagechange',
            name='stays',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='clockmark',
            trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="if tg_op = 'UPDATE' and gate.carried(to_jsonb(old), to_jsonb(new)) then return new; end if; raise exception '% is only ever added to', tg_table_name;", hash='fbce28414b871bacdeab536d5b677f9415fdc47c', operation='UPDATE OR DELETE', pgid='pgtrigger_stays_dd655', table='episodes_clockmark', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stagechange',
            trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="if tg_op = 'UPDATE' and gate.carried(to_jsonb(old), to_jsonb(new)) then return new; end if; raise exception '% is only ever added to', tg_table_name;", hash='da80c02578a8699779405b72b3ae9a64a2bf067b', operation='UPDATE OR DELETE', pgid='pgtrigger_stays_b50b9', table='episodes_stagechange', when='BEFORE')),
        ),
    ]
