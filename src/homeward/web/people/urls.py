"""Where are the pages about people?"""

from django.urls import path

from homeward.web.people.about import looking
from homeward.web.people.correct.view import correct
from homeward.web.people.crisis.view import crisis
from homeward.web.people.death.view import death
from homeward.web.people.documents.view import document, documents
from homeward.web.people.looked.view import looked
from homeward.web.people.match.view import match
from homeward.web.people.matches.view import matches
from homeward.web.people.move.view import move
from homeward.web.people.person.trace import trace
from homeward.web.people.person.view import person
from homeward.web.people.register.view import likenesses, register
from homeward.web.people.review.view import review
from homeward.web.people.search.view import search
from homeward.web.people.timeline.view import happened
from homeward.web.people.unmerge.view import unmerge

urlpatterns = [
    path("people/", search, name="people"),
    path("people/new/", register, name="person_register"),
    path("people/review/", review, name="people_in_review"),
    path("people/matches/", matches, name="people_matches"),
    path("people/matches/<uuid:pair_id>/", match, name="people_match"),
    path("people/merges/<uuid:merge_id>/undo/", unmerge, name="people_unmerge"),
    path("people/likenesses/", likenesses, name="person_likenesses"),
    path("people/<uuid:person_id>/", person, name="person"),
    path("people/<uuid:person_id>/timeline/", happened, name="person_timeline"),
    path("people/<uuid:person_id>/documents/", documents, name="person_documents"),
    path("people/<uuid:person_id>/documents/<uuid:item_id>/", document, name="person_document"),
    path("people/<uuid:person_id>/crisis/", crisis, name="person_crisis"),
    path("people/<uuid:person_id>/looking/", looking, name="person_looking"),
    path("people/<uuid:person_id>/looked/", looked, name="person_looked"),
    path("people/<uuid:person_id>/trace/", trace, name="person_trace"),
    path("people/<uuid:person_id>/move/", move, name="person_move"),
    path("people/<uuid:person_id>/death/", death, name="person_death"),
    path("people/<uuid:person_id>/correct/", correct, name="person_correct"),
]
