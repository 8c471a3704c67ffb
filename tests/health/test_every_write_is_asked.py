"""Every interface asks the workspace as the visitor has it, and every write says what the person saw."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.health.sources import imported, modules

INTERFACES = modules("planner/ui", "planner/server", "planner/cli")
SCREEN = modules("planner/ui")

SHARED = {
    "planner/ui/session.py": "hands it to the visitor (visited_by)",
    "planner/ui/watch.py": "asks only whether anything was written",
    "planner/server/startup.py": "warms up before anybody is there",
}
"""Who may hold the workspace that is nobody's, and what for."""

COMMANDS = "planner/cli/"
"""Commands are run by whoever has the machine, and with it the database itself."""

APPENDS = {
    ("planner/ui/components/floor_form.py", "_add"): "a floor that must be new",
    ("planner/ui/components/item_comments.py", "_record"): "a comment is new, or taken back by its writer",
}
"""Writes about something that nobody can have seen before."""

ALWAYS_NEW = {"attach", "create"}
"""Files and plans: there is no revision of them to be seen."""


def _calls(tree: ast.Module) -> Iterator[tuple[str, str, ast.Call]]:
    """The function, the method and the call of every write on the workspace."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    yield function.name, node.func.attr, node


WRITES = {
    (path, function): {word.arg for word in call.keywords}
    for path, tree in SCREEN.items()
    for function, method, call in _calls(tree)
    if method in ("record", "record_all", "freeze")
}


def test_the_writes_of_the_screen_are_found() -> None:
    assert {
        ("planner/ui/components/item_form.py", "_save"),
        ("planner/ui/components/checklist_list.py", "_tick"),
        ("planner/ui/components/whatif_scratch.py", "keep"),
        ("planner/ui/components/plan_form.py", "_save"),
    } <= set(WRITES)
    assert len(WRITES) >= 15


@pytest.mark.parametrize(("path", "function"), sorted(set(WRITES) - set(APPENDS)))
def test_a_write_says_which_revision_the_person_saw(path: str, function: str) -> None:
    assert WRITES[path, function] & {"seen_revision", "seen"}


def test_the_writes_that_may_say_none_are_there_and_do_say_none() -> None:
    assert set(APPENDS) <= set(WRITES)
    assert [key for key in APPENDS if WRITES[key] & {"seen_revision", "seen"}] == []


@pytest.mark.parametrize("path", sorted(SCREEN))
def test_the_screen_writes_through_the_visitors_workspace_alone(path: str) -> None:
    writers = [
        ast.unparse(call.func)
        for _, method, call in _calls(SCREEN[path])
        if method in {"record", "record_all", "freeze", *ALWAYS_NEW}
    ]
    through = ("session.workspace().", "workspace.")
    assert [name for name in writers if not name.startswith(through)] == []


def test_no_interface_but_the_command_line_reaches_past_the_workspace_to_the_store() -> None:
    found = {
        path
        for path, tree in INTERFACES.items()
        if any(n.startswith("planner.storage") for n in imported(tree))
    }
    assert {path for path in found if not path.startswith(COMMANDS)} == set()


def test_the_workspace_that_is_nobodys_is_held_by_few() -> None:
    holders = {
        path for path, tree in INTERFACES.items() if _names(tree) & {"shared_workspace", "open_workspace"}
    }
    assert {path for path in holders if not path.startswith(COMMANDS)} == set(SHARED)


def _names(tree: ast.Module) -> set[str]:
    """Every name that stands anywhere in a module."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name():
                found.add(node.id)
            case ast.Attribute():
                found.add(node.attr)
            case ast.alias():
                found.add(node.name)
    return found
