"""No pair that is alike is missed, and few that are not are looked at."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from quiz.check.alike import LATEST, candidates

WORDS = st.frozensets(st.sampled_from("abcdefghij"), min_size=1)


@given(st.lists(WORDS, max_size=LATEST), st.sampled_from([0.5, 0.6, 0.8]))
def test_every_pair_that_is_alike_is_a_candidate(sets: list[frozenset[str]], least: float) -> None:
    alike = {
        (one, two)
        for one, two in combinations(range(len(sets)), 2)
        if len(sets[one] & sets[two]) >= least * len(sets[one] | sets[two])
    }
    assert alike <= set(candidates(sets, least))


def test_a_crowd_is_not_compared_with_all_of_itself() -> None:
    different = [frozenset({f"a{n}", f"b{n}", "common"}) for n in range(1000)]
    assert not list(candidates(different, 0.6))
    same = [frozenset({"a", "b", "c"})] * 1000
    assert len(list(candidates(same, 0.6))) < 1000 * (LATEST + 1)
