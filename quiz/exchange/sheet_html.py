"""A test sheet in HTML: one file with nothing beside it, that prints as it should."""

from __future__ import annotations

from html import escape as escape_html
from typing import TYPE_CHECKING

from quiz.base.text import POLICY
from quiz.exchange.plaintext import escape
from quiz.exchange.protocol import Format, Writing
from quiz.exchange.sheet import LETTERS, citations, variants, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.banks.models import Bank
    from quiz.exchange.protocol import Wishes
    from quiz.exchange.sheet import Asked, Variant

_STYLE = """
@page { size: A4; margin: 16mm 16mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem;
       font: 11pt/1.35 Georgia, "Times New Roman", "Noto Serif", serif; color: #000;
       background: #fff; }
section + section { break-before: page; margin-top: 4rem; }
header { border-bottom: 1.5pt solid #000; padding-bottom: .6rem; margin-bottom: 1rem; }
h1 { font-size: 1.35em; line-height: 1.25; margin: 0; }
h1 small { float: right; font-size: .75em; border: 1pt solid #000; padding: .1em .6em; }
.fields { display: flex; flex-wrap: wrap; gap: .8rem 1.2rem; margin: 1.3rem 0 .2rem; }
.fields span { display: flex; flex: 1 1 6.5rem; align-items: baseline; gap: .4rem;
               white-space: nowrap; }
.fields span:first-child { flex: 3 1 15rem; }
.fields i { flex: 1; border-bottom: .75pt solid #000; min-width: 2rem; }
.task { font-style: italic; margin: 0 0 1rem; }
ol.questions { list-style: none; margin: 0; padding: 0; }
ol.questions > li { break-inside: avoid; margin: 0 0 .95rem; padding-left: 2.1rem;
                    position: relative; }
.number { position: absolute; left: 0; font-weight: bold; }
.prompt { margin: 0 0 .25rem; font-weight: bold; }
ul.options { list-style: none; margin: 0; padding: 0; display: grid; gap: .15rem 1.5rem; }
ul.options.short { grid-template-columns: repeat(2, 1fr); }
ul.options li { padding-left: 1.7rem; position: relative; overflow-wrap: anywhere; }
.letter { position: absolute; left: 0; }
.right { font-weight: bold; margin: 0; }
.why, blockquote { margin: .2rem 0 0; font-size: .9em; }
blockquote { border-left: 2pt solid #000; padding-left: .6rem; }
cite { display: block; }
table { border-collapse: collapse; margin: 0 0 1.2rem; }
td, th { border: .75pt solid #000; padding: .15rem .45rem; text-align: center; min-width: 1.9rem; }
@media print { body { max-width: none; padding: 0; } section + section { margin-top: 0; } }
"""
_SHORT = 34
_IN_ROW = 15


def write(bank: Bank, wishes: Wishes) -> Writing:
    """Write test sheets, each on pages of its own, and their keys after them if wished."""
    sheets = variants(bank, wishes)
    sections = [_sheet(bank, sheet, many=len(sheets) > 1) for sheet in sheets]
    if wishes.key:
        sections += [_key(bank, sheet, many=len(sheets) > 1) for sheet in sheets]
    page = (
        f'<!DOCTYPE html>\n<html lang="{bank.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(bank.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"{''.join(sections)}</body>\n</html>\n"
    )
    return Writing(page.encode("utf-8"), len(bank.questions))


def _sheet(bank: Bank, sheet: Variant, *, many: bool) -> str:
    said = words(bank)
    fields = "".join(f"<span>{said[field]}: <i></i></span>" for field in ("name", "class", "date"))
    points = f"<span>{said['points']}: <i></i> / {len(sheet.asked)}</span>"
    questions = "".join(_question(asked) for asked in sheet.asked)
    return (
        f"<section>\n{_head(bank, sheet, '', many=many)}"
        f'<div class="fields">{fields}{points}</div>\n</header>\n'
        f'<p class="task">{said["task"]}</p>\n<ol class="questions">\n{questions}</ol>\n'
        "</section>\n"
    )


def _head(bank: Bank, sheet: Variant, kind: str, *, many: bool) -> str:
    mark = [kind, f"{words(bank)['variant']} {sheet.name}" if many else ""]
    small = " · ".join(part for part in mark if part)
    small = f"<small>{small}</small>" if small else ""
    return f"<header>\n<h1>{small}{escape(bank.title)}</h1>\n"


def _question(asked: Asked) -> str:
    short = " short" if all(len(option) <= _SHORT for option in asked.options) else ""
    options = "".join(
        f'<li><span class="letter">{letter}.</span>{escape(option)}</li>'
        for letter, option in zip(LETTERS, asked.options, strict=False)
    )
    return (
        f'<li><span class="number">{asked.number}.</span>'
        f'<p class="prompt">{escape(asked.question.prompt)}</p>\n'
        f'<ul class="options{short}">{options}</ul></li>\n'
    )


def _key(bank: Bank, sheet: Variant, *, many: bool) -> str:
    rows = [sheet.asked[at : at + _IN_ROW] for at in range(0, len(sheet.asked), _IN_ROW)]
    tables = "".join(
        "<table><tr>"
        + "".join(f"<th>{asked.number}</th>" for asked in row)
        + "</tr><tr>"
        + "".join(f"<td>{asked.letter}</td>" for asked in row)
        + "</tr></table>\n"
        for row in rows
    )
    cited = citations(bank)
    answers = "".join(_answer(asked, cited) for asked in sheet.asked)
    return (
        f"<section>\n{_head(bank, sheet, words(bank)['key'], many=many)}</header>\n"
        f'{tables}<ol class="questions">\n{answers}</ol>\n</section>\n'
    )


def _answer(asked: Asked, cited: Mapping[str, str]) -> str:
    question = asked.question
    why = f'<p class="why">{escape(question.explanation)}</p>' if question.explanation else ""
    quotes = "".join(
        f"<blockquote>{escape(one.quote)}<cite>— {escape_html(cited[one.source])}</cite>"
        "</blockquote>"
        for one in question.evidence
    )
    return (
        f'<li><span class="number">{asked.number}.</span>'
        f'<p class="right">{asked.letter}. {escape(question.answer)}</p>{why}{quotes}</li>\n'
    )


FORMAT = Format(
    name="html",
    title="HTML",
    suffix=".html",
    holds=frozenset({"id", "category", "explanation", "evidence", "shuffle"}),
    recognise=None,
    read=None,
    write=write,
)
