"""Options for English dates and numbers: the style of the key, and no second right answer."""

import itertools
from datetime import date

import pytest

from quiz.languages.date_rules import Dated
from quiz.languages.english.dates import find_dates
from quiz.languages.english.document import EnglishDocument
from quiz.languages.english.options.dates import date_options, spoken
from quiz.languages.english.options.knowledge import people
from quiz.languages.english.options.numbers import measure, number_options
from quiz.languages.english.options.people import nation_of, person_rivals, said_dead
from quiz.languages.english.options.places import countries, place_rivals
from quiz.languages.english.options.role_styles import turned
from quiz.languages.english.options.roles import role_rivals
from quiz.languages.english.options.styles import restyled
from quiz.languages.protocol import Draft
from quiz.languages.quantities import Quantity

DAY = date(2025, 6, 18)


def dated(text: str) -> tuple[EnglishDocument, Dated]:
    document = EnglishDocument(text, DAY)
    return document, document.dates[0]


def counted(text: str) -> tuple[EnglishDocument, Quantity]:
    document = EnglishDocument(text, DAY)
    return document, document.quantities[0][1]


SPOKEN = [
    ("The mill burnt down on Friday.", "June 13, 2025"),
    ("The mill burnt down yesterday.", "on June 17, 2025"),
    ("The mill burnt down Monday, said Ann Lee.", "on June 16, 2025"),
    ("The mill burnt down yesterday afternoon.", "on the afternoon of June 17, 2025"),
    ("The mill burnt down on May 5.", "May 5, 2025"),
    ("The mill burnt down on 5 May.", "5 May 2025"),
    ("The mill burnt down on May 5, 1998.", "May 5, 1998"),
    ("The mill burnt down in May.", "May 2025"),
    ("The mill burnt down last month.", "in May 2025"),
    ("The mill burnt down last year.", "in 2024"),
    ("The mill burnt down in the 1990s.", "the 1990s"),
    ("The mill burnt down last summer.", "in the summer of 2024"),
    ("The mill burnt down last week.", ""),
    ("The mill burnt down a few years ago.", ""),
    ("Tuesday's fire took the mill of Ann Lee.", ""),
    ("The 1998 fires took the mill of Ann Lee.", "1998"),
]


@pytest.mark.parametrize(("text", "written"), SPOKEN)
def test_a_stem_writes_a_date_so_that_it_stands_alone(text: str, written: str) -> None:
    assert spoken(*dated(text)) == written


KEYS = [
    ("The mill burnt down on May 5, 1998.", "on", "when", "May 5, 1998"),
    ("The mill burnt down on 5 May 1998.", "on", "when", "5 May 1998"),
    ("The mill burnt down in May 1998.", "in", "when", "May 1998"),
    ("The mill burnt down in late May 1998.", "in", "when", "late May 1998"),
    ("The mill burnt down at the end of 1998.", "at", "when", "the end of 1998"),
    ("The mill burnt down in 1998.", "in", "in what year", "1998"),
    ("The mill has stood there since 1998.", "since", "since when", "1998"),
    ("The mill burnt down in the 1990s.", "in", "in which decade", "the 1990s"),
    ("The mill burnt down in the 17th century.", "in", "in which century", "the 17th century"),
    ("The mill burnt down in the fall of 1998.", "in", "when", "the fall of 1998"),
    ("Losses grew in the third quarter of 2015.", "in", "when", "the third quarter of 2015"),
    ("The mill burnt down on Friday.", "on", "when", "Friday, June 13, 2025"),
]


@pytest.mark.parametrize(("text", "led", "front", "key"), KEYS)
def test_other_dates_are_written_like_the_key(text: str, led: str, front: str, key: str) -> None:
    found = date_options(*dated(text), led)
    assert found[:2] == (front, key)
    assert len(found[2]) >= 3
    assert key not in found[2]
    shape = [len(key.split()), key.split(maxsplit=1)[0] in {"the", "late"}]
    assert all([len(r.split()), r.split()[0] in {"the", "late"}] == shape for r in found[2])


