"""The files of an activity as they are listed: what counts for each document asked for, what came before."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.state import Evidence, State


@dataclass(frozen=True, slots=True)
class Given:
    """Files for one document that is asked for, by their ids in order of their dates.

    ``older`` are those that a newer version took the place of, the latest first; what was only taken back is
    in neither.
    """

    standing: dict[str, Evidence]
    older: dict[str, Evidence]


def given_for(state: State, activity: str, requirement: str) -> Given:
    """What was given for a document that an activity asks for."""
    here = {k: e for k, e in state.evidence.items() if (e.activity, e.requirement) == (activity, requirement)}
    order = sorted(here, key=lambda key: (here[key].attached_on, here[key].file_name, key))
    replaced = {e.replaces for e in here.values()}
    return Given(
        {key: here[key] for key in order if not here[key].removed},
        {key: here[key] for key in reversed(order) if here[key].removed and key in replaced},
    )
