"""Whatever a person reads is in the catalogues: no literal reaches them by another way.

Two looks at the source. Where texts come out (`print`, widgets, help, errors, markup of pages), any
word in a literal has to be marked. Everywhere else, whatever reads like a phrase has to be, unless
`MEANT` says why it is none of ours. `tests/test_foreign.py` looks at what comes out.
"""

from __future__ import annotations

import ast
import re
from fnmatch import fnmatch
from typing import TYPE_CHECKING, NamedTuple

from tests.translate import MARKS, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"[^\W\d_]{2,}")
PHRASE = re.compile(r"[^\W\d_]{2,}[,;:.]? [^\W\d_]{2,}")
CODE = re.compile(
    r"[<>{}\\|_=*\[]|^(bold|italic) "
    r"|^ ?(AND|FROM|WHERE|ORDER|GROUP|JOIN|LIMIT)\b|\b[A-Z]{3,} [A-Za-z(]"
)
"""Markup, patterns, SQL, styles, types."""

SINKS: dict[str, tuple[int | str, ...]] = {
    # Which arguments are texts, by place or name.
    "print": (0, 1, 2),
    "notify": (0, "title"),
    "Content": (0,),
    "Content.styled": (0,),
    "Static": (0,),
    "Input": ("placeholder",),
    "TextArea": ("placeholder",),
    "Key": (1, 2),
    "Choice": (2, 3),
    "Figure": (0, 1),
    "Column": (0,),
    "Tell": (0, 1),
    "Ask": (0, 1, 2, 3),
    "Prompt": (0, 1),
    "Choose": (0, 1),
    "PickSheet": (0,),
    "add_argument": ("help", "metavar"),
    "add_argument_group": (0, "title", "description"),
    "add_parser": ("help", "description", "epilog"),
    "add_subparsers": ("title", "metavar"),
    "element": (1, 2, 3, 4, 5, "title", "aria_label", "alt"),
    "Verdict": (1, 2),
    "Mark": (0,),
    "Finding": (1,),
}
ERROR = re.compile(r"(Error|NothingToDo|NotDue|_NotTaken|Refused)$")
NAMES = {"newsquiz", "Enter", "Esc", "Tab", "Space", "utf", "tz"}
"""Names of the program and of keys, and what is left of a format code."""


class Meant(NamedTuple):
    """Literals that are not for translation: where, in what, and why."""

    path: str
    where: str
    why: str


MEANT = (
    Meant("quiz/app/*.py", "Binding", "no key shows its description: footer and help have `keys`"),
    Meant("quiz/banks/load.py", "known", "how the TOML parser's errors begin, to be told apart"),
    Meant(
        "quiz/banks/syntax.py", "ValueError", "of a programmer: no text that was parsed gives it"
    ),
    Meant("quiz/check/rules/options.py", "*", "a kind of moment that quiz/game/moments.py names"),
    Meant("quiz/check/rules/proof.py", "example", "to be written into an English bank"),
    Meant("quiz/exchange/*.py", "_NAMES", "names of columns in other programs' files"),
    Meant("quiz/exchange/*.py", "_HEADER", "names of columns in other programs' files"),
    Meant("quiz/exchange/*.py", "_TITLE", "the first line of other programs' files"),
    Meant("quiz/exchange/*.py", "*cell", "names of columns in other programs' files"),
    Meant("quiz/exchange/*.py", "asked", "names of columns in other programs' files"),
    Meant("quiz/exchange/*.py", "Format", "names of formats and programs"),
    Meant("quiz/exchange/gimkit.py", "first", "names of columns in other programs' files"),
    Meant("quiz/generate/article.py", "_KINDS", "names of formats"),
    Meant("quiz/languages/*.py", "TypeError", "of a programmer"),
    Meant("quiz/languages/values.py", "ValueError", "of a programmer"),
    Meant("quiz/scores/history/progress.py", "_SUMS", "columns of a table"),
    Meant("quiz/exchange/*.py", "_words", "tags of HTML, and words that tell a language"),
    Meant("quiz/exchange/anki_*.py", "*", "tables and headers of Anki's files"),
    Meant("quiz/exchange/gift*.py", "*", "kinds of questions, as the parser of GIFT calls them"),
    Meant("quiz/exchange/kahoot.py", "put_row", "the first cell of Kahoot's template"),
    Meant(
        "quiz/exchange/moodle.py", "frozenset", "what Moodle writes where an author said nothing"
    ),
    Meant("quiz/exchange/sheet.py", "_WORDS", "of a test sheet, in the language of the bank"),
    Meant("quiz/exchange/wayground.py", "*", "columns, hints and kinds of Wayground's template"),
    Meant("quiz/game/amounts.py", "*", "words of answers, in the language of the bank"),
    Meant("quiz/game/moments.py", "*", "words of answers, in the language of the bank"),
    Meant("quiz/generate/choose.py", "*", "names of ways to guess, never shown"),
    Meant("quiz/generate/guessing.py", "*", "names of ways to guess, never shown"),
    Meant(
        "quiz/generate/web/fetch.py", "*", "headers of HTTP, and a library's message known by it"
    ),
    Meant("quiz/scores/report/formulas.py", "*", "why a figure is lacking; verdicts.py says it"),
    Meant("quiz/scores/report/p*.py", "*", "style classes and the like in markup"),
)