def test_days_around_a_weekday_are_told_apart_by_it() -> None:
    _, key, rivals = date_options(*dated("The mill burnt down on Friday."), "on")
    days = [option.split(",")[0] for option in (key, *rivals)]
    assert days[0] not in days[1:]


def test_what_happened_is_not_ahead_of_publication() -> None:
    _, _, rivals = date_options(*dated("The mill burnt down on Tuesday."), "on")
    assert "Thursday, June 19, 2025" not in rivals


RUNS = [
    ("The fair lasted from June 28 to July 2, 2012.", "from June 28 to July 2, 2012"),
    ("The fair lasted 3-5 May 2012.", "from 3 May to 5 May 2012"),
    ("Work went on from June to August 2012.", "from June to August 2012"),
    ("She lived there between 2004 and 2006.", "between 2004 and 2006"),
]


@pytest.mark.parametrize(("text", "key"), RUNS)
def test_a_run_of_time_has_others_that_share_no_day_with_it(text: str, key: str) -> None:
    front, answer, rivals = date_options(*dated(text))
    assert (front, answer) == ("when", key)
    runs = [find_dates(option, None)[0].when for option in (answer, *rivals)]
    bounds = sorted((w.first, w.last) for w in runs if w.first and w.last)
    assert len(bounds) >= 4
    assert all(one[1] < other[0] for one, other in itertools.pairwise(bounds))


@pytest.mark.parametrize("led", ["after", "before", "of"])
def test_a_date_that_something_is_before_or_after_is_not_asked_for(led: str) -> None:
    assert date_options(*dated(f"The mill burnt down {led} May 5, 1998."), led) == ("", "", [])


NUMBERS = [
    ("She won 84,121 votes.", "84,121", ""),
    ("She won more than 1.6 million votes.", "more than 1.6 million", ""),
    ("Eleven mills burnt down.", "eleven", ""),
    ("Turnout was 58%.", "58%", "what percentage"),
    ("The dam cost $1.2 billion.", "$1.2 billion", "how much money"),
    ("The dam cost US$20,000.", "US$20,000", "how much money"),
    ("The calf weighed 45kg.", "45", "how many kilograms"),
]


@pytest.mark.parametrize(("text", "key", "asked"), NUMBERS)
def test_other_numbers_are_written_like_the_key(text: str, key: str, asked: str) -> None:
    document, quantity = counted(text)
    answer, rivals = number_options(document, quantity)
    assert (answer, measure(quantity)) == (key, asked)
    assert len(rivals) >= 3
    assert key not in rivals
    head, tail = key.rstrip("0123456789., abcdefghijklmnopqrstuvwxyz%"), key[-1]
    assert all(r.startswith(head) and r[-1].isdigit() == tail.isdigit() for r in rivals)


def test_a_part_is_smaller_than_the_whole() -> None:
    document, quantity = counted("Of the herd, 12 of 40 cows were sold.")
    rivals = number_options(document, quantity)[1]
    assert all(int(r) <= 40 for r in rivals)


STYLES = [
    ("dates", "Sunday 4 September 2016", "Sunday, September 4, 2016"),
    ("dates", "the fall of 2019", "fall 2019"),
    ("dates", "the third quarter of 2015", "Q3 2015"),
    ("dates", "the 1990s", "the nineties"),
    ("dates", "the 17th century", "the seventeenth century"),
    ("dates", "between 2004 and 2006", "from 2004 to 2006"),
    ("numbers", "over 1.6 million", "over 1,600,000"),
    ("numbers", "8000", "8,000"),
    ("numbers", "twelve", "12"),
    ("numbers", "eight million", "eight million"),
    ("numbers", "58%", "58 percent"),
    ("numbers", "£3m", "3 million pounds"),
    ("numbers", "C$1,200", "1,200 Canadian dollars"),
    ("dates", "May 2019", "May of 2019"),
    ("numbers", "more than 900", "over 900"),
]
RIVALS = {
    "May 2019": ("June 2019", "July 2019", "April 2019"),
    "eight million": ("six million", "nine million", "two million"),
    "twelve": ("two", "six", "nine"),
    "the 1990s": ("the 1980s", "the 1970s", "the 1960s"),
    "the 17th century": ("the 16th century", "the 18th century", "the 19th century"),
}


