"""*Mijn casussen* on its Python side: what the page asks, and what it is told."""

import json

import pytest

from netwerk_widgets.casefile.errors import KeyProblem
from netwerk_widgets.casefile.keys import ring as remember
from tests.views.conftest import OTHER, PHRASE

NETWORK = {
    "versions": [
        {
            "id": number,
            "title": title,
            "date": "2024-01-01",
            "nwk": {
                "ego": {"name": "Rosa"},
                "alteri": [
                    {"id": 1, "name": "Bep Jansen", "role": role, "angle": 45, "distance": 20, "edgeType": 1},
                    {"id": 2, "name": "Iemand", "role": "", "angle": 135, "distance": 50, "edgeType": 1},
                ],
                "connections": [],
            },
        }
        for number, title, role in ((1, "begin", "Tante"), (2, "later", "Oma"))
    ],
    "currentVersion": 1,
}


def upload(ask, data, name="f1", size=1000):
    for part, at in enumerate(range(0, max(len(data), 1), size)):
        found = ask("upload", upload=name, part=part, buffers=[data[at : at + size]])
        if "error" in found:
            return found
    return found


def test_the_shelf_says_what_lies_on_it_and_what_is_open(ask, desk):
    known = ask("cases")
    assert [case["code"] for case in known["cases"]] == [desk.file.code]
    assert known["current"] == {"code": desk.file.code, "practice": True, "writable": True}
    assert known["initials"] == "AB"
    leeg = {"name": "leeg", "title": "Een leeg netwerk", "about": "Er is nog niemand.", "begun": ""}
    assert known["examples"] == [leeg]


def test_the_shelf_tells_nothing_of_what_is_in_a_case(shelf, page, desk, told):
    said = page(shelf, kind="hello", lang="nl")
    assert "tante" not in json.dumps(said)
    page(shelf, kind="edit", oid="e1", edit={"edit": "put", "people": ["tante"], "circle": 1})
    assert "tante" not in json.dumps([content for _, content in told])


def test_an_empty_desk_is_no_error_here(shelf, page, desk):
    desk.close()
    assert page(shelf, kind="hello", lang="nl") == []
    assert shelf._desk.file is None


def test_initials_are_kept(ask, desk):
    assert ask("initials", initials="  CD ")["initials"] == "CD"
    assert desk.shelf.initials == "CD"


def test_a_new_case_has_its_centre_and_a_recovery_code(ask, desk):
    made = ask("begin", phrase=PHRASE, centre="Sam")
    assert made["code"] == desk.file.code
    assert made["recovery"] == desk.file.key.recovery_code
    assert [person.role for person in desk.file.case.centre] == ["Sam"]


def test_a_short_phrase_is_refused_in_a_sentence(ask, desk):
    before = desk.file.code
    assert ask("begin", phrase="kort", centre="Sam")["error"]["key"] == "casefile.error.phrase_short"
    assert desk.file.code == before


def test_strength_is_told_in_words(ask):
    assert ask("strength", phrase="welkom")["score"] == 0
    strong = ask("strength", phrase="vijf natte laarzen dansen zacht")
    assert strong["message"]["key"] == "casefile.strength.4"


def test_an_own_case_asks_for_its_phrase_and_opens_with_it(ask, desk, own):
    desk.close()
    assert ask("open", code=own)["reason"] == "key_needed"
    wrong = ask("open", code=own, phrase=OTHER)
    assert (wrong["reason"], wrong["error"]["key"]) == ("wrong_key", "casefile.error.wrong_key")
    assert ask("open", code=own, phrase=PHRASE)["code"] == own
    assert desk.file.code == own


def test_the_recovery_code_opens_too(ask, desk):
    made = ask("begin", phrase=PHRASE, centre="Sam")
    desk.close()
    assert ask("open", code=made["code"], recovery=made["recovery"].lower())["code"] == made["code"]


