"""Steps of a visitor, named as an office would: open a page, tick a row, save, work as another role."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from planner.views import words
from tests.e2e.seen import FINISHED, wait_until_drawn

PLAN = "belitung-timur"
expect.set_options(timeout=15_000)  # on a machine that does other work beside the tests


def visit(page: Page, url: str, path: str = "", **address: str) -> None:
    """Open a page of the app by its address."""
    query = "&".join(f"{name}={value}" for name, value in address.items())
    page.goto(f"{url}/{path}?{query}")
    wait_until_drawn(page)


def turn_to(page: Page, title: str) -> None:
    """Go to another page by its link on the left."""
    page.get_by_test_id("stSidebar").get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    settled(page)


def settled(page: Page) -> None:
    """Wait until what was done has been answered."""
    page.wait_for_selector(FINISHED, state="attached")


def row(page: Page, activity: str) -> Locator:
    """The row of an activity in the list."""
    return page.locator(f'[data-row="{activity}"]')


def box(page: Page, activity: str) -> Locator:
    """The tick of a row."""
    return page.locator(f'[data-tick="{activity}"]')


def notice(page: Page, activity: str) -> Locator:
    """What the list says beside a row."""
    return row(page, activity).get_by_role("status")


def open_item(page: Page, activity: str) -> None:
    """Open a row of the list and wait for what stands behind it."""
    page.locator(f'[data-open="{activity}"]').click()
    expect(page.get_by_role("button", name=words.BACK_TO_LIST)).to_be_visible()
    expect(page.locator(f'[data-open="{activity}"]')).to_have_attribute("aria-expanded", "true")


def act_as(page: Page, role: str) -> None:
    """Work as a role, by its title, chosen on the left."""
    field = page.get_by_test_id("stSidebar").get_by_role("combobox", name=words.ACTOR)
    field.fill(role)
    page.get_by_role("option", name=role, exact=True).click()
    expect(field).to_have_value(role)
    settled(page)


def set_status(page: Page, word: str) -> None:
    """Choose a status in the form of an item."""
    choice = page.get_by_role("radiogroup", name=words.STATUS).get_by_role("radio", name=word, exact=True)
    choice.click()
    expect(choice).to_be_checked()
    settled(page)


def attach(page: Page, name: str, content: bytes) -> None:
    """Attach a file to the open item and wait until it is listed."""
    file = {"name": name, "mimeType": "application/pdf", "buffer": content}
    page.locator("input[type=file]").set_input_files([file])
    expect(page.get_by_role("button", name=f"Hapus {name}")).to_be_visible()
    press(page, words.ATTACH)
    expect(page.get_by_text(f"{name} ·")).to_be_visible()
    settled(page)


def write_note(page: Page, text: str) -> None:
    """Fill the note of an item and leave the field."""
    page.get_by_label(words.NOTE, exact=True).fill(text)
    page.get_by_label(words.NOTE, exact=True).blur()
    settled(page)


def press(page: Page, word: str) -> None:
    """Press the one button of this name."""
    page.get_by_role("button", name=word, exact=True).click()


def gate(page: Page, title: str) -> Locator:
    """A gate of the strip on the summary."""
    return page.locator("ol.gates li").filter(has_text=title)


def figure(page: Page, title: str) -> Locator:
    """One of the two figures of the summary."""
    return page.get_by_test_id("stMetric").filter(has_text=title).get_by_test_id("stMetricValue")


def stage(page: Page, title: str) -> Locator:
    """The row of a stage in the table of the summary."""
    return page.get_by_role("row").filter(has_text=title)


def bars(page: Page) -> Locator:
    """The bars of the chart."""
    return page.locator(".js-plotly-plot .barlayer .point path")


def bar(page: Page, activity: str) -> Locator:
    """The bar of an activity; every bar is marked with the activity that it carries."""
    expect(bars(page).first).to_be_visible()
    page.locator(".js-plotly-plot .barlayer .point").evaluate_all(
        """points => points.forEach(point => {
             const { customdata } = point.closest(".trace").__data__[0].trace;
             if (customdata) point.setAttribute("data-activity", customdata[point.__data__.i][0]);
           })"""
    )
    return page.locator(f'.barlayer .point[data-activity="{activity}"] path').last


def point_at(page: Page, activity: str) -> tuple[float, float]:
    """Move the mouse to the end of a bar, which is seen even where work began long ago; gives the place."""
    found = bar(page, activity)
    found.scroll_into_view_if_needed()
    place = found.bounding_box()
    assert place is not None
    x, y = place["x"] + place["width"] - 4, place["y"] + place["height"] / 2
    page.mouse.move(x, y)
    return x, y


def chart_texts(page: Page) -> str:
    """Everything written in the chart, line by line."""
    expect(bars(page).first).to_be_visible()
    return "\n".join(page.locator(".js-plotly-plot text").all_text_contents())
