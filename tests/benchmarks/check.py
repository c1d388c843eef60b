"""How long a check takes for 1,000 questions and for 10,000, and what memory; and for a keystroke.

The banks are made of a seed: questions of many kinds, of which one in fifty repeats another in
other words. Prints ratios taken side by side in one run.

    python tests/benchmarks/check.py [--language pl|en]
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from quiz.banks.models import Bank, Category, Evidence, Language, Question, Source
from quiz.check.engine import check_bank, check_question
from quiz.check.quotes import SourceText

SMALL, LARGE = 1_000, 10_000
RUNS = 3
NOUNS = {
    "en": "library bridge museum castle station school harbour tower market garden theatre mill "
    "chapel stadium hospital factory lighthouse canal tunnel airport",
    "pl": "biblioteka most muzeum zamek dworzec szkoła port wieża targ ogród teatr młyn kaplica "
    "stadion szpital fabryka latarnia kanał tunel lotnisko",
}
ADJECTIVES = {
    "en": "largest oldest newest smallest highest lowest richest widest longest quietest",
    "pl": "największy najstarszy najnowszy najmniejszy najwyższy najniższy najbogatszy najdłuższy",
}
TOWNS = {
    "en": "York Hull Bath Leeds Derby Truro Ripon Wells Ely Oxford Exeter Dover Luton Crewe",
    "pl": "Lublin Radom Opole Kielce Gdynia Toruń Płock Tarnów Rybnik Elbląg Słupsk Chełm Zamość",
}
STEMS = {
    "en": (
        ("Which town of region {n} opened its {adjective} {noun} in {year}?", "places"),
        ("In which year did {town} close the {adjective} {noun} of quarter {n}?", "dates"),
        (
            "How many visitors came to the {adjective} {noun} of {town} on day {n} of {year}?",
            "numbers",
        ),
    ),
    "pl": (
        ("Które miasto regionu {n} otworzyło w {year} roku {adjective} {noun}?", "places"),
        ("W którym roku {town} zamknął {adjective} {noun} dzielnicy {n}?", "dates"),
        (
            "Ilu gości przyszło do {noun} ({adjective}) w mieście {town} dnia {n} {year} roku?",
            "numbers",
        ),
    ),
}


def made(count: int, language: str) -> Bank:
    """Return a bank of `count` questions; the same every time."""
    rng = random.Random(1)  # noqa: S311 - the same bank every time
    nouns, adjectives = NOUNS[language].split(), ADJECTIVES[language].split()
    towns = TOWNS[language].split()
    questions: list[Question] = []
    for number in range(count):
        if number % 50 == 49:
            words = questions[-1].prompt.rstrip("?").split()
            again = " ".join([*words[:2], *words[3:], words[2]]) + "?"
            questions.append(replace(questions[-1], id=f"q{number}", prompt=again))
            continue
        stem, category = rng.choice(STEMS[language])
        prompt = stem.format(
            n=rng.randrange(count),
            adjective=rng.choice(adjectives),
            noun=rng.choice(nouns),
            town=rng.choice(towns),
            year=rng.randrange(1900, 2025),
        )
        options = rng.sample(towns, 4)
        if category != "places":
            low, high = (1800, 2025) if category == "dates" else (10, 100_000)
            options = [str(n) for n in rng.sample(range(low, high), 4)]
            options[1:] = sorted(options[1:], key=int)
        questions.append(question(number, prompt, options, category))
    code: Language = "pl" if language == "pl" else "en"
    source = Source(id="s", title="S", path="s.md")
    return Bank(format=1, title="T", language=code, sources=(source,), questions=tuple(questions))


def question(number: int, prompt: str, options: list[str], category: str) -> Question:
    """Return a question whose quote is one of many lines of its source."""
    kind: Category = "places" if category == "places" else "numbers"
    if category == "dates":
        kind = "dates"
    return Question(
        id=f"q{number}",
        prompt=prompt,
        answer=options[0],
        distractors=tuple(options[1:]),
        category=kind,
        explanation="It says so.",
        evidence=(Evidence(source="s", quote=f"Line {number % 1000} of the source."),),
    )


TEXTS = {"s": SourceText("\n".join(f"Line {n} of the source." for n in range(1000)))}


def measured(bank: Bank) -> tuple[float, int]:
    """Return the seconds of the processor that a check takes, and how much it finds."""
    start = time.process_time()
    found = check_bank(bank, texts=TEXTS)
    return time.process_time() - start, len(found)


def peak(bank: Bank) -> float:
    """Return the megabytes that a check takes at most."""
    tracemalloc.start()
    check_bank(bank, texts=TEXTS)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


def keystroke(bank: Bank) -> float:
    """Return the median milliseconds that checking one question takes while it is typed."""
    first = bank.questions[0]
    check_question(first, bank, texts=TEXTS)
    times = []
    for typed in range(41):
        changed = replace(first, prompt=first.prompt + "x" * typed)
        start = time.perf_counter()
        check_question(changed, bank, texts=TEXTS)
        times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2] * 1000


def main() -> None:
    """Print the figures of both languages, or of one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=("pl", "en"))
    chosen = parser.parse_args().language
    for language in (chosen,) if chosen else ("pl", "en"):
        small, large = made(SMALL, language), made(LARGE, language)
        measured(made(100, language))  # loads the dictionary
        turns = [(measured(small), measured(large)) for _turn in range(RUNS)]
        one, few = min(turn[0] for turn in turns)
        ten, many = min(turn[1] for turn in turns)
        print(f"{language}: {SMALL} questions in {one:.2f} s, {few} findings")
        print(
            f"{language}: {LARGE} questions in {ten:.2f} s, {many} findings: ratio {ten / one:.1f}"
        )
        print(f"{language}: memory at most {peak(small):.0f} MB and {peak(large):.0f} MB")
        typing = keystroke(replace(small, questions=small.questions[:200]))
        print(f"{language}: a keystroke in a bank of 200 questions {typing:.1f} ms")


if __name__ == "__main__":
    main()