def test_a_computer_without_a_key_ring_opens_the_case_and_says_so(ask, desk, own, monkeypatch):
    def refuse(*_args, **_keywords):
        raise KeyProblem("casefile.error.no_keyring")

    monkeypatch.setattr(remember, "put", refuse)
    desk.close()
    opened = ask("open", code=own, phrase=PHRASE, remember=True)
    assert [notice["key"] for notice in opened["notices"]] == ["casefile.error.no_keyring"]
    assert desk.file.code == own


def test_another_phrase_brings_another_recovery_code(ask, desk):
    made = ask("begin", phrase=PHRASE, centre="Sam")
    changed = ask("change_phrase", phrase=OTHER)
    assert changed["recovery"] != made["recovery"]
    desk.close()
    assert ask("open", code=made["code"], phrase=PHRASE)["reason"] == "wrong_key"
    assert ask("open", code=made["code"], phrase=OTHER)["code"] == made["code"]


def test_a_practice_case_becomes_an_own_case(ask, desk):
    people = desk.file.case.people
    kept = ask("save_as_own", phrase=PHRASE)
    assert kept["recovery"]
    assert desk.file.case.people == people
    assert not desk.file.practice


def test_a_practice_case_is_begun_from_an_example(ask, desk):
    assert ask("begin_practice", example="leeg")["code"] == desk.file.code
    assert desk.file.case.people == {}


def test_a_case_is_kept_and_expires_again(ask, own):
    assert ask("keep", code=own, on=True)["kept"] is True
    assert ask("keep", code=own, on=False)["expires"]


def test_a_backup_says_where_it_is(ask, own, tmp_path):
    made = ask("copy", code=own, folder=str(tmp_path))
    assert made["path"].startswith(str(tmp_path))
    assert ask("copy", code=own, folder=str(tmp_path))["error"]["key"] == "casefile.error.exists"
    assert ask("copy", code=own, folder=str(tmp_path / "nergens"))["error"]["key"] == "shelf.error.no_folder"


def test_a_case_that_is_not_open_is_copied_with_its_phrase(ask, desk, own, tmp_path):
    desk.close()
    assert ask("copy", code=own, folder=str(tmp_path))["reason"] == "key_needed"
    assert ask("copy", code=own, folder=str(tmp_path), phrase=PHRASE)["path"]


def test_a_case_moves_out_and_comes_in_again(ask, desk, own, tmp_path):
    moved = ask("copy", code=own, folder=str(tmp_path), move=True)
    assert own not in [case["code"] for case in ask("cases")["cases"]]
    assert desk.file is None
    assert ask("bring_in", path=moved["path"])["code"] == own
    assert ask("open", code=own, phrase=PHRASE)["code"] == own


def test_a_move_that_fails_leaves_the_case_open(ask, desk, own, tmp_path):
    (tmp_path / f"{own}.casus").write_text("iets anders", encoding="utf-8")
    assert ask("copy", code=own, folder=str(tmp_path), move=True)["error"]["key"] == "casefile.error.exists"
    assert desk.file.code == own


def test_a_case_file_comes_in_through_the_page(ask, desk, own, tmp_path):
    data = desk.file.path.read_bytes()
    ask("forget", code=own, typed=own)
    upload(ask, data)
    assert ask("bring_in", upload="f1", name=f"{own}.casus")["code"] == own
    assert ask("open", code=own, phrase=PHRASE)["code"] == own


def test_a_file_that_is_no_case_is_refused(ask):
    upload(ask, b"dit is geen casus, maar wel lang genoeg om er een te lijken" * 100)
    assert ask("bring_in", upload="f1", name="brief.casus")["error"]["key"].startswith("casefile.error.")


@pytest.mark.parametrize(
    "part",
    [
        {"upload": "f1", "part": 3, "buffers": [b"x"]},
        {"upload": "f1", "part": 0, "buffers": []},
        {"upload": "f1", "part": 1, "buffers": [b"x", b"y"]},
        {"upload": None, "part": 0, "buffers": [b"x"]},
        {"upload": ["f1"], "part": 0, "buffers": [b"x"]},
    ],
)
def test_a_part_that_does_not_fit_is_refused(ask, part):
    upload(ask, b"the part before")
    assert ask("upload", **part)["error"]["key"] == "shelf.error.upload"
    assert ask("bring_in", upload="f1", name="x.casus")["error"]["key"] == "shelf.error.upload"


