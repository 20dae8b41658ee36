"""Where are the pages of what left the house?"""

from django.urls import path

from homeward.web.exchange.one.view import give_up, one, retry
from homeward.web.exchange.outbox.view import outbox
from homeward.web.exchange.person.view import allow, contacting, forbid, prefer, send
from homeward.web.exchange.subscriptions.view import subscriptions, switch

urlpatterns = [
    path("exchange/", outbox, name="outbox"),
    path("exchange/subscriptions/", subscriptions, name="subscriptions"),
    path("exchange/subscriptions/<uuid:subscription_id>/switch/", switch, name="subscription_switch"),
    path("exchange/<uuid:message_id>/", one, name="message"),
    path("exchange/<uuid:message_id>/again/", retry, name="message_retry"),
    path("exchange/<uuid:message_id>/give-up/", give_up, name="message_give_up"),
    path("exchange/person/<uuid:person_id>/", contacting, name="contacting"),
    path("exchange/person/<uuid:person_id>/wish/", prefer, name="contact_prefer"),
    path("exchange/person/<uuid:person_id>/danger/", forbid, name="contact_forbid"),
    path("exchange/person/<uuid:person_id>/safe/<uuid:rule_id>/", allow, name="contact_allow"),
    path("exchange/person/<uuid:person_id>/send/", send, name="message_send"),
]
