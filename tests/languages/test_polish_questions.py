"""From Polish sentences to questions: what is asked, and what is better left unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quiz.languages.polish import Polish

if TYPE_CHECKING:
    from datetime import date

    from quiz.languages import Draft

POLISH = Polish()


def drafts(text: str, published: date | None = None) -> list[Draft]:
    return POLISH.drafts(POLISH.read(text, published))


def asked(text: str, published: date | None = None) -> dict[str, str]:
    return {d.prompt: d.answer for d in drafts(text, published)}


CAST = " Sędzia Jan Kos, adwokat Piotr Wilk i prokurator Adam Lis byli na sali w Opolu."
"""Others who could be meant, so that a question for a person finds its distractors."""


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        # When: the date leaves its place, the neutral order of a question remains.
        (
            "Most przez Wisłę w Toruniu otwarto 20 października 2019 roku.",
            "Kiedy otwarto most przez Wisłę w Toruniu?",
            "20 października 2019 roku",
        ),
        (
            "W marcu 2012 roku Gmina Kłodzko kupiła nowy autobus.",
            "Kiedy Gmina Kłodzko kupiła nowy autobus?",
            "w marcu 2012 roku",
        ),
        (
            "W 1998 roku miasto Gdynia sprzedało stary prom Norwegii.",
            "W którym roku miasto Gdynia sprzedało stary prom Norwegii?",
            "1998",
        ),
        (
            "Latem 2021 roku w Zakopanem został zamknięty dworzec kolejowy.",
            "Kiedy został zamknięty dworzec kolejowy w Zakopanem?",
            "latem 2021 roku",
        ),
        # How many: ile or ilu, the counted noun in the genitive, the verb in the singular neuter.
        (
            "Port Gdynia kupił 14 nowych dźwigów.",
            "Ile nowych dźwigów kupił port Gdynia?",
            "14",
        ),
        (
            "Huta Katowice zatrudnia ponad 300 spawaczy.",
            "Ilu spawaczy zatrudnia huta Katowice?",
            "ponad 300",
        ),
        (
            "Zbiórkę w Opolu poparło 72,5 proc. radnych.",
            "Ile procent radnych poparło zbiórkę w Opolu?",
            "72,5",
        ),
        (
            "W pożarze magazynu w Łodzi zginęły cztery osoby.",
            "Ile osób zginęło w pożarze magazynu w Łodzi?",
            "4",
        ),
        (
            "Rząd Danii zdecydował o wysłaniu do Kenii stu lekarzy.",
            "Uzupełnij zdanie: „Rząd Danii zdecydował o wysłaniu do Kenii _____ lekarzy.”",
            "100",
        ),
        # Where: a country or a city, with the preposition it takes.
        (
            "Wystawa obrazów Jana Matejki odbyła się w Budapeszcie.",
            "W którym mieście odbyła się wystawa obrazów Jana Matejki?",
            "w Budapeszcie",
        ),
        (
            "Statek Pogoria wypłynął z Norwegii.",
            "Z którego kraju wypłynął statek Pogoria?",
            "z Norwegii",
        ),
    ],
)
def test_a_fact_is_asked_for(text: str, prompt: str, answer: str) -> None:
    assert asked(text).get(prompt) == answer, asked(text)


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "Anna Wilk otworzyła w Rzymie polską szkołę.",
            "Kto otworzył w Rzymie polską szkołę?",
            "Anna Wilk",
        ),
        (
            "Jan Kos powiedział, że tunel pod Odrą będzie gotowy w maju.",
            "Kto powiedział, że tunel pod Odrą będzie gotowy w maju?",
            "Jan Kos",
        ),
        (
            "Dyrektor muzeum rozmawiał z Janem Kosem o wystawie w Pradze.",
            "Z kim dyrektor muzeum rozmawiał o wystawie w Pradze?",
            "Janem Kosem",
        ),
        (
            "Delegacja z Gniezna przyleciała do Oslo na zaproszenie Adama Lisa.",
            "Na czyje zaproszenie delegacja z Gniezna przyleciała do Oslo?",
            "Adama Lisa",
        ),
    ],
)
def test_a_person_is_asked_for_in_the_right_case(text: str, prompt: str, answer: str) -> None:
    found = asked(text + CAST)
    assert found.get(prompt) == answer, found


def test_what_a_sentence_leaves_out_is_filled_in_and_proved_by_both() -> None:
    text = "Jan Kos przyjechał do Wilna. 4 maja 2020 roku rozmawiał z burmistrzem miasta Troki."
    found = [d for d in drafts(text) if d.answer == "4 maja 2020 roku" and not d.gap]
    assert [d.prompt for d in found] == ["Kiedy Jan Kos rozmawiał z burmistrzem miasta Troki?"]
    assert found[0].quotes == tuple(f"{s}." for s in text.rstrip(".").split(". "))


def test_then_is_the_day_last_spoken_of() -> None:
    text = "Jan Kos był w Rydze 4 maja 2020 roku. Wówczas rozmawiał z premierem Łotwy o cłach."
    prompt = "Kiedy Jan Kos rozmawiał z premierem Łotwy o cłach?"
    (found,) = [d for d in drafts(text) if d.prompt == prompt]
    assert found.answer == "4 maja 2020 roku"
    assert found.explanation == "4 maja 2020 roku Jan Kos rozmawiał z premierem Łotwy o cłach."


def test_a_year_has_its_noun_in_what_is_told() -> None:
    told = {d.explanation for d in drafts("W maju 1998 Jan Kos otworzył w Gdyni fabrykę lodów.")}
    assert "W maju 1998 roku Jan Kos otworzył w Gdyni fabrykę lodów." in told


def test_words_that_somebody_answers_for_keep_their_speaker() -> None:
    found = asked("Rzecznik Straży Granicznej podał, że do Suwałk wysłano 300 żołnierzy.")
    assert "Ilu żołnierzy, jak podał rzecznik Straży Granicznej, wysłano do Suwałk?" in found
    found = asked("– Do Suwałk wysłano 300 żołnierzy – powiedział minister Jan Kos.")
    assert "Ilu żołnierzy, jak powiedział minister Jan Kos, wysłano do Suwałk?" in found


def test_the_second_item_of_a_list_is_asked_for_as_well() -> None:
    text = (
        "Port Gdynia kupił 14 dźwigów, które przypłynęły z Danii, a także 30 wózków elektrycznych."
    )
    found = asked(text)
    assert found.get("Ile dźwigów kupił port Gdynia?") == "14"
    assert found.get("Ile wózków elektrycznych kupił port Gdynia?") == "30"


def test_a_noun_that_the_text_has_named_before_is_named_again() -> None:
    text = "Nowy most przez Wartę ma dwa pasy. Most kosztował 45 mln zł."
    assert any("most przez Wartę" in p and a.startswith("45") for p, a in asked(text).items())


@pytest.mark.parametrize(
    "text",
    [
        "W tej sprawie zapadło w Opolu 12 wyroków.",  # which matter?
        "Firma zatrudnia w Opolu 300 osób.",  # which firm?
        "Jego brat kupił w Opolu 14 domów.",  # whose brother?
        "– Kupiłem w Opolu 14 domów – powiedział.",  # who says so?
        "Czy Jan Kos kupił w Opolu 14 domów?",
        "Gdyby Jan Kos kupił 14 domów, Opole by zbankrutowało.",
        "W piątek Jan Kos przyjechał.",
        "Wygrali 3:0, a potem 2:1.",
    ],
)
def test_what_does_not_stand_alone_is_not_asked(text: str) -> None:
    assert not asked(text)


def test_no_stem_points_to_the_day_of_the_article() -> None:
    text = (
        "W ubiegły piątek Jan Kos sprzedał w Opolu 14 starych tramwajów. Wczoraj Opole kupiło 20."
    )
    for prompt in asked(text):
        assert "ubiegły" not in prompt
        assert "Wczoraj" not in prompt


def test_what_a_quotation_says_is_no_fact_of_the_article() -> None:
    text = "– Jest źle. Opole sprzedało 14 starych tramwajów. Nic nie zostało – mówił Jan Kos."
    assert not asked(text)


def test_a_stem_and_its_answer_never_share_the_key() -> None:
    text = "Prezydent Opola Jan Kos otworzył 4 maja 2020 roku most Jana Kosa w Opolu." + CAST
    for draft in drafts(text):
        assert draft.answer not in draft.prompt


def test_what_somebody_is_behind_a_name_is_no_second_subject() -> None:
    found = asked(
        "Zmarł Jan Kos, pisarz i tłumacz. Urodził się 3 kwietnia 1941 roku w Opolu."
        " W 1965 roku ukończył Akademię Muzyczną w Łodzi."
    )
    assert found["Kiedy Jan Kos urodził się w Opolu?"] == "3 kwietnia 1941 roku"
    assert found["W którym roku Jan Kos ukończył Akademię Muzyczną w Łodzi?"] == "1965"


def test_a_long_title_is_one_with_its_holder() -> None:
    found = asked(
        "Raport przygotowała minister do spraw rodziny Ewa Lis. Zapowiedziała, że żłobki w Opolu"
        " będą bezpłatne w 2026 roku." + CAST
    )
    prompt = "Kto zapowiedział, że żłobki w Opolu będą bezpłatne w 2026 roku?"
    assert found[prompt] == "Ewa Lis"


def test_what_a_body_did_is_told_behind_its_name() -> None:
    found = asked("Szkoła Główna Handlowa, która powstała w 1906 roku, ma gmach w Warszawie.")
    assert found["W którym roku powstała Szkoła Główna Handlowa?"] == "1906"
    other = asked("Właściciel Orlenu, który powstał w 1999 roku, milczy.")
    assert not any("Orlen" in d for d in other)


def test_a_bare_noun_means_the_one_body_it_heads() -> None:
    text = "Ewa Lis wystąpiła na Festiwalu Filmów Dokumentalnych w Opolu."
    gap = "Uzupełnij zdanie: „Festiwal Filmów Dokumentalnych odbywa się od _____.”"
    assert asked(f"{text} Festiwal odbywa się od 2006 roku.")[gap] == "2006 roku"
    two = f"{text} Przyjechała z Festiwalu Sztuk Wizualnych. Festiwal odbywa się od 2006 roku."
    assert gap not in asked(two)


def test_a_castle_that_opens_a_text_is_the_one_meant_later() -> None:
    found = asked(
        "Zamek w Malborku wznieśli Krzyżacy. W 1457 roku zamek został zajęty przez wojska króla"
        " Kazimierza Jagiellończyka."
    )
    assert any("zamek w Malborku został zajęty" in d for d in found)


def test_what_is_new_stands_behind_its_verb() -> None:
    found = asked("3 maja 2025 roku w hucie w Zabrzu wybuchł pożar.")
    assert found["Kiedy wybuchł pożar w hucie w Zabrzu?"] == "3 maja 2025 roku"
    assert not asked("Pożar 3 maja 2025 roku w hucie wybuchł.")


def test_somebody_of_a_nation_is_the_one_named_before() -> None:
    text = "Trenerem Wisły Kraków jest Jan Kos. Polak objął Wisłę Kraków w kwietniu 2024 roku."
    assert any("Jan Kos" in d and "objął" in d for d in asked(text))
    lost = "Hiszpan objął Wisłę Kraków w kwietniu 2024 roku."
    assert not any("hiszpan" in d.lower() for d in asked(lost))


def test_a_mans_title_in_another_case_is_not_the_womans_behind_it() -> None:
    assert not POLISH.read("Trenerem Świątek jest Jan Kos. Iga Świątek wygrała.", None).roles[:1]


def test_a_date_counted_from_another_is_proved_by_it() -> None:
    text = (
        "Jan Kos urodził się w Opolu. W 1965 roku ukończył Akademię Muzyczną w Łodzi."
        " Pięć lat później zadebiutował filmem „Most”."
    )
    found = next(d for d in drafts(text) if d.answer == "1970")
    assert any("1965" in q for q in found.quotes)


def test_a_verb_that_opened_its_sentence_is_written_small() -> None:
    found = asked(
        "Burmistrz Opola Jan Kos oprowadzał gości z Brna. Dodał, że w 2010 roku most na Odrze"
        " w Opolu zamknięto na osiem miesięcy."
    )
    assert not any("Dodał" in d for d in found)


def test_a_verb_in_the_singular_tells_an_apposition_from_a_list() -> None:
    found = asked(
        "Ewa Lis, polska fizyczka i chemiczka, urodziła się 7 listopada 1967 roku w Opolu."
        " W 1991 roku wyjechała do Paryża."
    )
    assert found["W którym roku Ewa Lis wyjechała do Paryża?"] == "1991"


def test_a_title_that_opens_its_sentence_is_written_small() -> None:
    found = asked(
        "Prezes Narodowego Banku Polskiego Jan Kos poinformował 20 marca 2025 roku, że Ewa Lis"
        " wyjechała do Brna."
    )
    assert any("prezes Narodowego Banku Polskiego Jan Kos" in d for d in found)
    assert not any("Prezes Narodowego" in d for d in found)


def test_what_was_done_to_a_bare_noun_is_asked_only_where_the_noun_is_known() -> None:
    known = "Jan Kos kierował Muzeum Wojny Trzydziestoletniej. Muzeum otwarto w 2017 roku."
    prompt = "W którym roku otwarto Muzeum Wojny Trzydziestoletniej?"
    assert asked(known)[prompt] == "2017"
    assert not asked("Jan Kos przyjechał. Muzeum otwarto w 2017 roku.")


def test_who_was_meant_by_a_noun_is_meant_where_it_is_left_out() -> None:
    found = asked(
        "Ewa Lis dostała nagrodę w Opolu. Reżyserka mieszka w Brnie. W 2017 roku ukończyła"
        " Akademię Filmową w Pradze."
    )
    assert found["W którym roku Ewa Lis ukończyła Akademię Filmową w Pradze?"] == "2017"


def test_whom_a_nation_alone_tells_nobody_is_asked_about() -> None:
    found = asked(
        "Hiszpan objął Wisłę Kraków w kwietniu 2024 roku. Dodał, że w 2025 roku odejdzie do"
        " Legii Warszawa."
    )
    assert not any("hiszpan" in d.lower() for d in found)


def test_a_club_is_known_by_the_first_word_of_its_name() -> None:
    found = asked(
        "Legia Warszawa pokonała Pogoń Szczecin. Legia kupiła boisko w Opolu w 2018 roku.",
    )
    assert any("Legia Warszawa kupiła boisko w Opolu" in d for d in found)


def test_a_firms_noun_that_opens_its_sentence_is_written_small() -> None:
    found = asked("Spółka Budimex otworzyła 3 maja 2019 roku fabrykę w Brnie.")
    assert found["Kiedy spółka Budimex otworzyła fabrykę w Brnie?"] == "3 maja 2019 roku"
