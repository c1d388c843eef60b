"""Who said what: over the end of a sentence, at a bearable length, beside believable others."""

from __future__ import annotations

import pytest

from quiz.languages.anchors import LEAST
from quiz.languages.polish import Polish

POLISH = Polish()
LEAD = "Doktor Marek Lech mówił w Opolu o nowych szczepionkach. "
SAID = "– Szczepionka z Brna działa dłużej od szczepionki z Gdyni – tłumaczył."


def quoted(text: str) -> dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]]:
    drafts = POLISH.drafts(POLISH.read(text, None))
    return {
        d.prompt: (d.answer, d.rivals, d.quotes) for d in drafts if ": „" in d.prompt and not d.gap
    }


def test_a_verb_alone_quotes_whom_the_sentence_before_lets_speak() -> None:
    found = quoted(LEAD + SAID)
    answer, _, quotes = found[
        "Kto tłumaczył: „Szczepionka z Brna działa dłużej od szczepionki z Gdyni”?"
    ]
    assert answer == "Marek Lech"
    assert quotes == (LEAD.strip(), SAID)


def test_nobody_is_quoted_where_two_could_speak_or_the_verb_does_not_agree() -> None:
    assert not quoted(f"{LEAD}Odpowiadał mu Jan Kos z Gdyni. {SAID}")
    assert not quoted(LEAD + SAID.replace("tłumaczył", "tłumaczyła"))


def test_a_quotation_that_goes_on_for_long_is_cut_before_its_reason() -> None:
    words = "Most w Brnie zostanie otwarty wiosną, kiedy tylko stopnieją śniegi"
    reason = ", bo wtedy przyjadą goście z całego kraju, a nikt nie chce ich znowu wieźć promem"
    found = quoted(f"– {words}{reason}, jak to było przed rokiem – powiedział Marek Lech.")
    assert [prompt for prompt in found if prompt.startswith("Kto powiedział")] == [
        f"Kto powiedział: „{words}”?"
    ]


def test_beside_a_foreigner_whom_nobody_knows_stand_names_of_his_country() -> None:
    text = "– Fabryka w Gdyni ruszy za rok, a port w Brnie nigdy – powiedział Gábor Nemes."
    [(answer, rivals, _)] = [v for k, v in quoted(text).items() if k.startswith("Kto")]
    assert answer == "Gábor Nemes"
    assert len(rivals) >= 3
    known = {"Kovács", "Szabó", "Horváth", "Varga", "Kiss", "Molnár", "Németh", "Farkas", "Balogh",
             "Papp", "Takács", "Juhász"}  # fmt: skip
    assert {r.split()[-1] for r in rivals} <= known


def test_a_quotation_that_names_nothing_is_not_asked_about() -> None:
    found = quoted("– To jest bardzo trudna sprawa i wymaga czasu – powiedział Marek Lech.")
    assert all(POLISH.anchors(prompt) < LEAST for prompt in found)


def test_a_mark_that_closes_what_a_dash_opened_opens_nothing() -> None:
    text = (
        '– Most w Brnie jest już gotowy" – powiedział Marek Lech.'
        " Fabrykę w Opolu otwarto 3 maja 2019 roku w obecności Jana Kosa."
    )
    found = POLISH.drafts(POLISH.read(text, None))
    assert any(d.answer == "3 maja 2019 roku" for d in found)


def test_a_year_before_a_dash_ends_no_sentence_unless_somebody_speaks_then() -> None:
    table = (
        "W 1985 r. przewieźli 5 tys. osób, w 1986 r. – 82 tys. osób, a w 1987 r. - 90 tys. osób."
    )
    assert len(POLISH.read(table, None).sentences) == 1
    assert (
        len(POLISH.read("Otwarto go w 1986 r. – To był cud – mówi Jan Kos.", None).sentences) == 2
    )


def test_a_speech_of_several_sentences_is_quoted_by_who_ends_it() -> None:
    found = quoted(
        "Wójt Marek Lech pochwalił projekt i ocenił go. Zaznaczył, że rozmowy jeszcze trwają. "
        '"Uważamy, że nowy most połączy Brnik z Gdynią i odciąży drogi w całym powiecie. '
        'Będzie stał dłużej niż stary most w Kole" - dodał.'
    )
    words = "Uważamy, że nowy most połączy Brnik z Gdynią i odciąży drogi w całym powiecie"
    assert found[f"Kto powiedział: „{words}”?"][0] == "Marek Lech"
    assert found[f"Czyje to słowa: „{words}”?"][0] == "Marka Lecha"
    assert not any("Będzie stał" in prompt for prompt in found)  # who will, it leaves out


def test_a_noun_tells_who_speaks_where_one_person_was_named() -> None:
    text = (
        "Maria Kos przyjechała z Łodzi. "
        'Kobieta powiedziała: "Chcę zobaczyć w Gdyni nowy port i stary fort. Po co mi inne?".'
    )
    found = quoted(text)
    assert (
        found["Kto powiedział: „Chcę zobaczyć w Gdyni nowy port i stary fort”?"][0] == "Maria Kos"
    )
    assert not quoted(text.replace("z Łodzi", "z Ewą Malinowską"))


def test_a_question_is_quoted_behind_what_else_was_said() -> None:
    found = quoted(
        "– Nikt o tym nie wie – mówi Jan Kos i pyta: „Co jeszcze musi zrobić Gdynia, "
        "by zbudować nowy port?”."
    )
    assert found["Kto zapytał: „Co jeszcze musi zrobić Gdynia, by zbudować nowy port?”?"][0] == (
        "Jan Kos"
    )


def test_a_quotation_keeps_what_points_within_it_and_a_name_put_in_brackets() -> None:
    for words in (
        "W modelach Volvo i Fiat ich silnik zużywa mało paliwa",
        "Namawiamy Gdynię do tego, że można zbudować nowy port za pół ceny",
        "Cieszymy się, że nowa rura [Baltic Pipe] dotrze do Gdyni przed zimą",
    ):
        prompt = f"Kto powiedział: „{words}”?"
        assert prompt in quoted(f"– {words} – powiedział Marek Lech.")
    assert not quoted("– Namawiamy Gdynię do tego od dawna – powiedział Marek Lech.")


@pytest.mark.parametrize(
    "text",
    [
        "– Gdynia zbuduje nowy port za pół ceny – powiedział Wiśniewski.",  # which of them?
        "– Gdynia buduje teraz nowy port za pół ceny – powiedział Marek Lech.",  # when?
    ],
)
def test_nobody_is_asked_who_is_known_by_a_surname_or_what_was_so_at_the_time(text: str) -> None:
    assert not quoted(text)


def test_a_quotation_too_long_is_broken_off_with_a_mark() -> None:
    words = "Port w Gdyni jest na dobrej drodze do przyjęcia czterech nowych statków z Brna"
    rest = (
        " i rozładowania ich jeszcze przed końcem zimy w nowych halach obok starego doku i mostu "
        "dla pieszych przy ulicy Morskiej"
    )
    assert f"Kto powiedział: „{words} (…)”?" in quoted(f"– {words}{rest} – powiedział Marek Lech.")


def test_a_post_and_its_paper_tell_who_speaks() -> None:
    found = quoted(
        "Publicysta niemieckiego dziennika „Brdan” Jens Lange skrytykował rząd w Gdyni. "
        '"Rząd Polski buduje port bez planu i bez pieniędzy" - ocenił publicysta "Brdan".'
    )
    assert found["Kto ocenił: „Rząd Polski buduje port bez planu i bez pieniędzy”?"][0] == (
        "Jens Lange"
    )
