"""Conflicts of a plan, each with the smallest sets of things that would have to give to end it.

A conflict is a date that the plan cannot keep on its present course: the target, or the date constraint of an
activity (SNLT, FNLT, MSO, MFO). The missed date itself could always give; ``sets`` name what else could: one,
two or three demands, of the smallest size at which any set suffices, every one held against the network
solved anew.

Method: smallest sets of relaxations, as in conflict refinement (a minimal set of constraints to drop so that
the rest can be kept). Only what can matter is tried (``trial.Trial.demands``); what no solution can do
without is found first, by giving everything else, and belongs to every set (``search``).
"""

from planner.domain.conflict.api import conflicts
from planner.domain.conflict.model import MOST_TOGETHER, Conflict, Demand, DemandKind
from planner.domain.conflict.search import SHORTLIST, smallest_sets

__all__ = [
    "MOST_TOGETHER",
    "SHORTLIST",
    "Conflict",
    "Demand",
    "DemandKind",
    "conflicts",
    "smallest_sets",
]
