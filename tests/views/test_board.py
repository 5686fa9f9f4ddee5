"""A board on its Python side: its content once, which parts it shows, and whose file the answers go to."""

import gc
import weakref
from dataclasses import replace

import pytest

from netwerk_widgets import workbook
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.library.own import OwnShelf
from netwerk_widgets.exchange.boards import read_boards
from netwerk_widgets.exchange.content import conversations_of, practice_case
from netwerk_widgets.exchange.errors import ContentError
from netwerk_widgets.locale import Message
from netwerk_widgets.model.cards.board import Board, Part
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.views.board import BoardView, ByCase

BOARDS = read_boards().boards
PHRASE = "vijf natte laarzen dansen"


@pytest.fixture
def own(tmp_path):
    made = Desk(OwnShelf(tmp_path / "eigen"))
    made.begin_own(PHRASE)
    yield made
    made.close()


def ask(view, page):
    return page(view, kind="ask", id="q1", what="board")[-1]


def picture(view, page):
    return next(one for one in page(view, kind="hello", lang="nl") if one["kind"] == "picture")


def test_the_board_goes_to_the_page_with_the_parts_of_this_step(desk, page):
    view = BoardView(desk, BOARDS["wall"], ["ways", "said"])
    told = ask(view, page)
    assert told["parts"] == ["ways", "said"]
    assert told["board"]["id"] == "wall"
    assert [part["id"] for part in told["board"]["parts"]] == [part.id for part in BOARDS["wall"].parts]
    assert told["problems"] == []
    assert repr(view) == "BoardView(board='wall', parts=2)"


def test_without_names_of_parts_all_of_them_are_shown(desk, page):
    assert ask(BoardView(desk, BOARDS["slow"]), page)["parts"] == ["silence", "alone", "ideas"]


def test_a_part_that_is_not_there_is_said_and_the_others_are_shown(desk, page):
    told = ask(BoardView(desk, BOARDS["wall"], ["said", "gone"]), page)
    assert told["parts"] == ["said"]
    assert [(one["key"], one["params"]["part"]) for one in told["problems"]] == [("board.unknown.part", "gone")]
    assert ask(BoardView(desk, BOARDS["wall"], ["gone"]), page)["parts"] == [part.id for part in BOARDS["wall"].parts]


def test_a_board_that_is_not_there_is_said(desk, page):
    problem = Message("board.unknown.board", {"board": "gone"})
    view = BoardView(desk, None, ["said"], problems=[problem])
    told = ask(view, page)
    assert (told["board"], told["parts"]) == (None, [])
    assert told["problems"] == [problem.wire()]
    assert repr(view) == "BoardView(board='', parts=0)"


def test_an_answer_is_an_edit_that_every_view_hears_of(desk, page, told):
    view, other = BoardView(desk, BOARDS["wall"]), BoardView(desk, BOARDS["wall"], ["said"])
    edit = {"edit": "add", "kind": "answer", "id": "a1", "fields": {"card": "wall.said", "mark": "self burden"}}
    page(view, kind="edit", oid="e1", edit=edit)
    assert desk.file.case.answers["a1"].mark == "self burden"
    assert [one["changes"][0]["id"] for who, one in told if who is other and one["kind"] == "change"] == ["a1"]
    page(other, kind="undo", oid="u1")
    assert not desk.file.case.answers


def test_a_board_made_by_hand_shows_as_one_from_data(desk, page):
    talk = Part("talk", "exercise", {"nl": "En nu?"}, {"nl": "Zij: nee."}, thoughts={"nl": ("Wachten.",)})
    told = ask(BoardView(desk, Board("case", {"nl": "Gesprek"}, (talk,))), page)
    assert told["board"]["parts"][0]["thoughts"] == {"nl": ["Wachten."]}


def test_on_the_own_desk_a_board_per_case_knows_which_case_it_is_about(desk, own, page, told):
    view = BoardView(own, BOARDS["relation"], beside=desk)
    assert picture(view, page)["about"] == desk.file.code
    before = len(told)
    second = desk.begin_practice(Case()).code
    assert [one["kind"] for who, one in told[before:] if who is view] == ["case"]
    assert picture(view, page)["about"] == second
    assert picture(BoardView(own, BOARDS["journal"], beside=desk), page)["about"] == ""
    assert picture(BoardView(desk, BOARDS["wall"], beside=desk), page)["about"] == ""


def test_a_closed_board_hears_of_no_other_case(desk, own, told):
    view = BoardView(own, BOARDS["relation"], beside=desk)
    view.close()
    before = len(told)
    desk.begin_practice(Case())
    assert not [one for who, one in told[before:] if who is view]


def test_a_forgotten_board_is_not_kept_alive_by_the_desk_beside_it(desk, own):
    class Loose(BoardView):
        """A view of a class of its own, so that no registry of widgets is asked."""

    view = Loose(own, BOARDS["relation"], beside=desk)
    watched = weakref.ref(view)
    view.close()
    del view
    gc.collect()
    assert watched() is None or not desk._watchers


def test_a_workbook_asks_for_a_board_by_name(monkeypatch, desk, own, page, tmp_path):
    monkeypatch.setenv("NETWERK_HOME", str(tmp_path))
    monkeypatch.setattr(workbook, "the_desk", lambda: desk)
    monkeypatch.setattr(workbook, "the_own_desk", lambda: own)
    wall = workbook.board("wall", parts="said ways")
    assert ask(wall, page)["parts"] == ["said", "ways"]
    assert wall.file is desk.file
    assert workbook.board("journal").file is own.file
    gone = ask(workbook.board("gone"), page)
    assert [one["key"] for one in gone["problems"]] == ["board.unknown.board"]
    (tmp_path / "borden").mkdir()
    (tmp_path / "borden" / "team.toml").write_text("title = [", encoding="utf-8")
    assert [one["key"] for one in ask(workbook.board("team"), page)["problems"]] == ["board.problem.not_toml"]


def by_case(case):
    if case.info.source == "practice/broken":
        raise ContentError("content.error.not_json", file="broken.json")
    return conversations_of(case)


def test_a_board_by_case_follows_the_case_on_the_desk(desk, page):
    view = BoardView(desk, ByCase(by_case, Message("content.no_conversations")))
    told = ask(view, page)
    assert (told["board"], told["parts"], told["problems"]) == (None, [], [])
    assert told["missing"]["key"] == "content.no_conversations"
    desk.begin_practice(practice_case("mo", "nl"))
    told = ask(view, page)
    assert told["board"]["id"] == "practice_mo"
    assert told["parts"] == ["kitchen", "bicycle", "friday", "aunt"]
    assert (told["by_case"], told["missing"]) == (True, None)
    assert repr(view) == "BoardView(board='practice_mo', parts=4)"


def test_conversations_that_do_not_fit_are_told_and_nothing_is_raised(desk, page):
    desk.begin_practice(replace(Case(), info=replace(Case().info, source="practice/broken")))
    told = ask(BoardView(desk, ByCase(by_case, Message("content.no_conversations"))), page)
    assert told["missing"] is None
    assert [one["key"] for one in told["problems"]] == ["content.error.not_json"]


@pytest.mark.parametrize("source", ["practice/../../x", "practice/none", "easynwk", ""])
def test_a_strange_source_opens_no_file(desk, page, source):
    desk.begin_practice(replace(Case(), info=replace(Case().info, source=source)))
    told = ask(workbook_conversations(desk), page)
    assert told["board"] is None
    assert told["missing"] or told["problems"]


def workbook_conversations(desk):
    return BoardView(desk, ByCase(conversations_of, Message("content.no_conversations")))