class Literal(NamedTuple):
    """A literal that is not marked, in the call or the assignment next around it."""

    text: str
    path: str
    line: int
    where: str
    sink: bool

    @property
    def told(self) -> str:
        """Say where it is."""
        return f"{self.path}:{self.line}: {self.text!r} in {self.where}"


def marked(node: ast.AST) -> bool:
    """Tell whether a call looks a message up."""
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS


def texts(node: ast.Call) -> Iterator[ast.AST]:
    """Return the arguments of a call that come out."""
    name = ast.unparse(node.func)
    short = name.rpartition(".")[2]
    if name.endswith("Content.assemble"):
        for part in node.args:
            yield part.elts[0] if isinstance(part, ast.Tuple) else part
    places = SINKS.get(name, SINKS.get(short, ()))
    if ERROR.search(short):
        places = (0, 1)
    yield from (node.args[at] for at in places if isinstance(at, int) and at < len(node.args))
    yield from (keyword.value for keyword in node.keywords if keyword.arg in places)


def literals(path: str, tree: ast.AST) -> Iterator[Literal]:
    """Find every literal that nobody marked; docstrings and types are not looked at."""
    silent = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    out: set[int] = set()

    def look(node: ast.AST, where: str) -> Iterator[Literal]:
        if marked(node) or id(node) in silent:
            return
        if isinstance(node, ast.keyword) and node.arg in {"classes", "class_", "id"}:
            return
        if isinstance(node, ast.Call):
            where = ast.unparse(node.func)
            out.update(id(part) for part in texts(node))
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            where = ast.unparse(target)
        elif isinstance(node, ast.JoinedStr | ast.IfExp | ast.BinOp) and id(node) in out:
            # What these are made of comes out as they do.
            out.update(id(child) for child in ast.iter_child_nodes(node))
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield Literal(node.value, path, node.lineno, where, id(node) in out)
        for child in ast.iter_child_nodes(node):
            yield from look(child, where)

    yield from look(tree, "")


def all_literals() -> Iterator[Literal]:
    """Find them in the whole program.

    What asks questions speaks the language of its article, except in errors.
    """
    for file in sorted((ROOT / "quiz").rglob("*.py")):
        path = file.relative_to(ROOT).as_posix()
        asking = path.startswith("quiz/languages/")
        for each in literals(path, ast.parse(file.read_text("utf-8"))):
            if not asking or ERROR.search(each.where):
                yield each


def suspicious(literal: Literal) -> bool:
    """Tell whether a literal is for a person to read."""
    if literal.sink:
        return any(word not in NAMES for word in WORD.findall(literal.text))
    return bool(PHRASE.search(literal.text)) and not CODE.search(literal.text)


def excused(literal: Literal) -> list[Meant]:
    """Return why a literal is not for translation."""
    return [
        each
        for each in MEANT
        if fnmatch(literal.path, each.path) and fnmatch(literal.where, each.where)
    ]


def test_no_text_is_outside_the_catalogues() -> None:
    found = [each for each in all_literals() if suspicious(each)]
    assert [each.told for each in found if not excused(each)] == []
    used = {each for literal in found for each in excused(literal)}
    assert [each for each in MEANT if each not in used] == [], "nothing needs these any more"


def test_the_look_sees_what_it_is_for() -> None:
    source = '''
"""A module of the program."""
print("Saved.")
print(_("Saved."), f"in {place}")
self.notify(f"Saved in {place}")
Static("Options")
Static(Content(title), classes="faint words")
Content.assemble(("Done", "bold $right"), _("now"), ("✓", "bold red"))
parser.add_argument("--seed", metavar="NUMBER", help="another number")
raise QuizError("nothing here" if empty else _("too much"))
told = "This is said to nobody yet"
query = "SELECT name FROM rounds"
'''
    found = [each.text for each in literals("x.py", ast.parse(source)) if suspicious(each)]
    assert found == [
        "Saved.",
        "in ",
        "Saved in ",
        "Options",
        "Done",
        "NUMBER",
        "another number",
        "nothing here",
        "This is said to nobody yet",
    ]
