"""How did this stay go, what do the wards say, and whose is each next step?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.errors import NotFound
from homeward.hospital import api as hospital
from homeward.people import api as people
from homeward.web.asker import may
from homeward.web.flow.acts.stay_acts import STAY_ACTS
from homeward.web.page import PageRequest, page, show
from homeward.web.people.health.read import alerts


@page("flow.view", methods=("GET",))
def one_stay(request: PageRequest, stay_id: UUID) -> HttpResponse:
    """One stay, whole."""
    by, at = request.actor, request.at
    person_id = hospital.person_of_stay({"stay_id": stay_id})
    with access.gate.person(person_id, by=by, at=at, why="way home from hospital"):
        found = hospital.stay(stay_id, at=at)
        if found is None:
            raise NotFound("There is no such stay.", next_step="Go back to the flow board.")
        context = {
            "stay": found,
            "history": hospital.history(stay_id),
            "way": hospital.way_home(stay_id),
            "care": [(row, hospital.CARE_STATES[row.state]) for row in hospital.home_care_of_stay(stay_id)],
            "steps": episodes.tasks_about([stay_id], at=at),
            "banner": people.banner(person_id, by, at),
            "alerts": alerts(person_id, by=by, at=at),
        }
        refused = hospital.refused_now(found, by=by)
    bed = hospital.bed_kept(stay_id, at=at)
    theirs = {found.flow_team, found.hub_team} & set(by.teams)
    beside = hospital.beside_before(found)
    context |= {
        "beside": beside,
        "measure": directory.place().measures.get(beside.before.measure) if beside and may(by, "numbers.view") else None,
        "acts": [
            act for act in STAY_ACTS.values()
            if may(by, act.permission) and (theirs or act.anyone) and (found.open or act.over) and not act.by_link and not found.struck_at
            and act.permission not in refused
        ],
        "policy": hospital.policy(),
        "team_names": {code: team.name for code, team in directory.place().teams.items()},
        "can_see_person": may(by, "person.view"),
        "bed": bed,
        "answers_bed": may(by, "bed_stay.accept") and bed is not None and bed.team_code in by.teams,
        "may_see_care": may(by, "home_care.view"),
        "may_finish": may(by, "task.done"),
        "theirs": theirs,
        "my_teams": by.teams,
    }  # fmt: skip
    return show(request, "flow/stay/page.html", context)


@page("task.done", methods=("POST",))
def step_done(request: PageRequest, stay_id: UUID, task_id: UUID) -> HttpResponse:
    """One press: the step is done."""
    episodes.finish_task(task_id=task_id, by=request.actor, at=request.at)
    messages.success(request, "Done. The board shows the next step.")
    if request.POST.get("back") == "meeting":
        return redirect("flow_meeting")
    return redirect("flow_stay", stay_id)
