"""A database that cannot be written is told on the page that was worked on, and nothing typed is lost."""

from __future__ import annotations

from typing import Any, NoReturn

import pytest

from planner.storage import problems
from planner.storage.store import Store
from planner.views import words
from tests.ui.screen import Screen

PLAN = "belitung-timur"
TYPED = "Ditunda setelah rapat koordinasi."
TOLD = words.NOT_SAVED.format(problem=problems.busy("mpp.db").message)


def _refuse(*_asked: Any, **_how: Any) -> NoReturn:
    raise problems.busy("mpp.db")


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes finds the database in use by another process."""
    monkeypatch.setattr(Store, "write", _refuse)


@pytest.mark.usefixtures("busy")
def test_a_form_that_cannot_be_saved_says_so_and_keeps_what_was_typed(screen: Screen) -> None:
    screen.go("pengaturan", rencana=PLAN).act_as("dpmptsp")
    screen.type(words.NOTE, TYPED).press(words.SAVE)
    assert screen.title == words.PAGE["pengaturan"]
    assert screen.refused == [TOLD]
    assert [toast.value for toast in screen.app.toast] == [screen.app.error[0].value]
    assert screen.typed(words.NOTE) == TYPED
    assert screen.saved == []


@pytest.mark.usefixtures("busy")
def test_it_is_said_once(screen: Screen) -> None:
    screen.go("pengaturan", rencana=PLAN).act_as("dpmptsp")
    screen.type(words.NOTE, TYPED).press(words.SAVE)
    screen.app.run()
    assert screen.refused == []
    assert screen.typed(words.NOTE) == TYPED


def test_what_was_typed_is_saved_once_the_database_is_free_again(screen: Screen) -> None:
    screen.go("pengaturan", rencana=PLAN).act_as("dpmptsp")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "write", _refuse)
        screen.type(words.NOTE, TYPED).press(words.SAVE)
    assert screen.refused == [TOLD]
    screen.press(words.SAVE)
    assert (screen.refused, screen.saved) == ([], [words.SAVED])
