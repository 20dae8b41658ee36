"""Details of people that partners tell otherwise than they are known here."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0004_gate_imports'),
    ]

    operations = [
        migrations.CreateModel(
            name='Detail',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('person_id', models.UUIDField()),
                ('item_id', models.UUIDField()),
                ('source', models.TextField()),
                ('field', models.TextField()),
                ('stood', models.TextField(default='')),
                ('told', models.TextField()),
                ('state', models.TextField()),
                ('fault', models.TextField(default='')),
                ('noted_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(null=True)),
                ('decided_by', models.TextField(default='')),
                ('words', models.TextField(default='')),
            ],
            options={
                'indexes': [models.Index(fields=['state', 'noted_at', 'id'], name='records_detail_waiting'), models.Index(fields=['item_id', 'field'], name='records_detail_item'), models.Index(fields=['person_id'], name='records_detail_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('field__in', ['name', 'birth_date', 'sex', 'nhs_number', 'address', 'phone', 'email', 'language', 'practice', 'death'])), name='records_detail_field'), models.CheckConstraint(condition=models.Q(('state__in', ('waiting', 'applied', 'refused', 'settled'))), name='records_detail_state'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('state', 'waiting')), models.Q(models.Q(('state', 'waiting'), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='records_detail_decided'), models.UniqueConstraint(condition=models.Q(('state', 'waiting')), fields=('item_id', 'field'), name='records_detail_waits_once')],
            },
        ),
    ]
