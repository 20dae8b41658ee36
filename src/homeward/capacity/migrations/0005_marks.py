"""Every change of the ledger leaves a mark, whoever makes it; a hold that ran out is told once."""

import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# Holds that ran out before were said when they did.
TOLD = "update capacity_booking set told_at = ended_at where state = 'expired'"


class Migration(migrations.Migration):

    dependencies = [
        ('capacity', '0004_pressure'),
    ]

    operations = [
        migrations.CreateModel(
            name='Change',
            fields=[
                ('xid', models.BigIntegerField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.AddField(
            model_name='booking',
            name='told_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='unmet',
            name='subject_kind',
            field=models.TextField(default='need'),
        ),
        migrations.RunSQL(TOLD, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name='booking',
            index=models.Index(condition=models.Q(('state', 'expired'), ('told_at', None)), fields=['expires_at'], name='capacity_booking_untold'),
        ),
        migrations.AddIndex(
            model_name='unmet',
            index=models.Index(fields=['at'], name='capacity_unmet_when'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='booking',
            trigger=pgtrigger.compiler.Trigger(name='marks', sql=pgtrigger.compiler.UpsertTriggerSql(func='insert into capacity_change (xid) values (pg_current_xact_id()::text::bigint) on conflict do nothing; return null;', hash='3af9662377470b5b05323f368da892decbe5ebf2', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_marks_20e92', table='capacity_booking', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='cardrun',
            trigger=pgtrigger.compiler.Trigger(name='marks', sql=pgtrigger.compiler.UpsertTriggerSql(func='insert into capacity_change (xid) values (pg_current_xact_id()::text::bigint) on conflict do nothing; return null;', hash='84633b5dac92d8d05321ef50626e674f7af34112', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_marks_d03f4', table='capacity_cardrun', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='line',
            trigger=pgtrigger.compiler.Trigger(name='marks', sql=pgtrigger.compiler.UpsertTriggerSql(func='insert into capacity_change (xid) values (pg_current_xact_id()::text::bigint) on conflict do nothing; return null;', hash='28b316303484d82ef666e8f43571480d0d06b4de', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_marks_fb8ae', table='capacity_line', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pressure',
            trigger=pgtrigger.compiler.Trigger(name='marks', sql=pgtrigger.compiler.UpsertTriggerSql(func='insert into capacity_change (xid) values (pg_current_xact_id()::text::bigint) on conflict do nothing; return null;', hash='6b0f3770f606dad9a92dd50bc550c99a4aa32fe8', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_marks_bf58d', table='capacity_pressure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='report',
            trigger=pgtrigger.compiler.Trigger(name='marks', sql=pgtrigger.compiler.UpsertTriggerSql(func='insert into capacity_change (xid) values (pg_current_xact_id()::text::bigint) on conflict do nothing; return null;', hash='21650b31a4708d431f7665ae2ebb53368d4bf116', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_marks_92fac', table='capacity_report', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stepdone',
            trigger=pgtrigger.compiler.Trigger(name='marks', sql=pgtrigger.compiler.UpsertTriggerSql(func='insert into capacity_change (xid) values (pg_current_xact_id()::text::bigint) on conflict do nothing; return null;', hash='c0f11a3a0f31b3b118a2bb298f3c32ebdf2db2f5', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_marks_bf907', table='capacity_stepdone', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unit',
            trigger=pgtrigger.compiler.Trigger(name='marks', sql=pgtrigger.compiler.UpsertTriggerSql(func='insert into capacity_change (xid) values (pg_current_xact_id()::text::bigint) on conflict do nothing; return null;', hash='b58484c3934a48dd84e2485b864d268e73abe723', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_marks_c4ac2', table='capacity_unit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unmet',
            trigger=pgtrigger.compiler.Trigger(name='marks', sql=pgtrigger.compiler.UpsertTriggerSql(func='insert into capacity_change (xid) values (pg_current_xact_id()::text::bigint) on conflict do nothing; return null;', hash='3e2a9a9bc87fa716ed9baf2050ef25d7f9313e11', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_marks_a2fb2', table='capacity_unmet', when='AFTER')),
        ),
    ]
