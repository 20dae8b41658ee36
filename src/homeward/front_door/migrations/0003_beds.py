"""Who waits for, is in or was in a bed beside the door, behind the gate."""

import django.db.models.deletion
from django.db import migrations, models

from homeward.access.api import protect


class Migration(migrations.Migration):

    dependencies = [
        ("access", "0002_gate"),
        ('front_door', '0002_guarded'),
    ]

    operations = [
        migrations.CreateModel(
            name='DoorBed',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('person_id', models.UUIDField()),
                ('service_code', models.TextField()),
                ('team_code', models.TextField()),
                ('asked_at', models.DateTimeField()),
                ('unit_id', models.UUIDField(null=True)),
                ('booking_id', models.UUIDField(null=True)),
                ('label', models.TextField(default='')),
                ('came_at', models.DateTimeField(null=True)),
                ('put_by', models.TextField(default='')),
                ('left_at', models.DateTimeField(null=True)),
                ('left_to', models.TextField(default='')),
                ('left_by', models.TextField(default='')),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_words', models.TextField(default='')),
                ('arrival', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='beds', to='front_door.arrival')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('ended_at', None), ('left_at', None)), fields=['service_code', 'asked_at'], name='front_door_bed_open'), models.Index(fields=['arrival', 'asked_at'], name='front_door_bed_arrival'), models.Index(fields=['person_id'], name='front_door_bed_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('booking_id', None), ('came_at', None), ('unit_id', None)), models.Q(('booking_id__isnull', False), ('came_at__isnull', False), ('unit_id__isnull', False)), _connector='OR'), name='front_door_bed_taken_whole'), models.CheckConstraint(condition=models.Q(models.Q(('left_at', None), ('left_to', '')), models.Q(('left_at__gte', models.F('came_at')), models.Q(('left_to', ''), _negated=True)), _connector='OR'), name='front_door_bed_left_whole'), models.CheckConstraint(condition=models.Q(('ended_at', None), models.Q(('left_at', None), models.Q(('ended_words', ''), _negated=True)), _connector='OR'), name='front_door_bed_ended_why'), models.UniqueConstraint(condition=models.Q(('ended_at', None), ('left_at', None)), fields=('arrival',), name='front_door_bed_one_open')],
            },
        ),
        *protect("front_door_doorbed"),
    ]