@pytest.mark.parametrize(("category", "key", "written"), STYLES)
def test_a_key_that_an_article_names_is_written_in_another_way(
    category: str, key: str, written: str
) -> None:
    document = EnglishDocument(f"It was {key} in Leeds.", DAY)
    fact = document.facts[0]
    rivals = tuple(key.translate(str.maketrans("0123456789", c * 10)) for c in "135")
    rivals = RIVALS.get(key, rivals)
    draft = Draft("?", key, rivals, category, "", (), 0, fact, 1.0, "")
    assert restyled(draft, document.text).answer == written


def test_a_key_that_no_article_names_stays_as_it_is() -> None:
    document = EnglishDocument("The mill of Leeds burnt down on Friday.", DAY)
    draft = Draft("?", "8000", ("1", "2", "3"), "numbers", "", (), 0, document.facts[0], 1.0, "")
    assert restyled(draft, document.text) == draft


def test_what_is_to_come_is_not_asked_beside_what_is_over() -> None:
    text = "Ann Lee came on June 2. Ann Lee will leave on July 9."
    document = EnglishDocument(text, DAY)
    _, key, rivals = date_options(document, document.dates[1], "on")
    days = [find_dates(option, None)[0].when.first for option in (key, *rivals)]
    assert len(days) >= 4
    assert all(day is not None and day > DAY for day in days)


def test_since_then_is_asked_for_and_written_with_its_preposition() -> None:
    document = EnglishDocument("The mill closed in 2015 and has been empty since then.", DAY)
    since = document.dates[1]
    assert date_options(document, since)[:2] == ("since when", "2015")
    assert spoken(document, since) == "since 2015"


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        ("Norway's prime minister, Olga Dahl, spoke.", "minister of Norway"),
        ("Norway's economy minister, Olga Dahl, spoke.", "minister of Norway"),
        ("Texas Governor Olga Dahl spoke.", "of Texas"),
    ],
)
def test_the_posts_beside_one_that_governs_a_place_govern_it_too(text: str, rivals: str) -> None:
    document = EnglishDocument(text, None)
    role = next(f for f in document.facts if f.kind == "role")
    found = role_rivals(document, role)
    assert len(found) >= 3
    assert role.base not in found
    assert all(rival.endswith(rivals) or "president" in rival for rival in found)


def test_a_bare_minister_has_no_rivals() -> None:
    document = EnglishDocument("Minister Olga Dahl spoke.", None)
    role = next(f for f in document.facts if f.kind == "role")
    assert role_rivals(document, role) == []


def test_the_key_is_the_least_no_more_often_than_any_other() -> None:
    ranks = [0, 0, 0, 0]
    for n in (20, 30, 40, 50, 60, 70, 80, 90, 250, 4200, 12_500, 84_121, 5, 7, 8, 36):
        document, quantity = counted(f"Ann Lee sold {n:,} mills in Leeds.")
        rivals = number_options(document, quantity)[1][:3]
        ranks[sum(int(r.replace(",", "")) < n for r in rivals)] += 1
    assert max(ranks) <= 8
    assert min(ranks) >= 1


def beside(text: str, base: str) -> list[str]:
    document = EnglishDocument(text, DAY)
    fact = next(f for f in document.facts if f.kind == "person" and f.base == base)
    return person_rivals(document, fact, ())


def posts(text: str) -> list[str]:
    document = EnglishDocument(text, DAY)
    return role_rivals(document, next(f for f in document.facts if f.kind == "role"))


def test_a_politician_stands_beside_those_of_the_same_country_and_time() -> None:
    found = beside("In 2016 Prime Minister Justin Trudeau opened a dam in Holm.", "Justin Trudeau")
    assert len(found) >= 3
    known = [people().named[name] for name in found]
    assert all(k.nation == "CA" and k.first <= 2016 <= k.last for k in known)


