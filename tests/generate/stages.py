"""Print what each stage of the generator makes of the example in quiz/generate/README.md.

python tests/generate/stages.py [--write]     (--write puts it into the page)

Every block of the page under a line `<!-- stage: NAME -->` is what that stage makes today;
tests/generate/test_stages.py says when one is not.
"""

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from quiz.banks.write import dumps
from quiz.generate.article import Article
from quiz.generate.draft import make_bank
from quiz.languages.english import English

PAGE = Path(__file__).parent.parent.parent / "quiz" / "generate" / "README.md"
BLOCK = re.compile(r"(?<=<!-- stage: )(\w+)( -->\n```\w*\n)(.*?)(?=```\n)", re.DOTALL)


def stages(text: str) -> dict[str, Callable[[], str]]:
    """Return what makes the block of each stage of an article."""
    english = English()
    document = english.read(text, english.published(text))
    first = document.sentences[0]

    def words() -> str:
        marked = (f"{w.text}/{w.tag}" for w in document.words[first.first : first.last])
        return " ".join(marked)

    def facts() -> str:
        return "\n".join(f"{f.kind:8} {f.text:28} {f.value}" for f in document.facts)

    def phrases() -> str:
        found = document.phrases(first)
        return "\n".join(f"{p.kind:6} {document.span(p.first, p.last)}" for p in found)

    def drafts() -> str:
        return "\n".join(
            f"{d.certainty:.2f} {d.category:8} {d.prompt}\n     = {d.answer}\n"
            f"     ≠ {', '.join(d.rivals[:5])}"
            for d in english.drafts(document)
        )

    def bank() -> str:
        title = text.split("\n", 1)[0]
        made = dumps(make_bank([Article("example.txt", text, title)], english, "", None, 0))
        return made[made.index("[[questions]]") :].split("\n\n")[0]

    return {f.__name__: f for f in (words, facts, phrases, drafts, bank)}


def written(page: str) -> str:
    """Return the page with what every stage makes today."""
    article = next(m[3] for m in BLOCK.finditer(page) if m[1] == "article")
    made = stages(article)
    return BLOCK.sub(
        lambda m: m[1] + m[2] + (made[m[1]]().rstrip() + "\n" if m[1] in made else m[3]), page
    )


def main() -> None:
    """Print the blocks, or write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    page = PAGE.read_text("utf-8")
    if parser.parse_args().write:
        PAGE.write_text(written(page), "utf-8")
    else:
        sys.stdout.writelines(f"== {m[1]}\n{m[3]}\n" for m in BLOCK.finditer(written(page)))


if __name__ == "__main__":
    main()
