"""The door to the numbers: figures, the rows behind them, the open file, and how fresh they are."""

from homeward.measures.actions.act import act
from homeward.measures.actions.ask_engine import ask_by_age, ask_engine, rows_of_measure
from homeward.measures.actions.ask_pack import ask_pack, ask_pack_again
from homeward.measures.actions.carry_on import finish, note
from homeward.measures.actions.delete_board import delete_board
from homeward.measures.actions.follow import follow, unfollow
from homeward.measures.actions.make_pack import give_pack_up, make_pack, throw_packs_away
from homeward.measures.actions.raise_flag import raise_flag
from homeward.measures.actions.rebase import rebase, take_rebase_back
from homeward.measures.actions.refresh import made_up_lake, refresh_lake, refresh_soon
from homeward.measures.actions.save_board import save_board
from homeward.measures.actions.see_flag import see_flag
from homeward.measures.actions.share_board import share_board, unshare_board
from homeward.measures.actions.watch import watch_numbers
from homeward.measures.catalogue import lake as lake_folder
from homeward.measures.models import Board, Flag, Pack
from homeward.measures.queries.actions_about import ActionView, action_called, actions_about, actions_of, being_done
from homeward.measures.queries.asking import Asked, computed, fresh, measure_called
from homeward.measures.queries.bare_scan import bare_scan
from homeward.measures.queries.beside import leave_off
from homeward.measures.queries.board import NARROWED, Tile, board_called, boards, tiles
from homeward.measures.queries.by_age import ByAge, PartByAge, rate_by_age
from homeward.measures.queries.by_day import Day, Days, by_day
from homeward.measures.queries.comparison import Comparison, compared
from homeward.measures.queries.exported import exported
from homeward.measures.queries.figure import Figure, Part, figure, figures
from homeward.measures.queries.files.as_csv import as_csv
from homeward.measures.queries.files.as_json import as_json
from homeward.measures.queries.files.as_pdf import as_pdf
from homeward.measures.queries.files.as_xlsx import as_xlsx
from homeward.measures.queries.files.document import Document
from homeward.measures.queries.files.made_up import made_up
from homeward.measures.queries.flags import (
    by_chance,
    flags_followed,
    flags_of,
    followed,
    followers_of,
    measures_followed,
    parts_followed,
    sentence_of,
)
from homeward.measures.queries.heard import feed_health, tell_of
from homeward.measures.queries.labels import label
from homeward.measures.queries.lake import NotCountedYet, catalogue_now, lake_or_none
from homeward.measures.queries.open_file import open_file, open_json
from homeward.measures.queries.own_boards import mine, openable, own_boards
from homeward.measures.queries.packs import pack_called, packs_of
from homeward.measures.queries.people_behind import PAGE, Behind, BehindPage, names_of, people_behind
from homeward.measures.queries.picture_file import picture_file
from homeward.measures.queries.rebases import RebaseView, rebases_of
from homeward.measures.queries.tabulate import Line, whole_months
from homeward.measures.queries.versions import Compared, Version, compare, versions
from homeward.measures.rules.drawing import ICON_WORDS, funnel_svg, icon_svg, spark_svg, spc_svg, spc_terminal
from homeward.measures.rules.feeds import FeedHealth
from homeward.measures.rules.funnel import Funnel, FunnelPart, funnel
from homeward.measures.rules.periods import EVERY, Every, Point, begins, every_called, monday_of, next_one
from homeward.measures.rules.spc import (
    KINDS,
    MINIMUM,
    RULES,
    VARIATIONS,
    Judged,
    Spc,
    SpcPoint,
    SpcRefused,
    Target,
    read_series,
    say_number,
    spc,
)
from homeward.measures.rules.wording import FEW, aim_on, aims, defined_by, out_of, said, said_interval, said_row
from homeward.measures.vocabulary import (
    COMPARED,
    CUTS,
    FIGURES_ONLY,
    GROUPS,
    MAKE_PACK,
    NARROWINGS,
    PACK_JOB,
    PACK_MOST,
    PACKS_KEPT,
    STATUSES,
    WATCHED,
)

__all__ = [
    "ActionView",
    "Asked",
    "Behind",
    "BehindPage",
    "Board",
    "COMPARED",
    "CUTS",
    "FIGURES_ONLY",
    "GROUPS",
    "ByAge",
    "Compared",
    "Comparison",
    "Day",
    "Days",
    "Document",
    "EVERY",
    "Every",
    "FEW",
    "FeedHealth",
    "Figure",
    "Flag",
    "Funnel",
    "FunnelPart",
    "ICON_WORDS",
    "Judged",
    "KINDS",
    "Line",
    "MAKE_PACK",
    "MINIMUM",
    "NARROWED",
    "NARROWINGS",
    "NotCountedYet",
    "PACKS_KEPT",
    "PACK_JOB",
    "PACK_MOST",
    "PAGE",
    "Pack",
    "Part",
    "PartByAge",
    "Point",
    "RULES",
    "RebaseView",
    "STATUSES",
    "Spc",
    "SpcPoint",
    "SpcRefused",
    "Target",
    "Tile",
    "VARIATIONS",
    "Version",
    "WATCHED",
    "act",
    "aim_on",
    "aims",
    "action_called",
    "actions_about",
    "actions_of",
    "as_csv",
    "as_json",
    "as_pdf",
    "as_xlsx",
    "ask_by_age",
    "ask_engine",
    "ask_pack",
    "ask_pack_again",
    "bare_scan",
    "begins",
    "being_done",
    "board_called",
    "boards",
    "by_chance",
    "by_day",
    "catalogue_now",
    "compare",
    "compared",
    "computed",
    "defined_by",
    "delete_board",
    "every_called",
    "exported",
    "feed_health",
    "figure",
    "figures",
    "finish",
    "flags_followed",
    "give_pack_up",
    "flags_of",
    "follow",
    "followed",
    "followers_of",
    "fresh",
    "funnel",
    "funnel_svg",
    "icon_svg",
    "label",
    "lake_folder",
    "lake_or_none",
    "leave_off",
    "made_up",
    "made_up_lake",
    "make_pack",
    "measure_called",
    "measures_followed",
    "mine",
    "monday_of",
    "names_of",
    "next_one",
    "note",
    "open_file",
    "open_json",
    "openable",
    "out_of",
    "own_boards",
    "pack_called",
    "packs_of",
    "parts_followed",
    "people_behind",
    "picture_file",
    "raise_flag",
    "read_series",
    "rate_by_age",
    "rebase",
    "rebases_of",
    "refresh_lake",
    "refresh_soon",
    "rows_of_measure",
    "said",
    "said_interval",
    "said_row",
    "save_board",
    "say_number",
    "see_flag",
    "sentence_of",
    "share_board",
    "spark_svg",
    "spc",
    "spc_svg",
    "spc_terminal",
    "take_rebase_back",
    "tell_of",
    "throw_packs_away",
    "tiles",
    "unfollow",
    "unshare_board",
    "versions",
    "watch_numbers",
    "whole_months",
]
