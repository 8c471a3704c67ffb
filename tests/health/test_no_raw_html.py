"""Nothing that a person typed is read as markup: the ways around Markdown are closed, the rest is escaped.

What the syntax cannot show, such as a sentence that a view puts together, is listed below as looked at;
tests/ui/test_typed_markup.py types markup into every field and looks at every page.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.health.markup import Module
from tests.health.sources import ROOT, modules

SCREEN = modules("planner/ui", "planner/server")
ASSETS = sorted((ROOT / "planner" / "ui").rglob("*.js"))
RAW = {
    "planner/ui/style.py": {"_STYLES"},
    "planner/ui/doorstep.py": {"WAY_IN"},
    "planner/ui/components/visitor_card.py": {"WAY_OUT"},
}
"""The only HTML that is written: our styles and the ways in and out, which hold words of ours."""

WRITES_HTML = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write|srcdoc|"
    r"\beval\(|new Function"
)
LOOKED_AT = {
    "planner/ui/components/account_change.py": {"label"},
    "planner/ui/components/agency_matrix.py": {"label"},
    "planner/ui/components/agency_panel.py": {"label", "'  \\n'.join(facts)"},
    "planner/ui/components/agency_registry.py": {
        "views.category_title(category)",
        "told.ALL_THERE.format(category=views.category_title(category))",
    },
    "planner/ui/components/agency_waves.py": {"'\\n'.join((f'- {line}' for line in lines))"},
    "planner/ui/components/evidence_files.py": {"f'{plain(evidence.file_name)} · {size} · {day}'"},
    "planner/ui/components/fields.py": {"label", "meaning"},
    "planner/ui/components/item_comments.py": {
        "f\"{head}  \\n{said.text or f'*{comments_words.WITHDRAWN}*'}\""
    },
    "planner/ui/components/item_evidence.py": {"evidence_words.UPLOAD_HELP.format(limit=limit)"},
    "planner/ui/components/item_facts.py": {
        "f'**{word}**\\n' + ''.join((f'\\n- {name}' for name in _shortened(ids, known)))",
        "f'{told} ({labels.DURATION_BASIS[estimate.basis.kind]}: {plain(estimate.basis.note)})'",
        "f'{when} · {plain(who)}  \\n{linked(journal.describe(entry, known))}'",
    },
    "planner/ui/components/item_review.py": {"word"},
    "planner/ui/components/review_list.py": {"_told(seen, row)", "told"},
    "planner/ui/components/schedule_detail.py": {
        "'\\n'.join((f'{number}. {plain(step)}' for number, step in enumerate(steps, 1)))"
    },
    "planner/ui/components/seat_form.py": {"words.COUNTER_HELP.format(count=most)"},
    "planner/ui/components/service_form.py": {"title"},
    "planner/ui/components/services_import.py": {"told.MORE_BAD.format(**counts)"},
    "planner/ui/components/whatif_parts.py": {"word"},
    "planner/ui/doorstep.py": {"lead", "title"},
    "planner/ui/frame.py": {
        "page",
        "group",
        "_without_any()",
        "visitor_words.NOT_YOUR_PAGE if session.chosen_plan() else _without_any()",
    },
    "planner/ui/screens/hukum.py": {
        "f'**{word}**: {labels.ATTESTATION_MEANING[attestation]}.'",
        "'  \\n'.join([head, *quotes, resting_items])",
        "f'**{plain(session.region_name(region))}**  \\n{words.RESTS_ON}: {_named(items)}'",
    },
    "planner/ui/screens/jejak.py": {
        "f'{head}  \\n{actor} · {when} · {effect} · {words.NUMBER} {entry.number}'"
    },
    "planner/ui/screens/ringkasan.py": {
        "words.AFTER_OPENING.format(met=after.met, total=after.applicable)",
        "title",
        "meaning",
        "role",
    },
}
"""What was looked at by a person: figures, our own words by way of a table, and what views have escaped."""


def calls(tree: ast.Module) -> list[ast.Call]:
    """Everything that a file calls."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def doubtful(source: str) -> list[str]:
    """What a piece of code shows unescaped."""
    return [ast.unparse(shown.what) for shown in Module(ast.parse(source)).doubtful()]


@pytest.mark.parametrize("path", SCREEN)
def test_no_page_asks_streamlit_to_let_html_through(path: str) -> None:
    words = {word.arg for call in calls(SCREEN[path]) for word in call.keywords}
    assert "unsafe_allow_html" not in words
    assert "unsafe_allow_javascript" not in words


