"""Finding the files that ship with the planner, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.catalog.places import display_path, project_root, resource


def test_in_a_checkout_the_root_is_the_folder_above_the_package() -> None:
    assert (project_root() / "planner" / "catalog" / "places.py").is_file()


def test_in_a_wheel_the_bundled_copy_is_the_root(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "planner"
    for name in ("checklists", "data"):
        (package / "_bundled" / name).mkdir(parents=True)
    assert project_root(package) == package / "_bundled"


def test_where_neither_is_there_the_error_says_where_it_looked(tmp_path: Path) -> None:
    package = tmp_path / "planner"
    with pytest.raises(FileNotFoundError, match="pasang ulang"):
        project_root(package)


def test_a_shipped_file_is_found() -> None:
    assert resource("data/regencies.csv").is_file()
    assert resource("checklists").is_dir()


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"data/nothing\.csv"):
        resource("data/nothing.csv")


def test_a_path_in_the_current_folder_is_shown_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert display_path(tmp_path / "mine" / "checklist.yaml") == "mine/checklist.yaml"


def test_a_link_is_shown_by_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "target.yaml")
    assert display_path(link) == "link.yaml"


def test_a_path_in_the_project_is_shown_from_its_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert display_path(project_root() / "data" / "regencies.csv") == "data/regencies.csv"


def test_a_path_elsewhere_is_shown_as_given(tmp_path: Path) -> None:
    assert display_path(tmp_path / "x.yaml") == (tmp_path / "x.yaml").as_posix()
