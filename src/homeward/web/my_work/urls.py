"""Where is my work?"""

from django.urls import path

from homeward.web.my_work.accept.view import accept
from homeward.web.my_work.answer.view import answer
from homeward.web.my_work.done.view import done
from homeward.web.my_work.first.view import first
from homeward.web.my_work.work.view import work

urlpatterns = [
    path("", first, name="first"),
    path("work/", work, name="my_work"),
    path("work/needs/<uuid:referral_id>/accept/", accept, name="need_accept"),
    path("work/tasks/<uuid:task_id>/done/", done, name="task_done"),
    path("work/tasks/<uuid:task_id>/answer/", answer, name="task_answer"),
]
