"""What a sentence of Polish holds together: where phrases begin and end, and what is one."""

from __future__ import annotations

import pytest

from quiz.languages.polish.joining import join
from quiz.languages.polish.statements import Statements
from tests.languages.kit import POLISH, read


def phrases(text: str) -> list[str]:
    """Return the phrases of the last sentence with their kinds, without the full stop."""
    doc = read(text)
    found = join(doc, doc.phrases(doc.sentences[-1]))
    return [f"{p.kind} {doc.span(p.first, p.last)}" for p in found if p.kind != "point"]


def statements(text: str) -> list[str]:
    doc = read(text)
    return [
        " | ".join(p.text or doc.span(p.first, p.last) for p in s.parts)
        for s in Statements(doc).all()
    ]


def asked(text: str) -> dict[str, str]:
    return {d.prompt: d.answer for d in POLISH.drafts(read(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ewa Lis zdobyła medal na Euro 2012.", "pp na Euro 2012"),
        (
            "Firma kupiła trzy samoloty typu Fokker 70-200.",
            "quantity trzy samoloty typu Fokker 70-200",
        ),
        ("Jan Kos napisał książkę pt. Most.", "np książkę pt. Most"),
        (
            "Decyzja Ryanaira związana jest z zapowiadanym na lipiec strajkiem pilotów.",
            "pp z zapowiadanym na lipiec strajkiem pilotów",
        ),
        (
            "Zespół wyruszył w trasę po całych Stanach Zjednoczonych.",
            "pp po całych Stanach Zjednoczonych",
        ),
        (
            "Książka ukazała się zarówno w Danii, jak i w Norwegii.",
            "pp zarówno w Danii, jak i w Norwegii",
        ),
        ("Sprawa stała się głośna.", "verb stała"),
        ("Gmina wzmocniła też więzi z miastem.", "np więzi"),
    ],
)
def test_what_belongs_together_is_one_phrase(text: str, expected: str) -> None:
    assert expected in phrases(text)


def test_kings_of_two_lands_stay_the_subject() -> None:
    text = "W 1805 roku władcy Bawarii i Wirtembergii przyjęli tytuły królewskie."
    assert statements(text) == [
        "W 1805 roku | władcy Bawarii i Wirtembergii | przyjęli | tytuły królewskie"
    ]


def test_a_nominative_is_no_part_of_what_a_preposition_governs() -> None:
    text = "Po ogłoszeniu porozumienia zwolennicy Jana Kosa opuścili Opole."
    assert statements(text)[0].endswith("zwolennicy Jana Kosa | opuścili | Opole")


def test_a_semicolon_parts_sentences() -> None:
    text = "W 1901 roku Jan Kos założył hutę w Opolu; w 1905 roku sprzedał ją Ewie Lis."
    assert "W którym roku Jan Kos założył hutę w Opolu?" in asked(text)
    found = statements("Jan Kos założył hutę w Opolu; w 1905 roku kupił młyn w Brzegu.")
    assert found[-1] == "w 1905 roku | Jan Kos | kupił | młyn | w Brzegu"


def test_a_dash_behind_a_name_says_what_it_is() -> None:
    found = asked("Drwęca – najdłuższa rzeka Litwy.")
    assert found["Uzupełnij zdanie: „Drwęca to najdłuższa rzeka _____.”"] == "Litwy"


def test_what_a_thing_is_needs_no_second_name() -> None:
    drafts = POLISH.drafts(read("Drwęca to najdłuższa rzeka Litwy."))
    assert any(d.timeless and d.answer == "Litwy" for d in drafts)


def test_nobody_asks_where_it_is_something() -> None:
    assert not any(p.startswith("W którym") for p in asked("Drwęca to rzeka w Polsce koło Opola."))


def test_children_are_counted_of_whom_they_are() -> None:
    assert asked("Ewa Lis jest matką pięciorga dzieci.")["Matką ilorga dzieci jest Ewa Lis?"]
    assert asked("Jan Kos ma dwóch synów.")["Ilu synów ma Jan Kos?"] == "2"


def test_men_and_women_are_counted_as_people() -> None:
    text = "W 1392 roku Jan Kos osądził 443 podejrzanych w Opolu."
    assert any(p.startswith("Ilu podejrzanych") for p in asked(text))


def test_numbers_of_several_years_share_one_verb() -> None:
    found = asked(
        "W 2012 roku Ryanair przewiózł 79 mln pasażerów. "
        "W 1985 r. przewiozły 5 tys. pasażerów, w 1986 r. – 82 tys. pasażerów, "
        "a w 2005 – 27,6 mln pasażerów."
    )
    assert found["Ilu pasażerów przewiozły linie Ryanair w 1986 roku?"] == "82 tys."
    assert found["Ilu pasażerów przewiozły linie Ryanair w 2005 roku?"] == "27,6 mln"


def test_a_name_behind_a_noun_is_not_who_is_counted() -> None:
    text = "W 2016 roku za opuszczeniem UE opowiedziało się 51,9 proc. obywateli Danii."
    assert any(p.startswith("Ile procent obywateli Danii") for p in asked(text))


def test_a_list_that_goes_on_is_left_out_and_its_verb_keeps_the_object() -> None:
    text = (
        "W 2021 roku Dania kupiła 60 mln dawek szczepionki z firm Astra Zeneca, "
        "Pfizer/BioNTech oraz Novavax NV /Johnson & Johnson."
    )
    assert statements(text)[0] == "W 2021 roku | Dania | kupiła | 60 mln dawek szczepionki"


def test_a_verb_too_new_for_the_dictionary_is_read_by_its_ending() -> None:
    found = asked("W marcu 2012 roku Ryanair zbazował w Opolu jeden samolot typu Boeing 737-8AS.")
    assert found["Kiedy Ryanair zbazował w Opolu jeden samolot typu Boeing 737-8AS?"]
    assert not any("_ 737" in p for p in found)


def test_a_relative_clause_may_lack_its_closing_comma() -> None:
    text = "Jan Kos, który był gościem Radia Opole ocenił wtedy umowę z Czechami."
    assert "Jan Kos | był | gościem Radia Opole" in statements(text)
    assert any(s.startswith("Jan Kos | ocenił") or "| ocenił" in s for s in statements(text))


def test_a_participle_may_lack_its_comma() -> None:
    text = "Jan Kos wygrał turniej w Opolu pokonując Adama Lisa."
    assert statements(text)[0] == "Jan Kos | wygrał | turniej | w Opolu"


def test_it_is_what_the_sentence_before_speaks_of() -> None:
    text = "W 2017 roku zadebiutował serial Belfer. Jest to polski serial w reżyserii Adama Lisa."
    doc = read(text)
    found = [s for s in Statements(doc).all() if s.sentence.number == doc.sentences[-1].number]
    assert [p.text or doc.span(p.first, p.last) for p in found[0].parts][:2] == [
        "serial Belfer",
        "to",
    ]
    assert len(found[0].sentences) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "W 2017 roku zadebiutował serial Belfer. Serial ten zdobył Złotą Kaczkę.",
            "serial Belfer",
        ),
        ("Kanonierka „Bahia” powstała w Brazylii. Okręt zatonął w 1869 roku.", "okręt Bahia"),
    ],
)
def test_a_noun_takes_up_the_thing_that_was_named(text: str, expected: str) -> None:
    assert any(s.startswith(f"{expected} |") for s in statements(text))


