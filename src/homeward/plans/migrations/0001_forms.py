"""Forms that were begun and finished, and every save of them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='QuestionnaireResponse',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('person_id', models.UUIDField()),
                ('questionnaire_code', models.TextField()),
                ('fingerprint', models.TextField()),
                ('assessment', models.TextField(default='')),
                ('sensitivity', models.TextField(default='')),
                ('state', models.TextField()),
                ('version', models.IntegerField(default=0)),
                ('begun_at', models.DateTimeField()),
                ('begun_by', models.TextField()),
                ('finished_at', models.DateTimeField(null=True)),
                ('finished_by', models.TextField(default='')),
                ('finished_user', models.UUIDField(null=True)),
                ('role', models.TextField(default='')),
                ('organisation', models.TextField(default='')),
                ('place_words', models.TextField(default='')),
                ('valid_until', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['person_id', '-begun_at'], name='plans_response_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ('begun', 'finished', 'left'))), name='plans_response_state'), models.CheckConstraint(condition=models.Q(models.Q(('finished_at__isnull', False), ('state', 'finished')), models.Q(models.Q(('state', 'finished'), _negated=True), ('finished_at__isnull', True)), _connector='OR'), name='plans_response_finished'), models.UniqueConstraint(condition=models.Q(('state', 'begun')), fields=('person_id', 'questionnaire_code'), name='plans_response_one_draft')],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('person_id', models.UUIDField()),
                ('link_id', models.TextField()),
                ('version', models.IntegerField()),
                ('yes', models.BooleanField(null=True)),
                ('number', models.FloatField(null=True)),
                ('words', models.TextField(null=True)),
                ('fact_id', models.UUIDField(null=True)),
                ('kept_at', models.DateTimeField()),
                ('kept_by', models.TextField()),
                ('response', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='plans.questionnaireresponse')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('response', 'link_id', 'version'), name='plans_entry_once_a_save'), models.CheckConstraint(condition=models.Q(models.Q(('number__isnull', True), ('yes__isnull', True)), models.Q(('words__isnull', True), ('yes__isnull', True)), models.Q(('number__isnull', True), ('words__isnull', True)), _connector='OR'), name='plans_entry_is_one_thing')],
            },
        ),
    ]
