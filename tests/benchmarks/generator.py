"""Print what the generator makes of articles, for judging, and its figures.

python tests/benchmarks/generator.py ARTICLE…   (add --list to print every question)

Printed are questions per 300 words, kinds, how often rules of thumb that know nothing of the
article are right (ties shared; by kind of question as well), how often an invariant is broken,
and the time beside what the bare dictionary takes to analyse the same texts.
"""

import argparse
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from quiz.banks.models import Question
from quiz.game.order import arrange
from quiz.generate.article import Article, read_article
from quiz.generate.draft import make_bank
from quiz.generate.guessing import hit, measure, words
from quiz.languages import Language, get_language
from quiz.languages.polish.morph import shared
from quiz.languages.words import get_words

ALLOWED = 30
"""So many of 100 keys a rule of thumb may find."""


def in_some_form(key: str, quote: str, language: Language) -> bool:
    """Whether every word of a key stands in a quote, in this or another form; figures aside."""
    told = {w[:4] for w in words(quote)} | {w[:4] for w in language.lemmas(quote)}
    wanted = [w for w in words(key) if w.isalpha() and len(w) > 3 and w != "roku"]
    lemmas = {w[:4] for w in language.lemmas(key)}
    return all(w[:4] in told for w in wanted) or lemmas <= told


def broken(question: Question, text: str, language: Language) -> list[str]:
    """Return the invariants that a question breaks."""
    options = [question.answer, *question.distractors]
    quotes = [e.quote for e in question.evidence]
    out = []
    if any(quote not in text for quote in quotes):
        out.append("evidence not verbatim")
    if len({" ".join(o.casefold().split()) for o in options}) != 4:
        out.append("options not four different ones")
    if not in_some_form(question.answer, " ".join(quotes), language):
        out.append("key not in its evidence")
    if not question.explanation or question.explanation.strip(".") == question.answer:
        out.append("explanation no more than the key")
    return out


def make(articles: list[Article], language: Language) -> list[tuple[Question, ...]]:
    """Draft a bank of every article by itself."""
    return [make_bank([a], language, "", None, 0).questions for a in articles]


def main() -> None:
    """Read the articles, draft, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    articles = [read_article(name) for name in arguments.articles]
    make(articles[:1], get_language("pl"))  # start-up: word lists, locale data
    shared.cache_clear()  # no word of the first article is remembered
    get_words.cache_clear()
    get_words("pl")
    language = get_language("pl")
    begun = time.perf_counter()
    results = make(articles, language)
    taken = time.perf_counter() - begun
    import morfeusz2  # type: ignore[import-untyped]  # noqa: PLC0415  # only the comparison needs it

    bare = morfeusz2.Morfeusz()
    bare.analyse(articles[0].text)
    begun = time.perf_counter()
    for article in articles:
        bare.analyse(article.text)
    alone = time.perf_counter() - begun
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
            found = measure(question.prompt, options, question.category, "pl", article.text)
            for rule, values in found.items():
                for kind in ("all", question.category):
                    rules[rule][kind] += hit(values, range(1, 4))  # type: ignore[assignment]
                    asked[rule][kind] += 1
            failures.update(broken(question, article.text, language))
            if arguments.list:
                shown = " / ".join(arrange(question, "pl", 0))
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
    sys.stdout.write(f"time: {taken:.3f} s, {taken / alone:.1f} times bare analysis\n")


if __name__ == "__main__":
    main()