def test_a_noun_takes_up_nothing_where_two_could_be_meant() -> None:
    text = "Kanonierka „Bahia” i okręt „Para” powstały w Brazylii. Okręt zatonął w 1869 roku."
    assert not any(s.startswith("okręt") for s in statements(text))


def test_a_woman_stands_beside_women_where_the_stem_tells() -> None:
    text = (
        "Jako pierwsza kobieta w Danii Ewa Lis została skazana na śmierć w 1901 roku w Kopenhadze. "
        "Adam Kos, Jan Wilk i Piotr Norek milczeli."
    )
    drafts = [d for d in POLISH.drafts(read(text)) if d.answer == "Ewa Lis" and not d.gap]
    assert drafts
    assert not any({"Adam Kos", "Jan Wilk", "Piotr Norek"} & set(d.rivals) for d in drafts)


def test_a_given_name_that_another_bears_gives_nobody_away() -> None:
    text = "W 2018 roku Ewa Lis powołała Jana Krzysztofa Kosa na urząd w miejsce Krzysztofa Wilka."
    assert any(d.answer == "Krzysztofa Wilka" for d in POLISH.drafts(read(text)))


def test_a_person_is_spoken_of_until_somebody_else_is_named() -> None:
    text = (
        "Maria Lis urodziła się w Opolu w domu przy ulicy Polnej 31. "
        "W 1870 roku zadebiutowała wierszem W zimowy poranek. W szkole było zimno. "
        "W 1877 roku przeniosła się do Warszawy."
    )
    found = asked(text)
    assert "W którym roku Maria Lis przeniosła się do Warszawy?" in found
    assert any("wierszem W zimowy poranek" in p for p in found)
    assert not any("Polnej _" in p for p in found)
    text = "Maria Lis urodziła się w Opolu. Lubiła ją tam Anna Kos. W 1877 roku wyjechała do Rygi."
    assert not any("Maria Lis" in p and "Rygi" in p for p in asked(text))


