"""The word lists of quiz/languages/data/english_grammar.toml, read once."""

from quiz.languages.data_files import read_data

_DATA = read_data("english_grammar")


def _set(name: str) -> frozenset[str]:
    return frozenset(_DATA[name].split())


PARTICIPLES = _set("participles")
SAY = _set("say")
CITE = _set("cite")
SUBORDINATORS = _set("subordinators")
DROPPABLE = _set("droppable")
POINTING = _set("pointing")
UNIQUE = _set("unique")
NATIONAL = _set("national")
COLLECTIVE = _set("collective")
PERSON_NOUNS = _set("persons")
MEN = _set("men")
WOMEN = _set("women")
BEARERS = _set("bearers")
DOERS = _set("doers")
PASTS: dict[str, str] = dict(pair.split(":") for pair in _DATA["pasts"].split())
IRREGULAR: dict[str, str] = dict(pair.split(":") for pair in _DATA["irregular"].split())
DOUBLING = _set("doubling")
LASTING = _set("lasting")
EVENTS: dict[str, tuple[str, str, str]] = {
    noun: (verb, of, whose)
    for noun, verb, of, whose in (told.split(":") for told in _DATA["events"].split())
}
HEADS: dict[str, frozenset[str]] = {
    noun: frozenset(names.split(","))
    for noun, _, names in (told.partition(":") for told in _DATA["heads"].split())
}
HAPPENINGS = _set("happenings")
SHARED = _set("shared")
GOING = _set("going")
BIDDING = _set("bidding")
PLANS = _set("plans")
RESULTS = _set("results")
