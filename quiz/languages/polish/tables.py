"""The word lists of quiz/languages/data/polish.toml, read once."""

from quiz.languages.data_files import read_data
from quiz.languages.polish.knowledge import countries

_DATA = read_data("polish")


def _set(name: str) -> frozenset[str]:
    return frozenset(_DATA[name].split())


SAY = _set("say")
QUOTING = SAY | _set("quoting_verbs")
INFORMING = _set("informing_verbs")
OPINIONS = _set("opinion_verbs")
CONTINUING = _set("continuing_verbs")
PERSONAL = _set("personal_pronouns")
HAPPENING = _set("happening_verbs")
KIN = _set("kin")
UNIQUE = _set("unique_bodies")
NOT_NAMES = _set("not_names")
HEADS = _set("organisation_heads")
COMPANIES = _set("companies")
EVENTS = _set("events")
VENUES = EVENTS | _set("venues")
PEOPLE_NOUNS = _set("people_nouns")
ANAPHORS = _set("anaphors")
DROPPED = _set("dropped_adverbs") | frozenset(_DATA["dropped_phrases"])
SUBORDINATORS = _set("subordinators")
CONTENT = _set("content_conjunctions")
CONDITIONS = _set("condition_conjunctions")
REASONS = _set("reason_conjunctions")
COORDINATORS = _set("coordinators")
LISTING = _set("listing_conjunctions")
ADVERBS = _set("adverbs")
INTRANSITIVE = _set("intransitive_verbs")
IMPERSONAL_VERBS = _set("impersonal_verbs")
ABBREVIATIONS = _set("abbreviations")
HONORIFICS = _set("honorifics")
PUBLIC_BODIES = _set("public_bodies")
CLASS_NOUNS: dict[str, str] = dict(_DATA["class_nouns"])
PERSON_NOUNS = _set("person_nouns")
COMPANY_NOUNS = _set("company_nouns")
NAMING = _set("naming_nouns")
MOTION = _set("motion_verbs")
BEHESTS = _set("behests")
MEASURES = _set("measures")
BEARERS = _set("name_bearers")
LASTING = _set("lasting_verbs")
PASSING_VERBS = _set("passing_verbs")
ONCE_VERBS = _set("once_verbs")
NEWS_VERBS = _set("news_verbs")
DEADLY_VERBS = _set("deadly_verbs")
TROPHIES = _set("trophies")
WINNING_VERBS = _set("winning_verbs")
KNOWN_NOUNS = _set("known_nouns")
FIRMS_OWN = _set("firms_own")
ORDER_ADJECTIVES = _set("order_adjectives")
CASE_NOUNS = _set("case_nouns")
HANGING_NOUNS = _set("hanging_nouns")
VAGUE_OBJECTS = _set("vague_objects")
VIEWS = frozenset({"stanowisko", "opinia", "pogląd"})
"""What says nothing without what it is about, whoever holds it."""
NATIONAL = tuple(_DATA["national_adjectives"].split())
CONTAINERS = _set("containers")
SOURCES = _set("source_prepositions")
RELATIVE_ADVERBS = _set("relative_adverbs")
POSSESSIVES = _set("possessives")
EMPTY_NOUNS = _set("empty_nouns")
ALWAYS_VERBS = _set("always_verbs")
NEVER_VERBS = _set("never_verbs")
PHRASED_ADVERBS: dict[str, list[tuple[str, ...]]] = {}
"""Adverbs of several words, by their first."""
for _phrase in _DATA["phrased_adverbs"]:
    PHRASED_ADVERBS.setdefault(_phrase.split()[0], []).append(tuple(_phrase.split()))
ROLES: dict[str, str] = {
    role: rank for rank, roles in _DATA["roles"].items() for role in roles.split()
}
CLASSES: dict[str, str] = {
    noun: kind for kind, nouns in _DATA["classes"].items() for noun in nouns.split()
}
TAKEN: dict[str, str] = {
    noun: kind for kind, nouns in _DATA["taken"].items() for noun in nouns.split()
}
TAKEN_UP = TAKEN.keys() | _set("taken_up")
TOWNS = countries().towns.keys()
COUNTRIES: dict[str, str] = dict(_DATA["aliases"])
COUNTRY_NAMES = frozenset(countries().names.values())
COUNTRY_FORMS = COUNTRY_NAMES | COUNTRIES.keys()
"""Countries by every name and form of two words."""
