"""One visitor's screen without a browser: go to a page, read it, type and press."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

from streamlit.testing.v1 import AppTest

from planner.views import comparison_words

ROOT: Final = Path(__file__).parents[2]
PAGES: Final = (
    "ringkasan",
    "tugas",
    "daftar",
    "jadwal",
    "instansi",
    "verifikasi",
    "prakiraan",
    "andai",
    "jejak",
    "hukum",
    "pengaturan",
)
PATIENCE: Final = 60.0
"""Seconds a page may take: the first of a test session loads pandas and plotly, on a busy machine."""


def as_read(markdown: str) -> str:
    """Text of the page as a person reads it: the escapes of ``plain`` taken off."""
    return re.sub(r"\\([^\w\s])", r"\1", markdown)


class Screen:
    """The app as one visitor sees it; every step runs the page again."""

    def __init__(self) -> None:
        self.app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=PATIENCE)
        self._been = False

    def go(self, page: str, **address: str) -> Screen:
        """Open a page with these values in the address; a first visit passes by the first page."""
        self.app.query_params.update(address)
        if self._been or page != PAGES[0]:
            if not self._been:
                self.app.run()
            self.app.switch_page(f"planner/ui/screens/{page}.py")
            self.app.query_params.update(address)
        self._been = True
        self.app.run()
        return self

    def act_as(self, role: str) -> Screen:
        """Choose who is at work, by the id of the role."""
        self.app.selectbox(key="pelaku").set_value(role).run()
        return self

    def type(self, label: str, value: Any) -> Screen:
        """Fill the one field with this label and leave it."""
        self._field(label).set_value(value).run()
        return self

    def typed(self, label: str) -> Any:
        """What stands in the one field with this label."""
        return self._field(label).value

    def press(self, label: str) -> Screen:
        """Press the one button with this label."""
        self.button(label).click().run()
        return self

    def button(self, label: str) -> Any:
        """The one button with this label."""
        (found,) = (button for button in self.app.button if button.label == label)
        return found

    def buttons(self) -> list[str]:
        """Labels of all buttons."""
        return [button.label for button in self.app.button]

    def labels(self) -> list[str]:
        """Labels of all fields to be filled."""
        return [field.proto.label for field in self._fields()]

    def _field(self, label: str) -> Any:
        (found,) = (field for field in self._fields() if field.proto.label == label)
        return found

    def _fields(self) -> list[Any]:
        app = self.app
        kinds = (app.text_input, app.text_area, app.date_input, app.number_input, app.selectbox, app.radio)
        more = (app.toggle, app.file_uploader, app.button_group)
        return [field for kind in (*kinds, *more) for field in kind]

    @property
    def title(self) -> str:
        (title,) = (heading.value for heading in self.app.title)
        return str(title)

    @property
    def told(self) -> list[str]:
        """What stands in the coloured notices: saved, refused, warned, told."""
        app = self.app
        return [
            as_read(box.value) for kind in (app.success, app.error, app.warning, app.info) for box in kind
        ]

    @property
    def refused(self) -> list[str]:
        return [as_read(box.value) for box in self.app.error]

    @property
    def saved(self) -> list[str]:
        return [as_read(box.value) for box in self.app.success]

    @property
    def texts(self) -> list[str]:
        """Every piece of running text on the page and beside it."""
        app = self.app
        kinds = (app.markdown, app.caption, app.subheader)
        return [as_read(str(text.value)) for kind in kinds for text in kind]

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def links(self) -> list[str]:
        """Labels of the links to other pages."""
        return [str(link.value) for link in self.app.get("page_link")]

    @property
    def compared(self) -> list[list[str]]:
        """Where somebody else wrote first: field, what is stored now and what stands in the form."""
        (table,) = (t.value for t in self.app.table if comparison_words.MINE in t.value.columns)
        return [[as_read(str(cell)) for cell in row] for row in table.to_numpy().tolist()]

    def part(self, key: str) -> dict[str, Any]:
        """The data that one of our own components was given."""
        (found,) = (c for c in self.app.get("bidi_component") if c.key == key)
        (given,) = json.loads(found.proto.json)
        return dict(given)

    @property
    def rows(self) -> dict[str, dict[str, Any]]:
        """The rows of the checklist by activity."""
        groups = self.part("daftar-butir")["groups"]
        return {row["id"]: row for g in groups for item in g["items"] for row in item["rows"]}
