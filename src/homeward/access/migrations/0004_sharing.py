"""What people said about sharing, broken glass, proxies and copies; and the gate, which asks them."""

from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
import homeward.foundation.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0003_cache'),
    ]

    operations = [
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.UUIDField(default=homeward.foundation.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('person_id', models.UUIDField()),
                ('kind', models.TextField()),
                ('purpose_code', models.TextField()),
                ('partner_code', models.TextField(default='')),
                ('version', models.PositiveIntegerField()),
                ('words', models.TextField(default='')),
                ('said_by', models.TextField()),
                ('recorded_by_id', models.UUIDField(null=True)),
                ('recorded_by', models.TextField()),
                ('organisation_code', models.TextField()),
                ('recorded_at', models.DateTimeField()),
                ('superseded_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ('consent', 'objection', 'withdrawn'))), name='access_consent_kind'), models.UniqueConstraint(condition=models.Q(('superseded_at__isnull', True)), fields=('person_id', 'purpose_code', 'partner_code'), name='access_consent_one_stands'), models.UniqueConstraint(fields=('person_id', 'purpose_code', 'partner_code', 'version'), name='access_consent_version')],
            },
        ),
        migrations.CreateModel(
            name='Export',
            fields=[
                ('id', models.UUIDField(default=homeward.foundation.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('person_id', models.UUIDField()),
                ('asked_by_id', models.UUIDField(null=True)),
                ('asked_by', models.TextField()),
                ('reason', models.TextField()),
                ('asked_at', models.DateTimeField()),
                ('state', models.TextField(default='waiting')),
                ('done', models.PositiveIntegerField(default=0)),
                ('total', models.PositiveIntegerField(default=0)),
                ('rows', models.PositiveIntegerField(default=0)),
                ('withheld', models.PositiveIntegerField(default=0)),
                ('content', models.BinaryField(null=True)),
                ('size', models.PositiveIntegerField(default=0)),
                ('sha256', models.TextField(default='')),
                ('ready_at', models.DateTimeField(null=True)),
                ('words', models.TextField(default='')),
            ],
            options={
                'indexes': [models.Index(fields=['asked_at'], name='access_export_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ('waiting', 'gathering', 'ready', 'failed', 'removed'))), name='access_export_state')],
            },
        ),
        migrations.CreateModel(
            name='Glass',
            fields=[
                ('id', models.UUIDField(default=homeward.foundation.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('person_id', models.UUIDField()),
                ('actor_id', models.UUIDField()),
                ('actor_name', models.TextField()),
                ('actor_kind', models.TextField(default='staff')),
                ('organisation', models.TextField()),
                ('role', models.TextField()),
                ('reason_code', models.TextField()),
                ('reason_title', models.TextField()),
                ('words', models.TextField(default='')),
                ('objected', models.BooleanField(default=False)),
                ('owner_teams', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None)),
                ('opened_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('judge_by', models.DateTimeField()),
                ('verdict', models.TextField(default='')),
                ('judged_at', models.DateTimeField(null=True)),
                ('judged_by_id', models.UUIDField(null=True)),
                ('judged_by', models.TextField(default='')),
                ('judged_words', models.TextField(default='')),
            ],
            options={
                'indexes': [models.Index(fields=['person_id', 'actor_id', 'until'], name='access_glass_live'), models.Index(condition=models.Q(('verdict', '')), fields=['opened_at'], name='access_glass_to_judge')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until__gt', models.F('opened_at'))), name='access_glass_shuts'), models.CheckConstraint(condition=models.Q(models.Q(('judged_at__isnull', True), ('verdict', '')), models.Q(('judged_at__isnull', False), ('verdict__in', ('right', 'not_right')), models.Q(('judged_by_id', models.F('actor_id')), _negated=True)), _connector='OR'), name='access_glass_judged_by_another')],
            },
        ),
        migrations.CreateModel(
            name='Proxy',
            fields=[
                ('id', models.UUIDField(default=homeward.foundation.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('person_id', models.UUIDField()),
                ('holder_name', models.TextField()),
                ('relation', models.TextField()),
                ('scopes', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('checked', models.TextField()),
                ('granted_by_id', models.UUIDField(null=True)),
                ('granted_by', models.TextField()),
                ('granted_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.TextField(default='')),
                ('ended_words', models.TextField(default='')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proxies', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['user'], name='access_proxy_holder')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until__gt', models.F('granted_at'))), name='access_proxy_ends'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('person_id', 'user'), name='access_proxy_once')],
            },
        ),
        migrations.RunSQL(
            Path(__file__).with_name("sharing.sql").read_text(), reverse_sql=migrations.RunSQL.noop
        ),
    ]
