"""Cards that do not fit, a team's own or the program's: named with file, card and field, and the rest works."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerk_widgets.exchange.cards import Reading, deck_now, own_folder, read_deck
from netwerk_widgets.exchange.content import data_folder
from netwerk_widgets.exchange.toml import LARGEST
from netwerk_widgets.locale import LANGUAGES, said

SHIPPED = data_folder("cards") / "cards"
NOWHERE = Path(__file__).parent / "nowhere"
DECK = read_deck(own=NOWHERE).deck
CARDS = list(DECK.cards)


def write(folder: Path, text: str, name: str = "team.toml") -> Reading:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return read_deck(own=folder)


OWN = 'name = "Ons team"\n[cards.01]\nquestion = "Wie kom je tegen op de markt?"\n'


class TestOwnCards:
    def test_they_stand_beside_the_others(self, tmp_path: Path) -> None:
        reading = write(tmp_path, OWN, "Onze Buurt.toml")
        assert not reading.problems
        assert len(reading.deck.cards) == len(CARDS) + 1
        card = reading.deck.cards["onze_buurt-01"]
        assert said(card.questions, "nl") == said(card.questions, "en") == "Wie kom je tegen op de markt?"
        assert not card.follow_ups_in
        family = reading.deck.families["onze_buurt"]
        assert family.own
        assert not family.purposes
        assert family.sources[0].message.text("en") == "own cards"
        assert list(reading.deck.families)[-1] == "onze_buurt"

    def test_the_example_can_be_copied_as_it_is(self, tmp_path: Path) -> None:
        shutil.copy(SHIPPED / "voorbeeld.toml", tmp_path)
        reading = read_deck(own=tmp_path)
        assert not reading.problems
        assert reading.deck.cards["voorbeeld-02"].gentler == "voorbeeld-01"
        assert reading.deck.cards["voorbeeld-01"].tempo == "calm"

    def test_they_may_speak_both_languages(self, tmp_path: Path) -> None:
        text = 'name = { nl = "Buurt", en = "Street" }\n[cards.a]\nquestion = { nl = "Wie?", en = "Who?" }\n'
        reading = write(tmp_path, text + 'follow_ups = { nl = ["Wanneer?"], en = ["When?"] }\n')
        card = reading.deck.cards["team-a"]
        assert (said(card.questions, "en"), said(card.follow_ups_in, "en")) == ("Who?", ("When?",))
        assert said(reading.deck.families["team"].names, "en") == "Street"

    def test_they_lie_in_the_users_own_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NETWERK_HOME", str(tmp_path))
        assert own_folder() == tmp_path / "kaarten"
        write(own_folder(), OWN)
        assert "team-01" in read_deck().deck.cards

    def test_they_are_read_anew_only_where_a_file_changed(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("NETWERK_HOME", str(tmp_path))
        bare = deck_now()
        assert deck_now() is bare
        write(own_folder(), OWN)
        assert "team-01" in deck_now().deck.cards
        write(own_folder(), OWN.replace("markt", "dansvloer"))
        assert said(deck_now().deck.cards["team-01"].questions) == "Wie kom je tegen op de dansvloer?"
        (own_folder() / "team.toml").unlink()
        assert "team-01" not in deck_now().deck.cards
        assert deck_now() is not bare

    def test_one_that_points_to_a_card_of_the_program(self, tmp_path: Path) -> None:
        reading = write(tmp_path, OWN + 'gentler = "facts-01"\n')
        assert not reading.problems
        assert reading.deck.cards["team-01"].gentler == "facts-01"

    @pytest.mark.parametrize(
        ("text", "key", "card", "field"),
        [
            (OWN + 'tempo = "snel"', "choice", "team-01", "tempo"),
            (OWN + 'kind = "strategic"', "choice", "team-01", "kind"),
            (OWN + 'relation = "zoekend"', "choice", "team-01", "relation"),
            (OWN + 'puts = ["score"]', "choice", "team-01", "puts"),
            (OWN + "stage = 3", "choice", "team-01", "stage"),
            (OWN + 'kleur = "rood"', "unknown", "team-01", "kleur"),
            (OWN + 'follow_ups = "Hoe?"', "texts", "team-01", "follow_ups"),
            (OWN + 'follow_ups = ["a", "b", "c", "d", "e", "f"]', "texts", "team-01", "follow_ups"),
            (OWN + "follow_ups = [1]", "text", "team-01", "follow_ups"),
            (OWN + 'gentler = "09"', "gentler", "team-01", ""),
            (OWN + 'gentler = "01"', "circle", "team-01", ""),
            (OWN + "[cards.02]\ntempo = 'calm'", "missing", "team-02", "question"),
            (OWN + "[cards.02]\nquestion = ''", "missing", "team-02", "question"),
            (OWN + "[cards.02]\nquestion = {}", "missing", "team-02", "question"),
            (OWN + "[cards.02]\nquestion = ' '", "text", "team-02", "question"),
            (OWN + "[cards.01]\nquestion = 'Wie?'", "twice", "cards.01", "4"),
            (OWN + "question = 'Wie?'", "twice", "question", "4"),
            (OWN + f"[cards.02]\nquestion = '{'a' * 301}'", "text", "team-02", "question"),
            (OWN + "[cards.02]\nquestion = { fr = 'Qui?' }", "unknown", "team-02", "question.fr"),
            (OWN + "[cards.'A b']\nquestion = 'Wie?'", "number", "A b", ""),
            ("name = 'x'\n[cards]\n02 = 3\n03 = { question = 'Wie?' }", "table", "team-02", "02"),
            ("name = 'x'\ncards = 3", "no_cards", "", ""),
            ("titel = 'x'\n" + OWN, "unknown", "het begin van het bestand", "titel"),
            ("stage = 'later'\n" + OWN, "choice", "het begin van het bestand", "stage"),
            ("sources = 'wij'\n" + OWN, "table", "het begin van het bestand", "sources"),
            ("sources = [{ year = '2020' }]\n" + OWN, "table", "het begin van het bestand", "sources"),
            ("sources = [{ author = 'wij', blad = 'x' }]\n" + OWN, "unknown", "het begin", "sources.blad"),
            (OWN.replace("name", "#"), "missing", "het begin van het bestand", "name"),
            ("name = 'Leeg'", "no_cards", "", ""),
            ("name = ", "not_toml", "", "1"),
            ("[" * 5000, "not_toml", "", ""),
            ("#" * (LARGEST + 1), "too_big", "", ""),
        ],
    )
    def test_what_does_not_fit_is_named(self, tmp_path: Path, text: str, key: str, card: str, field: str) -> None:
        reading = write(tmp_path, text)
        assert set(DECK.cards) <= set(reading.deck.cards)
        (problem,) = reading.problems
        assert problem.key == f"deck.problem.{key}"
        for language in LANGUAGES:
            assert "team.toml" in problem.text(language)
        assert card in problem.text("nl")
        assert field in problem.text("nl")

    def test_one_bad_card_leaves_the_others(self, tmp_path: Path) -> None:
        reading = write(tmp_path, OWN + "[cards.02]\nquestion = 2\n[cards.03]\nquestion = 'Wie lacht er?'\n")
        assert {"team-01", "team-03"} <= set(reading.deck.cards)
        assert [problem.params["card"] for problem in reading.problems] == ["team-02"]

    def test_all_that_is_wrong_about_a_card_is_told_at_once(self, tmp_path: Path) -> None:
        wrong = {
            "question": "3",
            "follow_ups": "'Hoe?'",
            "stage": "'later'",
            "relation": "['goed']",
            "tempo": "'snel'",
            "audience": "'iedereen'",
            "kind": "'strategic'",
            "puts": "['score']",
            "signs": "true",
            "gentler": "[]",
            "kleur": "'rood'",
        }
        rows = "".join(f"{field} = {value}\n" for field, value in wrong.items())
        reading = write(tmp_path, f"{OWN}[cards.02]\n{rows}")
        assert [problem.params["field"] for problem in reading.problems] == list(wrong)
        assert {problem.params["card"] for problem in reading.problems} == {"team-02"}
        for problem in reading.problems:
            said = problem.text("nl")
            assert said.startswith("In team.toml ")
            assert "De andere kaarten werken gewoon." in said
            assert not said.rstrip(".").endswith("gewoon")  # and then what to do
        assert "team-01" in reading.deck.cards

    def test_hostile_text_is_read_as_text_on_one_line_and_one_way(self, tmp_path: Path) -> None:
        script = "<script>alert(1)</script>"
        turned = "Wie\u202e \u2067lacht\u200f\u0000 er?".replace("\u0000", "")
        text = f"name = '{script}'\n[cards.01]\nquestion = '{turned}'\n'{script}\u202e' = 1\n"
        reading = write(
            tmp_path, text + f"[cards.02]\nquestion = '{script}'\n['cards'.'\u202e{script}']\nquestion = 'x'\n"
        )
        assert said(reading.deck.families["team"].names, "nl") == script
        assert said(reading.deck.cards["team-02"].questions, "nl") == script
        for problem in reading.problems:
            assert not set(problem.text("nl")) & set("\u202e\u2067\u200f\n")
        fixed = write(tmp_path, text.rpartition("'<")[0] + "\n")
        assert said(fixed.deck.cards["team-01"].questions, "nl") == "Wie lacht er?"

    def test_a_file_whose_name_turns_round_is_named_the_right_way(self, tmp_path: Path) -> None:
        reading = write(tmp_path, "name = ", "goed\u202elmot.toml")
        assert reading.problems[0].params["file"] == "goed lmot.toml"

    def test_two_files_of_one_family(self, tmp_path: Path) -> None:
        write(tmp_path, OWN, "Onze buurt.toml")
        reading = write(tmp_path, OWN.replace("01", "02"), "onze-buurt.toml")
        assert [problem.key for problem in reading.problems] == ["deck.problem.taken"]
        assert "onze_buurt-01" in reading.deck.cards

    def test_a_name_of_the_program_is_taken(self, tmp_path: Path) -> None:
        reading = write(tmp_path, OWN, "facts.toml")
        assert [problem.key for problem in reading.problems] == ["deck.problem.taken"]
        assert len(reading.deck.cards) == len(CARDS)

    def test_a_file_that_is_no_text(self, tmp_path: Path) -> None:
        (tmp_path / "team.toml").write_bytes(b"\xff\xfen\x00")
        (tmp_path / "map.toml").mkdir()
        reading = read_deck(own=tmp_path)
        assert {problem.key for problem in reading.problems} == {"deck.problem.unreadable"}
        assert len(reading.problems) == 2

    @settings(max_examples=30)  # each reads the whole deck
    @given(st.text(max_size=200))
    def test_no_text_stops_the_rest(self, tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
        folder = tmp_path_factory.getbasetemp()
        (folder / "team.toml").write_text(text, encoding="utf-8", errors="replace")
        reading = read_deck(own=folder)
        assert set(DECK.cards) <= set(reading.deck.cards)
        for problem in reading.problems:
            assert problem.text("nl")
            assert problem.text("en")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program's cards, to spoil."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "cards"))


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


class TestTheProgramsCards:
    def says(self, folder: Path) -> list[tuple[str, str, str]]:
        reading = read_deck(folder, NOWHERE)
        assert len(reading.deck.cards) >= len(CARDS) - 12
        words = [problem.params for problem in reading.problems]
        return [(str(w.get("file", "")), str(w.get("card", "")), str(w.get("field", ""))) for w in words]

    def test_a_question_in_one_language_only(self, copy: Path) -> None:
        spoil(copy / "en" / "facts.toml", "[cards.02]", "[cards.99]")
        assert set(self.says(copy)) == {
            (f"{language}/facts.toml", f"facts-{number}", field)
            for language, number in (("en", "02"), ("nl", "99"))
            for field in ("question", "follow_ups")
        }

    def test_words_that_stand_in_the_wrong_file(self, copy: Path) -> None:
        spoil(copy / "nl" / "facts.toml", "[cards.02]", "[cards.02]\ntempo = 'calm'")
        spoil(copy / "structure.toml", "[facts]", "[facts]\nname = 'Feiten'")
        found = self.says(copy)
        assert ("nl/facts.toml", "facts-02", "tempo") in found
        assert [(file, field) for file, _, field in found] == [("structure.toml", "name"), ("nl/facts.toml", "tempo")]

    def test_a_value_that_does_not_fit(self, copy: Path) -> None:
        spoil(copy / "structure.toml", '01 = { tempo = "calm"', '01 = { tempo = "langzaam"')
        assert self.says(copy) == [
            ("structure.toml", "recognition-01", "tempo"),
            *[("structure.toml", f"recognition-{n}", "") for n in ("02", "04", "05")],
        ]

    def test_a_family_without_a_name(self, copy: Path) -> None:
        spoil(copy / "en" / "once.toml", "name = ", "# ")
        assert [(file, field) for file, _, field in self.says(copy)] == [("en/once.toml", "name")]

    def test_a_family_that_a_trainer_adds(self, copy: Path) -> None:
        for language in LANGUAGES:
            text = 'name = "Kunst"\npurpose = "Over kunst."\n[cards.01]\nquestion = "Wie zingt er?"\nfollow_ups = ["Wat?"]\n'
            (copy / language / "art.toml").write_text(text, encoding="utf-8")
        reading = read_deck(copy, NOWHERE)
        assert not reading.problems
        assert reading.deck.cards["art-01"].stage == "any"

    def test_a_file_that_is_gone_or_broken(self, copy: Path) -> None:
        (copy / "nl" / "mirror.toml").unlink()
        (copy / "en" / "once.toml").write_text("name = ", encoding="utf-8")
        reading = read_deck(copy, NOWHERE)
        keys = sorted(problem.key for problem in reading.problems)
        assert keys == ["deck.problem.not_toml", "deck.problem.unreadable"]
        assert len(reading.deck.cards) == len(CARDS)
        assert said(reading.deck.cards["once-01"].questions, "en") == said(DECK.cards["once-01"].questions, "nl")

    def test_a_language_that_is_gone(self, copy: Path) -> None:
        shutil.rmtree(copy / "en")
        assert self.says(copy) == [("en/", "", "")]

    def test_without_structure_the_words_still_work(self, copy: Path) -> None:
        (copy / "structure.toml").unlink()
        assert self.says(copy) == [("structure.toml", "", "")]

    def test_an_emptied_folder_leaves_the_own_cards(self, tmp_path: Path) -> None:
        write(tmp_path / "kaarten", OWN)
        for folder in (tmp_path / "nothing", tmp_path):
            reading = read_deck(folder, tmp_path / "kaarten")
            assert list(reading.deck.cards) == ["team-01"]
            assert [problem.key for problem in reading.problems] == ["deck.problem.no_deck"]
