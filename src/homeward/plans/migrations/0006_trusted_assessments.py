"""Assessments that a provider was given to trust, and what was said about them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0005_drafts_after_merges'),
    ]

    operations = [
        migrations.CreateModel(
            name='TrustedShare',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('person_id', models.UUIDField()),
                ('agreement_code', models.TextField()),
                ('assessor_code', models.TextField()),
                ('provider_code', models.TextField()),
                ('state', models.TextField()),
                ('shared_at', models.DateTimeField()),
                ('shared_by', models.TextField()),
                ('shared_user', models.UUIDField(null=True)),
                ('valid_until', models.DateTimeField()),
                ('decided_at', models.DateTimeField(null=True)),
                ('decided_by', models.TextField(default='')),
                ('response', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shares', to='plans.questionnaireresponse')),
            ],
        ),
        migrations.CreateModel(
            name='ShareNote',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('person_id', models.UUIDField()),
                ('kind', models.TextField()),
                ('words', models.TextField(default='')),
                ('by_name', models.TextField()),
                ('by_user', models.UUIDField(null=True)),
                ('place_words', models.TextField(default='')),
                ('at', models.DateTimeField()),
                ('share', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='plans.trustedshare')),
            ],
        ),
        migrations.AddIndex(
            model_name='trustedshare',
            index=models.Index(fields=['person_id'], name='plans_share_person'),
        ),
        migrations.AddIndex(
            model_name='trustedshare',
            index=models.Index(fields=['provider_code', '-shared_at'], name='plans_share_provider'),
        ),
        migrations.AddConstraint(
            model_name='trustedshare',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('shared', 'queried', 'answered', 'accepted', 'withdrawn'))), name='plans_share_state'),
        ),
        migrations.AddConstraint(
            model_name='trustedshare',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'withdrawn'), _negated=True), fields=('response', 'provider_code'), name='plans_share_once_a_provider'),
        ),
        migrations.AddConstraint(
            model_name='sharenote',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ('share', 'query', 'reply', 'accept', 'withdraw'))), name='plans_sharenote_kind'),
        ),
        migrations.AddConstraint(
            model_name='sharenote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('query', 'reply')), _negated=True), models.Q(('words', ''), _negated=True), _connector='OR'), name='plans_sharenote_says_why'),
        ),
    ]
