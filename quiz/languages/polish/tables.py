"""The word lists of quiz/languages/data/polish.toml, read once."""

import tomllib
from importlib.resources import files
from typing import Any

_DATA: dict[str, Any] = tomllib.loads(
    files("quiz.languages").joinpath("data/polish.toml").read_text(encoding="utf-8")
)


def _set(name: str) -> frozenset[str]:
    return frozenset(_DATA[name].split())


SAY = _set("say")
NOT_NAMES = _set("not_names")
PARTICLES = _set("particles")
HEADS = _set("organisation_heads")
COMPANIES = _set("companies")
EVENTS = _set("events")
PEOPLE_NOUNS = _set("people_nouns")
NATIONS = _set("nations")
ANAPHORS = _set("anaphors")
DROPPED = _set("dropped_adverbs")
VAGUE = _set("vague_subjects")
SUBORDINATORS = _set("subordinators")
ROLES: dict[str, str] = {
    role: rank for rank, roles in _DATA["roles"].items() for role in roles.split()
}
CLASSES: dict[str, str] = {
    noun: kind for kind, nouns in _DATA["classes"].items() for noun in nouns.split()
}
REGIONS: dict[str, list[str]] = {k: v.split(", ") for k, v in _DATA["regions"].items()}
CITIES: dict[str, list[str]] = {k: v.split(", ") for k, v in _DATA["cities"].items()}
ACRONYMS: dict[str, list[str]] = {k: v.split(", ") for k, v in _DATA["acronyms"].items()}
PEOPLE: dict[str, list[str]] = {k: v.split(", ") for k, v in _DATA["people"].items()}
COUNTRIES: dict[str, str] = dict(_DATA["aliases"])
COUNTRY_NAMES = frozenset(c for region in REGIONS.values() for c in region)
