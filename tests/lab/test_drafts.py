"""``/netwerk/draft``: what a page brings is in the right file, in order, and only where the vault knows that file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import Busy, KeyProblem
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.library.vault import Safe as Vault
from netwerk_widgets.casefile.storage import drafts
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.lab.drafts import KeptDrafts, Typed
from netwerk_widgets.model.case.entities import Case
from tests.finishing import finish
from tests.lab.test_server import Running, running  # noqa: F401 -- the running command, which pytest finds here
from tests.views.declared import faults

WORDS = {
    "id": "d1",
    "tick": 5,
    "place": "person:p1:notes",
    "text": "belt zondag",
    "base": "",
    "after": "",
    "shared": False,
}


@pytest.fixture
def file(tmp_path: Path):
    with CaseFile.create(tmp_path / "Linde-7.casus", Key.new(), Case(), Author.here("AB")) as opened:
        yield opened


@pytest.fixture
def vault(file: CaseFile) -> Vault:
    found = Vault()
    found.do({"do": "put", "desk": "case", "path": str(file.path), "key": file.key.hex()})
    return found


def bring(typed: Typed, *words: object, **more: object) -> None:
    finish(typed.keep({"desk": "case", "code": "Linde-7", "drafts": list(words), **more}))


def there(file: CaseFile) -> list[str]:
    return [one.text for one in drafts.kept(file.path, file.key)[0]]


def test_what_a_page_brings_lies_in_the_file_and_comes_back(vault: Vault, file: CaseFile) -> None:
    typed = Typed(vault)
    bring(typed, WORDS)
    assert there(file) == ["belt zondag"]
    told = finish(typed.kept("case", "Linde-7", together=False))
    assert list(faults(told, KeptDrafts)) == []
    assert [(one["id"], one["text"]) for one in told["drafts"]] == [("d1", "belt zondag")]
    assert finish(typed.kept("case", "Linde-7", together=True)) == {"drafts": [], "hidden": 1}


def test_what_was_typed_later_wins_whatever_comes_first(vault: Vault, file: CaseFile) -> None:
    typed = Typed(vault)
    bring(typed, WORDS | {"tick": 7, "text": "later"})
    bring(typed, WORDS | {"tick": 6, "text": "eerder"})
    assert there(file) == ["later"]
    bring(typed, {"id": "d1", "tick": 9, "text": None})
    bring(typed, WORDS | {"tick": 8, "text": "te laat"})
    assert there(file) == []


def test_what_could_not_be_kept_may_come_once_more(
    vault: Vault, file: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = Typed(vault)
    with monkeypatch.context() as patch:
        patch.setattr(drafts, "keep", lambda *_: (_ for _ in ()).throw(Busy("casefile.error.busy")))
        with pytest.raises(Busy):
            bring(typed, WORDS)
    bring(typed, WORDS)
    assert there(file) == ["belt zondag"]


@pytest.mark.parametrize("more", [{"code": "Eik-3"}, {"desk": "own"}])
def test_words_for_a_case_that_is_not_on_that_desk_are_refused(
    vault: Vault, file: CaseFile, more: dict[str, str]
) -> None:
    with pytest.raises(KeyProblem) as refused:
        bring(Typed(vault), WORDS, **more)
    assert refused.value.message.key == "lab.draft.elsewhere"
    assert there(file) == []


def test_a_locked_case_takes_none(vault: Vault, file: CaseFile) -> None:
    vault.do({"do": "forget", "desk": "case", "path": str(file.path)})
    with pytest.raises(KeyProblem):
        bring(Typed(vault), WORDS)


@pytest.mark.parametrize(
    "asked",
    [
        None,
        [],
        {"desk": "case", "code": "Linde-7"},
        {"desk": "case", "code": "Linde-7", "drafts": {}},
        {"desk": "case", "code": 7, "drafts": []},
        {"desk": "x", "code": "Linde-7", "drafts": []},
        {"desk": "case", "code": "Linde-7", "drafts": [WORDS | {"place": "../../etc"}]},
        {"desk": "case", "code": "Linde-7", "drafts": [WORDS | {"tick": "5"}]},
        {"desk": "case", "code": "Linde-7", "drafts": [WORDS | {"text": 5}]},
        {"desk": "case", "code": "Linde-7", "drafts": [WORDS | {"after": 5}]},
        {"desk": "case", "code": "Linde-7", "drafts": [WORDS] * 201},
    ],
)
def test_whatever_is_no_draft_is_refused_whole(vault: Vault, file: CaseFile, asked: object) -> None:
    with pytest.raises(ValueError, match="no draft"):
        finish(Typed(vault).keep(asked))
    assert there(file) == []


def test_the_address_asks_for_the_token_and_names_no_path(running: Running, tmp_path: Path) -> None:  # noqa: F811
    """The running command with an empty vault: words are refused in a sentence; without the token nothing is heard."""
    body = {"desk": "case", "code": "Linde-7", "drafts": [WORDS]}
    status, text, headers = running.ask("POST", "/netwerk/draft", body)
    assert status == 409
    assert json.loads(text)["message"]["key"] == "lab.draft.elsewhere"
    assert headers["Cache-Control"] == "no-store"
    assert running.ask("POST", "/netwerk/draft", body, Authorization="")[0] in (302, 403)
    assert running.ask("POST", "/netwerk/draft", "{")[0] == 400
    assert running.ask("POST", "/netwerk/draft", "x" * (1 << 21))[0] == 413
    assert running.ask("GET", "/netwerk/draft?desk=case&code=../../Linde-7")[0] == 409
    assert running.ask("GET", f"/netwerk/draft?desk={tmp_path}")[0] == 400
