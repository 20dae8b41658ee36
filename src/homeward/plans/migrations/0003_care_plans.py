"""Care and support plans: their lines, every saying of them, and what people said about them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0002_forms_guarded'),
    ]

    operations = [
        migrations.CreateModel(
            name='CarePlan',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('person_id', models.UUIDField(db_index=True)),
                ('version', models.IntegerField(default=0)),
                ('begun_at', models.DateTimeField()),
                ('begun_by', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='Line',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('person_id', models.UUIDField()),
                ('heading', models.TextField()),
                ('kind', models.TextField()),
                ('author_kind', models.TextField()),
                ('author_user', models.UUIDField(null=True)),
                ('author_name', models.TextField()),
                ('place_words', models.TextField(default='')),
                ('written_at', models.DateTimeField()),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='plans.careplan')),
                ('within', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='plans.line')),
            ],
        ),
        migrations.CreateModel(
            name='LineChange',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('person_id', models.UUIDField()),
                ('number', models.IntegerField()),
                ('plan_version', models.IntegerField()),
                ('words', models.TextField()),
                ('owner_words', models.TextField(default='')),
                ('due_on', models.DateField(null=True)),
                ('state', models.TextField(default='stands')),
                ('why', models.TextField(default='')),
                ('by_kind', models.TextField()),
                ('by_user', models.UUIDField(null=True)),
                ('by_name', models.TextField()),
                ('place_words', models.TextField(default='')),
                ('at', models.DateTimeField()),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='plans.line')),
            ],
        ),
        migrations.CreateModel(
            name='Stance',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('person_id', models.UUIDField()),
                ('kind', models.TextField()),
                ('words', models.TextField(default='')),
                ('plan_version', models.IntegerField()),
                ('by_kind', models.TextField()),
                ('by_user', models.UUIDField(null=True)),
                ('by_name', models.TextField()),
                ('place_words', models.TextField(default='')),
                ('at', models.DateTimeField()),
                ('line', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stances', to='plans.line')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stances', to='plans.careplan')),
            ],
        ),
        migrations.AddConstraint(
            model_name='line',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ('text', 'goal', 'action', 'person', 'review'))), name='plans_line_kind'),
        ),
        migrations.AddConstraint(
            model_name='line',
            constraint=models.CheckConstraint(condition=models.Q(('author_kind__in', ('citizen', 'proxy', 'staff'))), name='plans_line_author'),
        ),
        migrations.AddConstraint(
            model_name='line',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'action'), ('within__isnull', False)), models.Q(models.Q(('kind', 'action'), _negated=True), ('within__isnull', True)), _connector='OR'), name='plans_line_action_within_goal'),
        ),
        migrations.AddIndex(
            model_name='linechange',
            index=models.Index(fields=['person_id', 'plan_version'], name='plans_linechange_plan'),
        ),
        migrations.AddConstraint(
            model_name='linechange',
            constraint=models.UniqueConstraint(fields=('line', 'number'), name='plans_linechange_once'),
        ),
        migrations.AddConstraint(
            model_name='linechange',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('stands', 'done', 'stopped'))), name='plans_linechange_state'),
        ),
        migrations.AddConstraint(
            model_name='linechange',
            constraint=models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='plans_linechange_says_something'),
        ),
        migrations.AddIndex(
            model_name='stance',
            index=models.Index(fields=['person_id', 'plan_version'], name='plans_stance_plan'),
        ),
        migrations.AddConstraint(
            model_name='stance',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ('agree', 'dispute', 'settle'))), name='plans_stance_kind'),
        ),
        migrations.AddConstraint(
            model_name='stance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'agree'), ('line__isnull', True)), models.Q(models.Q(('kind', 'agree'), _negated=True), ('line__isnull', False)), _connector='OR'), name='plans_stance_of_line'),
        ),
        migrations.AddConstraint(
            model_name='stance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'dispute'), _negated=True), models.Q(('words', ''), _negated=True), _connector='OR'), name='plans_stance_dispute_says_why'),
        ),
        migrations.AddConstraint(
            model_name='stance',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'agree'), models.Q(('by_kind', 'staff'), _negated=True), _connector='OR'), name='plans_stance_is_their_own'),
        ),
    ]
