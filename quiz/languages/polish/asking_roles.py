"""What office somebody holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.polish.options import (
    pick,
)
from quiz.languages.polish.tables import ROLES
from quiz.languages.polish.wording import Wording
from quiz.languages.protocol import Draft

if TYPE_CHECKING:
    from quiz.languages.polish.document import Role

SINGLE = frozenset({"prezydent", "premier", "kanclerz", "wiceprezydent", "wicepremier"})


class Roles(Wording):
    """Questions for roles."""

    def _role(self, role: Role) -> None:
        doc = self.doc
        name = role.holder
        if (
            " " not in name.base
            or (" " not in role.base and role.noun not in SINGLE)
            or role.base.startswith("był")
            or (name.gender == "f" or not doc.certain(name.base))
        ):
            return
        sentence = next(s for s in doc.sentences if s.number == name.sentence)
        fact = self._facts.get(("role", role.first))
        if fact is None or any(d.tags == (name.base,) for d in self.out):
            return
        others = [
            r.base
            for r in doc.roles
            if r.holder.base != name.base and " " in r.base and r.noun != role.noun
        ]
        mine = {r.base for r in doc.roles if r.holder.base == name.base}
        rank = ROLES[role.noun]
        tail = role.base.partition(" ")[2]
        swap = {
            "state": [
                "minister spraw zagranicznych",
                "przewodniczący parlamentu",
                "wicepremier",
                "minister obrony",
            ],
            "government": [
                "premier",
                "rzecznik rządu",
                "ambasador przy ONZ",
                "minister finansów",
                "doradca prezydenta",
            ],
            "army": ["minister obrony", "rzecznik ministerstwa obrony", "ambasador"],
            "church": [],
            "head": self._heads(role.noun, tail),
        }[rank]
        if rank in {"state", "government"} and tail and self._country_tail(tail):
            swap = [
                f"{n} {tail}"
                for n in (
                    "minister spraw zagranicznych",
                    "minister obrony",
                    "ambasador",
                    "premier",
                    "prezydent",
                )
                if not role.base.startswith(n)
            ]
        rivals = [x for x in dict.fromkeys(others[:2] + swap) if x not in mine]
        if not tail:
            rivals = [
                x
                for x in ("premier", "minister obrony", "minister spraw zagranicznych", "prezydent")
                if x != role.base
            ]
        prompt = f"Jaką funkcję pełni {name.base}?"
        if len(rivals) < 3 or re.search(r"[,()]", role.base):
            return
        quote = doc.text[sentence.start : sentence.end]
        explanation = f"{name.base} to {role.base}."
        self.out.append(
            Draft(
                prompt,
                role.base,
                pick(self.doc, role.base, rivals),
                "roles",
                explanation,
                quote,
                sentence.number,
                fact,
                0.7 if tail else 0.5,
                "Sprawdź, czy funkcja jest aktualna i podana w całości.",
                tags=(name.base,),
            )
        )

    def _heads(self, noun: str, tail: str) -> list[str]:
        """Return other posts under the same roof."""
        if noun in {"rzecznik", "rzeczniczka"}:
            return [f"{n} {tail}" for n in ("dyrektor", "zastępca dyrektora", "doradca dyrektora")]
        above = self.doc.morphology.inflect(noun, "subst", "sg", "gen")
        return (
            [f"{n} {tail}" for n in (f"zastępca {above}", f"doradca {above}", "rzecznik")]
            if above
            else []
        )

    def _country_tail(self, tail: str) -> bool:
        return any(
            n.kind == "place" and self.doc.span(n.first, n.last) == tail for n in self.doc.names
        )