def test_whoever_is_long_dead_is_no_distractor() -> None:
    text = "In 2010 Ann Lee met Tom Moss. The church of L. Ron Hubbard sent Joe Pike and Kim Voss."
    assert "L. Ron Hubbard" not in beside(text, "Ann Lee")
    assert said_dead("The late Tom Moss built it.", "Tom Moss")
    assert said_dead("Tom Moss (1901–1980) built it.", "Tom Moss")
    assert said_dead("Tom Moss, who died in May, built it.", "Tom Moss")
    assert said_dead("The death of the poet Tom Moss shook the town.", "Tom Moss")
    assert not said_dead("Tom Moss built it. Ann Lee died.", "Tom Moss")
    assert not said_dead("The late and very long evening pleased Tom Moss.", "Tom Moss")


def test_a_persons_country_is_that_of_the_list_or_of_the_role() -> None:
    document = EnglishDocument("Norway's transport minister, Ingrid Moe, met Vladimir Putin.", DAY)
    assert nation_of(document, "Ingrid Moe") == "NO"
    assert nation_of(document, "Vladimir Putin") == "RU"
    text = "The White House spokesman Tom Moss met Ann Lee in the White House."
    assert nation_of(EnglishDocument(text, DAY), "Tom Moss") == "US"
    assert nation_of(EnglishDocument(text, DAY), "Ann Lee") == ""


def test_nobody_goes_abroad_where_they_are_at_home() -> None:
    text = "Sergey Lavrov flew to North Korea in May 2024."
    found = place_rivals(EnglishDocument(text, DAY), "North Korea", (), text)
    assert len(found) >= 3
    assert not {"Russia", "South Korea"} & set(found)


def test_the_speaker_of_a_country_tells_which_it_is() -> None:
    text = "Justin Trudeau said that Canada would buy the mill."
    assert place_rivals(EnglishDocument(text, DAY), "Canada", (), text) == []


def test_a_country_without_the_office_is_no_distractor() -> None:
    text = "In 2018 the prime minister of Pakistan opened the dam."
    found = place_rivals(EnglishDocument(text, DAY), "Pakistan", (), text)
    assert found
    assert not {"Germany", "United States", "United Kingdom", "Bangladesh"} & set(found)


def test_towns_of_a_told_country_have_no_foreign_ones_beside() -> None:
    text = "The Norwegian ferry sailed to Bergen."
    found = place_rivals(EnglishDocument(text, DAY), "Bergen", (), text)
    assert {countries().towns[t] for t in found} == {"NO"}


def test_a_crown_has_no_president_and_a_chancellor_no_prime_minister() -> None:
    crown = posts("The prime minister of New Zealand, Tom Moss, opened the dam.")
    assert len(crown) >= 3
    assert not any("president" in p.lower() for p in crown)
    german = posts("The chancellor of Germany, Tom Moss, opened the dam.")
    assert not any(p.lower().startswith(("prime minister", "president")) for p in german)


def test_a_spokesman_has_no_spokesperson_beside() -> None:
    found = posts("State Department spokesman Tom Moss opened the dam.")
    assert len(found) >= 3
    assert not any("spokes" in p or "treasurer" in p or "press" in p for p in found)


def test_britain_has_secretaries_where_others_have_ministers() -> None:
    found = posts("British Prime Minister Tom Moss opened the dam.")
    assert len(found) >= 3
    assert "British Home Secretary" in found
    assert not any(p.endswith(("Interior Minister", "Finance Minister")) for p in found)


def test_a_number_in_words_is_rewritten_whole_or_not_at_all() -> None:
    document = EnglishDocument("Leeds had thirty-seven fires, one hundred and one floods.", DAY)
    rivals = ("thirty-one", "fifty-four", "one hundred and one")
    draft = Draft("?", "thirty-seven", rivals, "numbers", "", (), 0, document.facts[0], 1.0, "")
    assert not any("and 1" in r for r in restyled(draft, document.text).rivals)


def test_a_chief_is_not_told_the_other_way_round() -> None:
    document = EnglishDocument("Mark Fenwick was chief of the General Staff in 2025.", DAY)
    rivals = tuple(f"{post} of the General Staff" for post in ("clerk", "secretary", "treasurer"))
    answer = "chief of the General Staff"
    draft = Draft("?", answer, rivals, "roles", "", (), 0, document.facts[0], 1.0, "")
    assert turned(draft, document) == draft
