"""The house stands as it was drawn: who imports the screen, how long a module may be, what is shipped."""

from __future__ import annotations

import tomllib

import pytest

from tests.health.sources import ROOT, imported, modules

PLANNER = modules("planner")
MODULES = {path: tree for path, tree in PLANNER.items() if not path.endswith("__init__.py")}
LONGEST = 275


def on_screen(path: str) -> bool:
    return path == "app.py" or path.startswith(("planner/ui/", "planner/server/"))


def test_the_modules_are_found() -> None:
    assert {"planner/launch.py", "planner/domain/checklist/parts.py", "planner/ui/main.py"} <= set(MODULES)


def test_only_the_screen_and_its_server_import_streamlit() -> None:
    everything = PLANNER | modules("scripts", "checklists", "data")
    importers = {
        path for path, tree in everything.items() if "streamlit" in {n.split(".")[0] for n in imported(tree)}
    }
    assert "planner/ui/main.py" in importers
    assert {path for path in importers if not on_screen(path)} == set()


@pytest.mark.parametrize("path", MODULES)
def test_a_module_is_short_enough_to_be_read_at_once(path: str) -> None:
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", MODULES)
def test_a_module_says_what_it_is_for(path: str) -> None:
    first = MODULES[path].body[0]
    assert isinstance(getattr(getattr(first, "value", None), "value", None), str)


def test_everything_the_installed_package_needs_is_there() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shipped = declared["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert {"app.py", "checklists", "static", ".streamlit"} <= set(shipped)
    assert {source for source in shipped if not (ROOT / source).exists()} == set()
