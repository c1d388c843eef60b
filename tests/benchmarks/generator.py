"""Print what the generator makes of articles, for judging, and its figures.

python tests/benchmarks/generator.py ARTICLE…   (add --list to print every question)

Printed are questions per 300 words, kinds, how often rules of thumb that know nothing of the
article are right (ties shared; by kind of question as well), how often an invariant is broken,
and the time on one core: articles of average length a second, and beside what the bare dictionary
or tagger takes to analyse the same texts. The language is told by the first article.
"""

import argparse
import re
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from quiz.banks.models import Question
from quiz.base.cycles import settle
from quiz.game.order import arrange
from quiz.generate.article import Article, read_article
from quiz.generate.draft import make_bank
from quiz.generate.guessing import hit, measure, words
from quiz.languages import Language, get_language
from quiz.languages.english.numerals import value_of
from quiz.languages.english.options.places import told_countries as english_countries
from quiz.languages.polish.morph import shared
from quiz.languages.quantities import plain
from quiz.languages.recognise import recognise
from quiz.languages.words import get_words

SAID_OTHERWISE = frozenset(
    {
        "roku", "spraw", "więcej", "około", "ponad", "niemal", "prawie", "over", "around", "about",
        "under", "fewer", "than", "least", "from", "more", "nearly", "almost", "between",
    }
)  # fmt: skip
"""Words that an option may have where the article has others for the same."""
AVERAGE = 580
"""Words of an average article."""
TIMES = 5
"""As often is the time taken: the least counts, and the median of the ratios."""
ALLOWED = 30
"""So many of 100 keys a rule of thumb may find."""


def in_some_form(key: str, quote: str, language: Language) -> bool:
    """Whether every word of a key stands in a quote, in this or another form; figures aside."""
    value = value_of(key) if language.code == "en" else None
    if value is not None and plain(value) in quote.replace(",", ""):
        return True  # "forty-two" for 42
    told = words(quote) | set(language.lemmas(quote))
    wanted = [w for w in words(key) if w.isalpha() and len(w) > 3 and w not in SAID_OTHERWISE]
    return all(any(alike(w, t) for t in told) for w in wanted) or set(language.lemmas(key)) <= told


def told_country(key: str, quote: str) -> bool:
    """Whether a key is a country that an English quote tells by its adjective: "British"."""
    known = english_countries(key)
    return bool(known) and known <= english_countries(quote)


def alike(one: str, other: str) -> bool:
    """Whether two words could be forms of one: they differ in no more than their ends."""
    shared = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 99)
    return shared >= max(3, min(len(one), len(other)) - 2)


def broken(question: Question, text: str, language: Language) -> list[str]:
    """Return the invariants that a question breaks."""
    options = [question.answer, *question.distractors]
    quotes = [e.quote for e in question.evidence]
    out = []
    if any(quote not in text for quote in quotes):
        out.append("evidence not verbatim")
    if len({" ".join(o.casefold().split()) for o in options}) != 4:
        out.append("options not four different ones")
    told = " ".join(quotes)
    if not (
        in_some_form(question.answer, told, language)
        or (language.code == "en" and told_country(question.answer, told))
    ):
        out.append("key not in its evidence")
    if not question.explanation or question.explanation.strip(".") == question.answer:
        out.append("explanation no more than the key")
    return out


def published(name: str) -> date | None:
    """Return the day that the name of a file begins with."""
    found = re.match(r"\d{4}-\d\d-\d\d", Path(name).name)
    return date.fromisoformat(found.group()) if found else None


def forget(code: str) -> None:
    """Load a language's dictionary anew, and what the checker knows of it."""
    if code == "pl":
        shared.cache_clear()
    else:
        from quiz.languages.english.words import shared as tagger  # noqa: PLC0415

        tagger.cache_clear()
    get_words.cache_clear()
    get_words(code)


