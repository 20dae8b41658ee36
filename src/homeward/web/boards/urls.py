"""Where are the boards, and what is done about numbers?"""

from django.urls import path

from homeward.web.boards.act.new import action_new
from homeward.web.boards.act.view import action, action_finish, action_note, actions
from homeward.web.boards.all.view import boards
from homeward.web.boards.flag.view import see
from homeward.web.boards.follow.view import follow
from homeward.web.boards.one.view import board
from homeward.web.boards.own.build import own_board_change, own_board_new
from homeward.web.boards.own.view import own_board, own_board_delete, own_board_share, own_board_unshare
from homeward.web.boards.pack.view import pack, pack_file, packs

urlpatterns = [
    path("numbers/boards/", boards, name="boards"),
    path("numbers/boards/own/new/", own_board_new, name="own_board_new"),
    path("numbers/boards/own/<uuid:board_id>/", own_board, name="own_board"),
    path("numbers/boards/own/<uuid:board_id>/change/", own_board_change, name="own_board_change"),
    path("numbers/boards/own/<uuid:board_id>/share/", own_board_share, name="own_board_share"),
    path("numbers/boards/own/<uuid:board_id>/share/<int:share_id>/end/", own_board_unshare, name="own_board_unshare"),
    path("numbers/boards/own/<uuid:board_id>/delete/", own_board_delete, name="own_board_delete"),
    path("numbers/boards/pack/", packs, name="packs"),
    path("numbers/boards/pack/<uuid:pack_id>/", pack, name="pack"),
    path("numbers/boards/pack/<uuid:pack_id>/pack.pdf", pack_file, name="pack_file"),
    path("numbers/boards/<slug:code>/", board, name="board"),
    path("numbers/follow/", follow, name="follow"),
    path("numbers/changes/<uuid:flag_id>/seen/", see, name="flag_see"),
    path("numbers/actions/<uuid:action_id>/", action, name="action"),
    path("numbers/actions/<uuid:action_id>/note/", action_note, name="action_note"),
    path("numbers/actions/<uuid:action_id>/done/", action_finish, name="action_finish"),
    path("numbers/<slug:code>/actions/", actions, name="actions"),
    path("numbers/<slug:code>/actions/new/", action_new, name="action_new"),
]
