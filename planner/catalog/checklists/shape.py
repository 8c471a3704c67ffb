"""Whether the items of a checklist, linked together, lead to the opening and never in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Final

from planner.catalog.checklists.reading import Reading
from planner.catalog.problem import Problem, problem
from planner.domain.checklist import Checklist, Item

_NAMED_AT_ONCE: Final = 10


def cycle_problems(reading: Reading) -> Iterator[Problem]:
    """Circles in which items wait for each other, directly or through a gate; at most ten of them.

    A gate waits for its items and for the gate before it. The type and lag of a link make no difference.
    """
    places = {item.id: (stage, position, item) for stage, position, item in reading.items()}
    gates = dict.fromkeys(ident for _, ident in reading.head.ids("gates"))
    waits = waiting({ident: item for ident, (_, _, item) in places.items()}, gates)
    for _ in range(_NAMED_AT_ONCE):
        circle = _circle(waits)
        if circle is None:
            return
        waits[circle[0]].remove(circle[1])
        stage, position, item = places[circle[0]]
        number = [_target(link.item, link.gate) for link in item.after].index(circle[1])
        line = stage.line("items", position, "after", number)
        yield problem(stage.name, line, "dependency-cycle", cycle=" -> ".join(circle))


def shape_problems(checklist: Checklist, reading: Reading) -> Iterator[Problem]:
    """Items that do not lead to the opening and gates that wait for nothing, in a checklist without cycle."""
    waits = waiting(checklist.items, (gate.id for gate in checklist.gates))
    leading = _all_before(checklist.head.launch, waits)
    for stage, position, item in reading.items():
        if item.id not in leading and item.id not in checklist.after_launch:
            line = stage.line("items", position, "id")
            yield problem(stage.name, line, "loose-end", id=item.id, launch=checklist.head.launch)
    for number, gate in enumerate(checklist.gates):
        if not checklist.gate_items[gate.id]:
            line = reading.head.line("gates", number, "id")
            yield problem(reading.head.name, line, "gate-without-items", id=gate.id)


def waiting(items: Mapping[str, Item], gates: Iterable[str]) -> dict[str, set[str]]:
    """What each item and each gate waits for, ``gates`` in their order; a gate is named ``gerbang <id>``."""
    found: dict[str, set[str]] = {
        ident: {_target(d.item, d.gate) for d in i.after} for ident, i in items.items()
    }
    for ident, item in items.items():
        for gate in item.gates:
            found.setdefault(_target(None, gate), set()).add(ident)
    for before, after in pairwise(gates):
        found.setdefault(_target(None, after), set()).add(_target(None, before))
    return found


def _target(item: str | None, gate: str | None) -> str:
    return item or f"gerbang {gate}"


def _circle(waits: Mapping[str, set[str]]) -> list[str] | None:
    """One circle, each waiting for the next, from an item back to itself; None where there is none."""
    try:
        TopologicalSorter({ident: sorted(targets) for ident, targets in waits.items()}).prepare()
    except CycleError as error:
        found: list[str] = list(reversed(error.args[1]))[:-1]
        start = found.index(min(name for name in found if not name.startswith("gerbang ")))
        return [*found[start:], *found[:start], found[start]]
    return None


def _all_before(launch: str, waits: Mapping[str, set[str]]) -> set[str]:
    found, new = set[str](), {launch}
    while new:
        found |= new
        new = {target for name in new for target in waits.get(name, ())} - found
    return found
