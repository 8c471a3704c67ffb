"""The demo plans: what happened in a regency, retold day by day as the changes its offices would have made.

A file under ``data/demo/`` tells it shortly (one event may speak of several items and all agencies);
``demo_steps`` spells it out against a checklist. What no source tells is marked as an illustration.

Why steps and not a finished state: a demo plan goes through the same record as any user's work, so it can be
looked at as of any day.
"""

from planner.catalog.demo.steps import DemoChange, DemoEvidence, DemoStep, demo_steps
from planner.catalog.demo.told import DemoPlan, load_demo

__all__ = ["DemoChange", "DemoEvidence", "DemoPlan", "DemoStep", "demo_steps", "load_demo"]
