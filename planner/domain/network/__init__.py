"""Critical path method on a network of tasks and links; knows nothing of what the tasks are about.

``solve`` gives early and late dates, floats, driving links and progress out of sequence, or the reasons why
there is no solution. Conventions stand in the module of what they concern: boundaries in ``workdays``, links,
constraints and progress in ``model``, milestones in ``passes``, floats and work as late as possible in
``late``.
"""

from planner.domain.network.compiled import Compiled, compile_network
from planner.domain.network.late import Late, backward, both_passes
from planner.domain.network.model import (
    NEAR_CRITICAL,
    Constraint,
    ConstraintType,
    Link,
    LinkType,
    Network,
    NetworkProblem,
    Solution,
    Task,
    TaskDates,
    Unit,
    Window,
)
from planner.domain.network.passes import Early, forward
from planner.domain.network.solution import earliest_finishes, solve

__all__ = [
    "NEAR_CRITICAL",
    "Compiled",
    "Constraint",
    "ConstraintType",
    "Early",
    "Late",
    "Link",
    "LinkType",
    "Network",
    "NetworkProblem",
    "Solution",
    "Task",
    "TaskDates",
    "Unit",
    "Window",
    "backward",
    "both_passes",
    "compile_network",
    "earliest_finishes",
    "forward",
    "solve",
]