def test_words_are_never_taken_for_bytes(shelf, told):
    message = {
        "kind": "ask",
        "id": "q1",
        "what": "upload",
        "upload": "f1",
        "part": 0,
        "data": "eA==",
        "buffers": ["eA=="],
    }
    shelf._receive(shelf, message, [])
    assert told[-1][1]["error"]["key"] == "shelf.error.upload"


def test_an_empty_file_is_refused_as_such(ask):
    assert upload(ask, b"")["error"]["key"] == "shelf.error.upload_empty"
    assert ask("bring_in", upload="f1", name="x.casus")["error"]["key"] == "shelf.error.upload"


def test_a_question_that_brings_bytes_where_none_are_expected_is_refused_and_not_done(ask, desk):
    upload(ask, b"the part before")
    before = desk.file.code
    for what in ("begin_practice", "initials", "cases", "privacy", "bring_in"):
        answer = ask(what, initials="ZZ", upload="f1", name="x.casus", buffers=[b"x"])
        assert answer["error"]["key"] == "model.error.unknown_field", what
    assert (desk.file.code, desk.shelf.initials) == (before, "AB")


def test_a_file_that_is_too_large_is_refused(ask, monkeypatch):
    monkeypatch.setattr("netwerk_widgets.views.handlers.uploads.LARGEST", 3000)
    for size in (1000, 5000):
        assert upload(ask, b"x" * 5000, size=size)["error"]["key"] == "shelf.error.upload_big"
        assert ask("bring_in", upload="f1", name="x.casus")["error"]["key"] == "shelf.error.upload"


def test_another_programs_network_is_asked_after_and_becomes_a_case_with_versions(ask, desk):
    upload(ask, json.dumps(NETWORK).encode())
    reading = ask("bring_in", upload="f1", name="rosa.json")
    assert [question["options"] for question in reading["questions"]]
    asked = reading["questions"][0]
    made = ask("begin_from", answers={asked["id"]: asked["options"][-1]}, names="roles", phrase=PHRASE)
    assert made["recovery"] == desk.file.key.recovery_code
    case = desk.file.case
    assert case.people[asked["id"]].domain == asked["options"][-1]
    assert [version.name for version in case.versions.values()] == ["begin", "later"]
    first = desk.file.at(next(iter(case.versions.values())).revision)
    assert "tante" in {person.role for person in first.people.values()}
    assert "Jansen" not in repr([person.role for person in case.people.values()])


def test_a_network_can_become_a_practice_case(ask, desk, tmp_path):
    (tmp_path / "rosa.json").write_text(json.dumps(NETWORK), encoding="utf-8")
    ask("bring_in", path=str(tmp_path / "rosa.json"))
    assert "recovery" not in ask("begin_from", answers={}, practice=True)
    assert desk.file.practice


def test_answers_without_a_file_make_nothing(ask, desk):
    before = desk.file.code
    assert ask("begin_from", answers={}, phrase=PHRASE)["error"]["key"] == "shelf.error.upload"
    assert desk.file.code == before


def test_a_case_is_forgotten_only_when_its_code_is_typed(ask, desk, own):
    path = desk.file.path
    assert ask("forget", code=own, typed="ja")["error"]["key"] == "shelf.error.typed"
    assert path.exists()
    ask("forget", code=own, typed=own.lower())
    assert not path.exists()
    assert desk.file is None


def test_initials_are_asked_with_the_first_own_case_and_never_twice(ask, desk):
    (desk.shelf.home / "wie.json").unlink()
    assert ask("cases")["asked"] is False
    ask("begin", phrase=PHRASE, centre="Sam", initials="")
    assert (ask("cases")["asked"], ask("cases")["initials"]) == (True, "")
    ask("begin", phrase=PHRASE, centre="Sam")
    assert ask("cases")["initials"] == ""
