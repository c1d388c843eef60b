"""The tagger beside the library it is made of: the same tags and lemmas, in half the time."""

from HanTa import HanoverTagger  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.languages.english.tagger import Tagger

PLAIN = HanoverTagger.HanoverTagger("morphmodel_en.pgz")
TAGGER = Tagger()
WORDS = st.one_of(
    st.sampled_from(
        "The boat sank off Ambleford 's coast , and 40 fishermen were brought home by Mr Okafor . "  # noqa: SIM905
        "had been running better than it did % geese U.S. unforeseeableness re-opened # Ip".split()
    ),
    st.text(st.characters(codec="latin-1", categories=("L", "N", "P")), min_size=1, max_size=14),
)


@given(st.lists(WORDS, min_size=1, max_size=14))
@settings(max_examples=60, deadline=None)
def test_tags_and_lemmas_are_the_library_s(words: list[str]) -> None:
    assert TAGGER.tagged(words) == [(tag, lemma) for _, lemma, tag in PLAIN.tag_sent(words)]