def test_at_least_so_many_open_no_clause() -> None:
    text = "Co najmniej 19 dzieci i dwie nauczycielki zginęły w 2022 roku w Uvalde."
    assert statements(text)[0].startswith("Co najmniej 19 dzieci i dwie nauczycielki | zginęły")


def test_who_two_people_are_stands_between_commas() -> None:
    text = (
        "3 lutego 2022 roku premierzy Danii i Norwegii, Jan Kos i Adam Lis, podpisali w Opolu "
        "umowę w sprawie kopalni Turów."
    )
    found = asked(text)
    assert any("premierzy Danii i Norwegii, Jan Kos i Adam Lis, podpisali" in p for p in found)
    assert "Adam Lis" not in found.values()


def test_half_of_something_is_the_subject() -> None:
    text = "W 1702 roku ponad połowa Opola spłonęła w czasie wojny z Danią."
    assert statements(text)[0].startswith("W 1702 roku | ponad połowa Opola | spłonęła")


def test_what_was_done_here_was_done() -> None:
    found = asked("W 2001 roku Jan Kos nakręcił tu część zdjęć do filmu Zemsta.")
    assert found["Kto nakręcił część zdjęć do filmu Zemsta w 2001 roku?"] == "Jan Kos"
    assert not any("tu 5" in s for s in statements("W 2001 roku Jan Kos kupił tu 5 domów."))


def test_a_name_before_the_verb_may_be_its_subject_after_all() -> None:
    text = "Okręt „Bahia” wypłynął z Rio. 11 października u wybrzeży Egiptu U-Boot zatopił statek."
    assert not any(s.startswith("Bahia") or "| zatopił" in s for s in statements(text))


def test_a_count_until_now_is_not_asked() -> None:
    text = "Dania w ramach Programu Szczepień kupiła do tej pory 60 mln dawek szczepionki."
    assert not any(p.startswith("Ile") for p in asked(text))


def test_what_to_tells_of_is_spoken_of_further() -> None:
    text = "Most Polny we Wrocławiu to najwyższy most w Polsce. Ma 1742 metry długości."
    drafts = {d.prompt: d for d in POLISH.drafts(read(text))}
    assert drafts["Ile metrów długości ma Most Polny?"].timeless
    assert any(p.startswith("Uzupełnij zdanie: „Most Polny we Wrocławiu to") for p in drafts)


def test_an_article_is_about_the_firm_that_it_begins_with() -> None:
    text = (
        "Orlen to firma z siedzibą w Płocku. Koncern powstał w 1999 roku. "
        "W 2002 roku Orlen kupił Energę. W 2017 roku koncern wyprodukował 522 tys. ton paliwa, "
        "a w 2018 roku – 502 tys. ton."
    )
    found = asked(text)
    assert any(p.startswith("Ile ton paliwa") and "Orlen w 2017" in p for p in found)
    assert not any(p.startswith("Ile ton wyprodukował") for p in found)


def test_a_number_may_be_who_does_it() -> None:
    text = "Most zaprojektował Jan Kos. Codziennie korzysta z mostu w Opolu około 70 tysięcy osób."
    assert not any(s.startswith("Jan Kos |") and "korzysta" in s for s in statements(text))


