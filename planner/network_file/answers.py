"""What is printed for a network file: its dates as plain values, or what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from planner.domain.network import Network, Solution, solve
from planner.network_file.problems import FileProblem, after_status_date, network_problems, out_of_sequence
from planner.network_file.reading import read_network


@dataclass(frozen=True)
class Answer:
    """The ``printed`` values, and whether the network has dates at all."""

    printed: dict[str, Any]
    solved: bool


def answer(content: bytes) -> Answer:
    """Dates of the network in the ``content`` of a JSON file, or all that is wrong with it.

    Printed are always the same keys: ``finish``, ``duration``, ``activities``, ``driving`` and ``problems``.
    Without a solution the first two are null and the next two empty. Progress out of sequence and recorded
    dates after the status date stand among the problems of a network that has its dates all the same.
    """
    network = read_network(content)
    if isinstance(network, tuple):
        return _unsolved(network)
    found = solve(network)
    if isinstance(found, tuple):
        return _unsolved(network_problems(found))
    return Answer(_dates(network, found), solved=True)


def _unsolved(problems: tuple[FileProblem, ...]) -> Answer:
    printed: dict[str, Any] = {"finish": None, "duration": None, "activities": {}, "driving": []}
    return Answer({**printed, "problems": [problem.as_json() for problem in problems]}, solved=False)


def _dates(network: Network, found: Solution) -> dict[str, Any]:
    """The solution as plain values.

    ``duration`` counts the working days of the default calendar from the start of the network to its finish,
    both included.
    """
    return {
        "finish": found.finish.isoformat(),
        "duration": max(0, network.default.between(network.start, found.finish + timedelta(days=1))),
        "activities": {
            name: {
                **{key: getattr(dates, key).isoformat() for key in ("es", "ef", "ls", "lf")},
                "total_float": dates.total_float,
                "free_float": dates.free_float,
                "critical": dates.critical,
            }
            for name, dates in found.tasks.items()
        },
        "driving": [[link.predecessor, link.successor, link.type] for link in found.driving],
        "problems": [
            problem.as_json()
            for problem in (*out_of_sequence(found.out_of_sequence), *after_status_date(network))
        ],
    }