def test_html_is_written_only_from_constants_of_ours() -> None:
    written: dict[str, set[str]] = {}
    for path, tree in SCREEN.items():
        for call in calls(tree):
            if ast.unparse(call.func) in ("st.html", "st.components.v1.html", "st.iframe", "components.html"):
                written.setdefault(path, set()).add(ast.unparse(call.args[0]))
    assert written == RAW


@pytest.mark.parametrize(("path", "name"), [(path, name) for path, names in RAW.items() for name in names])
def test_the_html_that_is_written_holds_words_and_styles_alone(path: str, name: str) -> None:
    values = [
        node.value
        for node in SCREEN[path].body
        if isinstance(node, ast.Assign | ast.AnnAssign) and name in ast.unparse(node).split(" =")[0]
    ]
    assert len(values) == 1
    filled = [ast.unparse(n.value) for n in ast.walk(values[0]) if isinstance(n, ast.FormattedValue)]
    ours = re.compile(r"\w*words\.[A-Z_]+|_?[A-Z_]+\.read_text\(encoding='utf-8'\)|\(?ASSETS .*read_text.*")
    assert [one for one in filled if not ours.fullmatch(one)] == []


def test_the_parts_with_a_script_of_ours_are_written_out_in_full() -> None:
    made = [call for tree in SCREEN.values() for call in calls(tree) if "components.v2" in ast.unparse(call)]
    parts = [call for call in made if ast.unparse(call.func) == "st.components.v2.component"]
    assert len(parts) >= 4
    given = [value for call in parts for value in (*call.args, *(word.value for word in call.keywords))]
    assert [ast.unparse(value) for value in given if not isinstance(value, ast.Constant)] == []


@pytest.mark.parametrize("path", ASSETS, ids=lambda path: path.name)
def test_our_scripts_put_text_as_text_and_run_none(path: Path) -> None:
    assert WRITES_HTML.findall(path.read_text(encoding="utf-8")) == []


def test_the_scripts_are_found() -> None:
    assert len(ASSETS) >= 5


@pytest.mark.parametrize("path", SCREEN)
def test_what_a_page_shows_is_of_words_or_escaped(path: str) -> None:
    found = {ast.unparse(shown.what): shown.line for shown in Module(SCREEN[path]).doubtful()}
    assert {what: line for what, line in found.items() if what not in LOOKED_AT.get(path, set())} == {}


def test_everything_that_was_looked_at_is_still_there() -> None:
    there = {p: {ast.unparse(s.what) for s in Module(SCREEN[p]).doubtful()} for p in LOOKED_AT}
    assert {path: gone for path, known in LOOKED_AT.items() if (gone := known - there[path])} == {}


@pytest.mark.parametrize(
    "shown",
    [
        "st.markdown(agency.name)",
        "st.caption(f'{words.BY} {agency.name}')",
        "st.error(words.GONE.format(name=agency.name))",
        "st.button(words.DROP, help=agency.name)",
        "st.markdown(' · '.join([plain(one), two.note]))",
        "told = agency.name\nst.markdown(told)",
        "for seat in plan.seats:\n    st.markdown(f'- {seat}')",
        "left, right = st.columns(2)\nleft.markdown(f'**{comment.text}**')",
        "def draw(text):\n    st.markdown(text)",
        "def line(one):\n    return f'{one.name}'\nst.markdown(line(x))",
    ],
)
def test_the_check_itself_sees_typed_text(shown: str) -> None:
    assert len(doubtful(shown)) == 1


@pytest.mark.parametrize(
    "shown",
    [
        "st.markdown(plain(agency.name))",
        "st.caption(f'{words.BY} {plain(agency.name)}')",
        "st.error(plain(words.GONE.format(name=agency.name)))",
        "told = plain(agency.name)\nst.markdown(f'**{told}**')",
        "lines = (plain(one.name) for one in seats)\nst.markdown('\\n'.join(f'- {line}' for line in lines))",
        "st.caption(words.COUNT.format(count=formats.number(many)))",
        "def line(one):\n    return plain(one.name)\nst.markdown(line(x))",
    ],
)
def test_the_check_itself_lets_escaped_text_pass(shown: str) -> None:
    assert doubtful(shown) == []