def test_a_piece_of_a_life_is_of_whom_it_names_later() -> None:
    text = (
        "W 2012 roku pełnił w Opolu funkcję zastępcy rektora. "
        "26 sierpnia 2014 roku objął stanowisko ministra gospodarki w rządzie Danii. "
        "30 sierpnia 2016 roku Jan Kos odszedł z urzędu ministra."
    )
    doc = POLISH.read(text, None)
    drafts = {d.prompt: d for d in POLISH.drafts(doc)}
    found = drafts["Kiedy Jan Kos objął stanowisko ministra gospodarki w rządzie Danii?"]
    assert found.quotes == tuple(doc.text[s.start : s.end] for s in doc.sentences[1:])
    text = text.replace(
        "26 sierpnia 2014 roku objął", "26 sierpnia 2014 roku Adam Lis zmarł i objął"
    )
    assert not any("Jan Kos pełnił" in d.prompt for d in POLISH.drafts(POLISH.read(text, None)))


def test_a_verb_behind_and_is_no_noun() -> None:
    text = "Czerniak błon jest rzadką postacią czerniaka i stanowi około 1,4% przypadków w Danii."
    assert any(s.endswith("stanowi | około 1,4% przypadków | w Danii") for s in statements(text))


def test_what_somebody_said_has_its_own_verb() -> None:
    text = "Jan Kos przyznał w Opolu, że jeśli spadnie deszcz, chciałby, aby grał Adam Lis."
    assert not any("że jeśli" in s for s in statements(text))


def test_a_purpose_needs_no_verb_of_its_own_person() -> None:
    text = "Jan Kos przyleciał w 2020 roku do Danii, by kontynuować wcześniejsze rozmowy z 4 maja."
    assert statements(text)[0].startswith("Jan Kos | przyleciał | w 2020 roku | do Danii")


def test_who_somebody_is_stands_with_the_name() -> None:
    text = "Psychiatra Barahona Fernandes doniosła w 1935 roku w Lizbonie o poprawie."
    assert not any("psychiatra" in p.lower() and "Barahona" in p for p in asked(text))


def test_a_sentence_ends_with_the_number_of_a_model() -> None:
    doc = read("Dania wysłała Norwegii 14 czołgów Challenger 2. Kanada wysłała cztery Leopardy.")
    assert len(doc.sentences) == 2


def test_a_former_president_is_no_verb() -> None:
    text = "Były prezydent Danii Jan Kos otworzył w 2010 roku szkołę w Opolu."
    assert statements(text)[0].startswith("były prezydent Danii Jan Kos | otworzył") or (
        statements(text)[0].startswith("Były prezydent Danii Jan Kos | otworzył")
    )


def test_whose_concert_it_was_is_told() -> None:
    text = (
        "Ewa Lis urodziła się w Opolu. "
        "W 1988 roku na jej koncert na stadionie Maracana w Rio przyszło 180 tysięcy osób."
    )
    assert any("na koncert Ewy Lis" in p for p in asked(text))


def test_one_of_something_keeps_of_what() -> None:
    text = "Temat budowy Nord Stream 2 będzie jednym z tematów poniedziałkowych rozmów z Ewą Lis."
    assert not statements(text)


def test_a_square_counts_no_crosses() -> None:
    doc = read("Rolnicy zablokowali w Opolu plac Trzech Krzyży.")
    assert not doc.counted


def test_whose_speaker_somebody_is_the_name_need_not_tell() -> None:
    text = "W 2023 roku Ewa Lis wyjechała do Danii - poinformował jej rzecznik Jan Kos."
    doc = read(text)
    assert any(s.said == "poinformował Jan Kos" for s in Statements(doc).all())


def test_a_first_name_alone_is_nobody() -> None:
    assert not statements("Marcin wygrał w 2011 roku turniej Puchar Opola.")
    assert statements("Marcin Kos wygrał w 2011 roku turniej Puchar Opola.")


def test_what_takes_up_something_is_no_event() -> None:
    assert not statements("W 2013 roku konstrukcja otrzymała nagrodę Europejskiej Konwencji Stali.")


def test_a_season_is_no_year() -> None:
    found = asked("W sezonie 1995/1996 królem strzelców ligi w Opolu został Jan Kos z Danii.")
    assert found
    assert not any("1996 roku" in p or "w sezonie?" in p for p in found)


def test_a_subject_that_moves_takes_nothing_from_the_stem() -> None:
    found = asked("W 1903 roku Nagrodę Nobla z fizyki odebrał Jan Kos w Sztokholmie.")
    prompts = [p for p in found if p.startswith("W którym")]
    assert prompts
    assert all("Nagrodę Nobla" in p for p in prompts)