def analyser(code: str) -> Callable[[str], object]:
    """Return what analyses a text with the bare dictionary or tagger of a language."""
    if code == "pl":
        import morfeusz2  # type: ignore[import-untyped]  # noqa: PLC0415

        bare: Callable[[str], object] = morfeusz2.Morfeusz().analyse
        return bare
    from HanTa.HanoverTagger import HanoverTagger  # type: ignore[import-untyped]  # noqa: PLC0415

    from quiz.languages.english.sentences import blocks  # noqa: PLC0415
    from quiz.languages.english.words import tokenise  # noqa: PLC0415

    tagger = HanoverTagger("morphmodel_en.pgz")
    return lambda text: [
        tagger.tag_sent([word for word, _, _ in tokenise(text, *span)])
        for block in blocks(text)
        for span in block.spans
    ]


def make(articles: list[Article], language: Language) -> list[tuple[Question, ...]]:
    """Draft a bank of every article by itself."""
    return [make_bank([a], language, "", None, 0).questions for a in articles]


def side_by_side(articles: list[Article], code: str) -> tuple[float, float]:
    """Return the seconds of drafting and of bare analysis, no word of the articles remembered."""
    forget(code)
    language, bare = get_language(code), analyser(code)
    settle()
    begun = time.process_time()
    make(articles, language)
    between = time.process_time()
    for article in articles:
        bare(article.text)
    return between - begun, time.process_time() - between


def main() -> None:
    """Read the articles, draft, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    articles = [read_article(name, published(name)) for name in arguments.articles]
    code = recognise(articles[0].text) or "pl"
    results = make(articles, get_language(code))  # start-up: word lists, locale data
    times = [side_by_side(articles, code) for _ in range(TIMES)]
    taken = min(ours for ours, _ in times)
    ratio = statistics.median(ours / bare for ours, bare in times)
    language = get_language(code)
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    asked: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    per_article: list[int] = []
    for article, questions in zip(articles, results, strict=True):
        per_article.append(len({q.category for q in questions}))
        if arguments.list:
            sys.stdout.write(f"== {article.name}\n")
        for question in questions:
            kinds[question.category] += 1
            options = (question.answer, *question.distractors)
            found = measure(question.prompt, options, question.category, code, article.text)
            for rule, values in found.items():
                for kind in ("all", question.category):
                    rules[rule][kind] += hit(values, range(1, 4))  # type: ignore[assignment]
                    asked[rule][kind] += 1
            failures.update(broken(question, article.text, language))
            if arguments.list:
                shown = " / ".join(arrange(question, code, 0))
                sys.stdout.write(f"{question.category}: {question.prompt} => {shown}")
                sys.stdout.write(f" [{question.answer}]\n")
    count = sum(kinds.values())
    length = sum(len(a.text.split()) for a in articles)
    sys.stdout.write(
        f"{count} questions, {300 * count / length:.2f} per 300 words, {dict(kinds)}, "
        f"{max(per_article)} kinds at most and {sum(per_article) / len(articles):.1f} on average "
        "in an article\n"
    )
    for rule, hits in rules.items():
        rates = {k: 100 * hits[k] / asked[rule][k] for k in asked[rule]}
        total = rates.pop("all")
        by_kind = ", ".join(f"{kind} {rate:.0f}" for kind, rate in sorted(rates.items()))
        over = " (more than allowed)" if total > ALLOWED else ""
        sys.stdout.write(f"guess by {rule}: {total:.0f} of 100{over} ({by_kind})\n")
    told = ", ".join(f"{what}: {n}" for what, n in failures.items()) or "none"
    sys.stdout.write(f"broken invariants: {told}\n")
    sys.stdout.write(
        f"time: {taken:.3f} s of one core, {ratio:.1f} times bare analysis, "
        f"{length / AVERAGE / taken:.1f} articles of {AVERAGE} words a second\n"
    )


if __name__ == "__main__":
    main()
