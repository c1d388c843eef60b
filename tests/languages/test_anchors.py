"""What a stem can be told by, in both languages."""

from __future__ import annotations

import pytest

from quiz.languages import get_language


@pytest.mark.parametrize(
    ("language", "stem", "count"),
    [
        ("en", "Who reversed the verdict?", 0),
        ("en", "Who reversed the verdict of the court of Lyme?", 1),
        ("en", "In 2019, who reversed the verdict of the Court of Appeal?", 2),
        ("en", "How many votes did Ada Brook get in Lyme Regis?", 2),
        ("en", "Complete the sentence: “The mayor of _____ left.”", 0),
        ("en", "Who called the bridge “a gift of the sea” in 2019?", 2),
        ("pl", "Kto unieważnił wyrok?", 0),
        ("pl", "Kto unieważnił wyrok sądu w Opolu?", 1),
        ("pl", "Kto w 2019 roku unieważnił wyrok sądu w Opolu?", 2),
        ("pl", "Kto ogłosił „wyzwolenie” obwodu kurskiego?", 2),
        ("pl", "Uzupełnij zdanie: „Burmistrz _____ odszedł.”", 0),
        ("pl", "Ile osób przyjęła Akademia Nauk w Krakowie?", 1),
        ("pl", "Kto powiedział: „To trudna sprawa dla wszystkich”?", 1),
        ("pl", "Kto powiedział: „Stanowisko ministra Jana Fikara jest złe”?", 2),
    ],
)
def test_names_figures_and_quotations_are_counted(language: str, stem: str, count: int) -> None:
    assert get_language(language).anchors(stem) == count
