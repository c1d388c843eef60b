"""Print what the generator makes of articles, for judging, and its figures.

python tests/benchmarks/generator.py ARTICLE…   (add --list to print every question)
"""

import argparse
import random
import re
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from quiz.generate.rank import rank
from quiz.languages import Draft, get_language


def words(text: str) -> set[str]:
    """Return the words of a text, in lower case."""
    return set(re.findall(r"\w+", text.lower()))


def guesses(draft: Draft, options: list[str], text: str) -> dict[str, float]:
    """Return, for each rule that knows nothing, its chance to hit the key (ties shared)."""
    low = text.lower()
    measures = {
        "longest": [len(o) for o in options],
        "most frequent in the article": [low.count(o.lower()) for o in options],
        "most words of the stem": [len(words(o) & words(draft.prompt)) for o in options],
        "first": [-i for i in range(len(options))],
        "last": list(range(len(options))),
    }
    out = {}
    for name, values in measures.items():
        best = [o for o, v in zip(options, values, strict=True) if v == max(values)]
        out[name] = (draft.answer in best) / len(best)
    return out


def shown(draft: Draft) -> list[str]:
    """Return the options in the order a player sees: numbers ascending, others shuffled."""
    options = [draft.answer, *draft.rivals[:3]]
    if draft.category == "numbers":
        return sorted(options, key=lambda o: float(re.sub(r"[^\d,]", "", o).replace(",", ".") or 0))
    random.Random(draft.prompt).shuffle(options)  # noqa: S311  # order, no secret
    return options


def main() -> None:
    """Read the articles, draft, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    language = get_language("pl")
    texts = [path.read_text(encoding="utf-8") for path in arguments.articles]
    language.drafts(language.read(texts[0], None))
    fresh = get_language("pl")
    begun = time.perf_counter()
    results = [rank(fresh.drafts(fresh.read(text, None))) for text in texts]
    taken = time.perf_counter() - begun
    import morfeusz2  # type: ignore[import-untyped]  # noqa: PLC0415  # only the comparison needs it

    bare = morfeusz2.Morfeusz()
    bare.analyse(texts[0])
    begun = time.perf_counter()
    for text in texts:
        bare.analyse(text)
    alone = time.perf_counter() - begun
    rules: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    broken = 0
    for path, text, drafts in zip(arguments.articles, texts, results, strict=True):
        if arguments.list:
            sys.stdout.write(f"== {path.name}\n")
        for draft in drafts:
            kinds[draft.category] += 1
            options = shown(draft)
            for rule, hit in guesses(draft, options, text).items():
                rules[rule] += hit  # type: ignore[assignment]
            broken += (
                any(q not in text for q in draft.quotes) or len({o.lower() for o in options}) != 4
            )
            if arguments.list:
                sys.stdout.write(f"{draft.category}: {draft.prompt} => {' / '.join(options)}")
                sys.stdout.write(f" [{draft.answer}]\n")
    count = sum(kinds.values())
    length = sum(len(text.split()) for text in texts)
    sys.stdout.write(
        f"{count} questions, {300 * count / length:.2f} per 300 words, {dict(kinds)}\n"
    )
    for rule, hits in rules.items():
        sys.stdout.write(f"guess by {rule}: {100 * hits / max(count, 1):.0f} of 100\n")
    sys.stdout.write(f"broken invariants: {broken}\n")
    sys.stdout.write(f"time: {taken:.3f} s, {taken / alone:.1f} times bare analysis\n")


if __name__ == "__main__":
    main()
