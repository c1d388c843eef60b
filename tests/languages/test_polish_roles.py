"""Polish roles: tied to a holder by apposition, in the nominative, and never guessed."""

import pytest

from quiz.languages.polish import Polish

POLISH = Polish()


def roles(text: str) -> list[tuple[str, str]]:
    return [(r.base, r.holder.base) for r in POLISH.read(text, None).roles]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wystąpił szef polskiego Sztabu Generalnego, generał Jan Zieliński, i wyszedł.",
         [("szef polskiego Sztabu Generalnego", "Jan Zieliński"), ("generał", "Jan Zieliński")]),
        ("Jan Zieliński, szef Sztabu Generalnego, wystąpił.",
         [("szef Sztabu Generalnego", "Jan Zieliński")]),
        ("Minister spraw zagranicznych Niemiec Hans Weber odleciał.",
         [("minister spraw zagranicznych Niemiec", "Hans Weber")]),
        ("Jean-Marie Dubois, francuski minister zdrowia, milczał.",
         [("francuski minister zdrowia", "Jean-Marie Dubois")]),
        ("Zdaniem przewodniczącej Rady Miejskiej Anny Kowalskiej było zimno.",
         [("przewodnicząca Rady Miejskiej", "Anna Kowalska")]),
        ("Rozmawiano z byłym prezesem banku Adamem Kosem.", [("były prezes banku", "Adam Kos")]),
        ("Rozmawiano z Adamem Kosem, prezesem NBP, byłym ministrem finansów.",
         [("prezes NBP", "Adam Kos"), ("były minister finansów", "Adam Kos")]),
        ("Zapytano dyrektora Instytutu Morskiego (IM) dr. Adama Kosa.",
         [("dyrektor Instytutu Morskiego", "Adam Kos")]),
        ("Wiceprezes PKN Orlen Adam Kowalski wyszedł.",
         [("wiceprezes PKN Orlen", "Adam Kowalski")]),
        ("Szef gabinetu premiera Adam Kowalski wyszedł.",
         [("szef gabinetu premiera", "Adam Kowalski")]),
        ("Jan Kos, prezes Apple’a, wyszedł.", [("prezes Apple’a", "Jan Kos")]),
        ("Sekretarz generalny ONZ António Guterres wyszedł.",
         [("sekretarz generalny ONZ", "António Guterres")]),
        ("Trener Lecha John van den Brom milczał.", []),
        ("Ojciec premiera Adam Kowalski wyszedł.", []),
        ("Rozmawiano z szefa gabinetu premiera Adama Kowalskiego.", []),
        ("Pełniąca obowiązki prezesa Anna Kowalska wyszła.", []),
        ("Przyjechał minister, a Adam Kowalski wyszedł.", []),
        ("Jak podał Adam Kowalski, minister zdrowia podał się do dymisji.", []),
    ],
)  # fmt: skip
def test_a_role_belongs_to_whom_the_text_gives_it(text: str, found: list[tuple[str, str]]) -> None:
    assert roles(text) == found


def test_a_former_role_is_marked() -> None:
    role = POLISH.read("Był tam były premier Adam Kowalski.", None).roles[0]
    assert role.former
    assert role.noun == "premier"


def test_every_office_of_a_list_behind_a_name_is_read() -> None:
    document = POLISH.read(
        "Rozmawiamy z Jackiem Krawcem, prezesem Grupy Brda, ekspertem lotniczym, byłym "
        "przewodniczącym rady nadzorczej PLL LOT.",
        None,
    )
    found = [(r.base, r.former, r.holder.base) for r in document.roles]
    assert found == [
        ("prezes Grupy Brda", False, "Jacek Krawiec"),
        ("były przewodniczący rady nadzorczej PLL LOT", True, "Jacek Krawiec"),
    ]
    prompts = {d.prompt: d.answer for d in POLISH.drafts(document)}
    assert prompts["Której linii lotniczej przewodniczącym rady nadzorczej był Jacek Krawiec?"] == (
        "PLL LOT"
    )


def test_a_polish_surname_has_a_polish_first_name() -> None:
    document = POLISH.read("Rozmawiamy z Jackiem Krawczykiem i Markiem Lechem z Gdyni.", None)
    assert [n.base for n in document.names if n.kind == "person"] == [
        "Jacek Krawczyk",
        "Marek Lech",
    ]
