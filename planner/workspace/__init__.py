"""The facade that pages and commands know: snapshots of plans, changes to them, their record."""

from planner.catalog.benchmarks import whole_ways
from planner.catalog.holidays import DECREED_UNTIL
from planner.catalog.problem import Problem
from planner.catalog.services_table import NotATable
from planner.domain.advice import Action, Hold
from planner.storage.problems import StorageProblem
from planner.storage.store import Invalid, Stale, Written
from planner.workspace.analysis import plan_conflicts, plan_quality, plan_variance
from planner.workspace.facade import Workspace
from planner.workspace.opening import library, open_workspace, shared_workspace
from planner.workspace.outcome import Outcome, Refused
from planner.workspace.outlook import known_drivers, plan_forecast, plan_from_start, plan_insight
from planner.workspace.review import days_by_acceptance
from planner.workspace.scratch import seen_revisions, wanted_fields
from planner.workspace.snapshot import Broken, Missing, Snapshot, Version, launch_holds
from planner.workspace.tables import MOST_MEBIBYTES, ServicesRead, read_services, services_template

__all__ = [
    "DECREED_UNTIL",
    "MOST_MEBIBYTES",
    "Action",
    "Broken",
    "Hold",
    "Invalid",
    "Missing",
    "NotATable",
    "Outcome",
    "Problem",
    "Refused",
    "ServicesRead",
    "Snapshot",
    "Stale",
    "StorageProblem",
    "Version",
    "Workspace",
    "Written",
    "days_by_acceptance",
    "known_drivers",
    "launch_holds",
    "library",
    "open_workspace",
    "plan_conflicts",
    "plan_forecast",
    "plan_from_start",
    "plan_insight",
    "plan_quality",
    "plan_variance",
    "read_services",
    "seen_revisions",
    "services_template",
    "shared_workspace",
    "wanted_fields",
    "whole_ways",
]
