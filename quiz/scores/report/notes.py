"""What a person should know of the files of a class before believing the figures."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from quiz.base import dates
from quiz.base.language import _, ngettext, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.scores.report.classroom import Classroom
    from quiz.scores.report.models import Pupil

_LISTED = 5  # names that a note lists
_AT_ONCE = timedelta(seconds=5)  # clocks of two computers differ, and `started` has whole seconds


def about(
    room: Classroom,
    pupils: Mapping[str, Pupil],
    alike: Sequence[Sequence[str]],
    missing: Sequence[str],
) -> list[str]:
    """Return the notes on a class: damage, names, merged files, banks that were not found.

    `alike` are the groups of names that look alike, `missing` the names of the banks.
    """
    return [
        *_damage(room),
        *_names(room, alike),
        *_several(pupils),
        *_twins(room, pupils),
        *_unknown(missing),
    ]


def _damage(room: Classroom) -> list[str]:
    return [
        _("{file}: {problem}.").format(file=file.name, problem=problem.rstrip("."))
        for file in room.files
        for problem in file.problems
    ]


def _names(room: Classroom, alike: Sequence[Sequence[str]]) -> list[str]:
    notes = list[str]()
    for group in alike:
        names = ", ".join(map(quoted, group))
        if room.merge:
            told = _("Taken for one pupil: {names}.")
        else:
            told = _(
                "{names} differ by case, spaces or letter forms only, and are kept apart: "
                "--merge-names takes such names for one pupil."
            )
        notes.append(told.format(names=names))
    for name, forms in sorted(room.written.items()):
        if len(forms) > 1 and any(name in counts for counts in room.spellings.values()):
            told = _(
                "“{name}” is written in {n} ways that differ by spaces or letter forms only, "
                "and is one pupil."
            )
            notes.append(told.format(name=name, n=len(forms)))
    return notes


def _several(pupils: Mapping[str, Pupil]) -> list[str]:
    """Tell whose files were merged: two pupils may have the same name."""
    merged = [f"{each.name} ({len(each.files)})" for each in pupils.values() if len(each.files) > 1]
    if not merged:
        return []
    names = ", ".join(merged[:_LISTED]) + (", …" if len(merged) > _LISTED else "")
    told = ngettext(
        "{n} pupil has several files, which were merged: {names}.",
        "{n} pupils have several files, which were merged: {names}.",
        len(merged),
    )
    return [told.format(n=len(merged), names=names)]


def _twins(room: Classroom, pupils: Mapping[str, Pupil]) -> list[str]:
    """Tell which names may be two pupils': who is in two files can play but one round at a time."""
    notes = list[str]()
    for key, pupil in pupils.items():
        sittings = sorted(room.sittings[key], key=lambda each: each.started)
        for one, other in pairwise(sittings if len(pupil.files) > 1 else ()):
            overlap = one.started + timedelta(seconds=one.seconds) - other.started
            if one.file != other.file and overlap > _AT_ONCE:
                told = _(
                    "“{name}” played in {one} and in {other} at the same time, on {day}: if these "
                    "are two pupils, give them different names."
                )
                day = dates.day(other.started)
                notes.append(told.format(name=pupil.name, one=one.file, other=other.file, day=day))
                break
    return notes


def _unknown(banks: Sequence[str]) -> list[str]:
    if not banks:
        return []
    told = _(
        "Not found among the banks that can be read, so that distractors which nobody chose are "
        "not listed: {banks}. Say where they are with --banks."
    )
    return [told.format(banks=", ".join(map(quoted, banks)))]
