"""What the documents state of the code and the data is so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import pytest
import typer
from pydantic import BaseModel

from planner import cli
from planner.catalog.holidays import DECREED_UNTIL
from planner.catalog.problem import MESSAGES
from planner.domain import checklist as models
from planner.domain.checklist import Checklist, LawBasis
from planner.views import labels, words
from planner.workspace import library
from tests.conformance.test_day_cases import DIFFERENT, IN_HOURS
from tests.health.sources import ROOT

DOCS = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *ROOT.glob("docs/*.md")])
TEXT = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in DOCS}
README = TEXT["README.md"]
FORMAT = TEXT["docs/checklist-format.md"]
VIEWS = ROOT / "planner" / "views"
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
SECTIONS: tuple[tuple[str, int, type[BaseModel]], ...] = (
    ("checklist.yaml", 0, models.ChecklistFile),
    ("roles", 0, models.Role),
    ("gates", 0, models.Gate),
    ("instruments", 0, models.Instrument),
    ("sources", 0, models.Source),
    ("A stage file", 0, models.StageFile),
    ("items", 0, models.Item),
    ("basis", 0, models.LawBasis),
    ("basis", 1, models.PracticeBasis),
    ("evidence", 0, models.EvidenceRequirement),
    ("duration", 0, models.Estimate),
    ("duration", 1, models.DurationBasis),
    ("after", 0, models.Dependency),
)


def section(text: str, title: str) -> str:
    """What stands under a heading, up to the next one."""
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#|\Z)", text, re.DOTALL | re.MULTILINE)
    assert found, title
    return found[1]


def tables(text: str) -> list[list[list[str]]]:
    """The tables of a text: their rows, each as its cells, without the head."""
    blocks = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    rows = [[[c.strip() for c in line.strip("|").split("|")] for line in b.splitlines()] for b in blocks]
    return [table[2:] for table in rows]


def anchors(text: str) -> set[str]:
    """Where links into a document may point: its headings, as they are commonly turned into names."""
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def screen_words() -> set[str]:
    """Everything that buttons, fields and labels of the screen say, in small letters."""
    rooms = [labels, *(import_module(f"planner.views.{p.stem}") for p in VIEWS.glob("*words.py"))]
    assert words in rooms
    return {word.casefold() for room in rooms for word in _strings(vars(room))}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)


def shipped() -> Checklist:
    """The checklist that comes with the planner."""
    found = library().checklist("perpres-89-2021")
    assert isinstance(found, Checklist)
    return found


def commands() -> dict[str, set[str]]:
    """The options of every command of ``mpp``, by its name."""
    group: Any = typer.main.get_command(cli.app)
    return {name: _options(command) for name, command in group.commands.items()}


def _options(command: Any) -> set[str]:
    """The options of a command and of those below it."""
    own = {flag for parameter in command.params for flag in (*parameter.opts, *parameter.secondary_opts)}
    return own.union(*map(_options, getattr(command, "commands", {}).values()))


def test_the_documents_are_found() -> None:
    assert {"README.md", "CONTRIBUTING.md", "docs/panduan.md", "docs/scheduling.md"} <= TEXT.keys()


@pytest.mark.parametrize("name", TEXT)
def test_every_link_to_a_file_or_heading_leads_somewhere(name: str) -> None:
    lost = []
    for address in LINK.findall(TEXT[name]):
        path, _, anchor = address.partition("#")
        target = (ROOT / name).parent / path if path else ROOT / name
        if "://" not in address and not (
            target.exists() and (not anchor or anchor in anchors(target.read_text(encoding="utf-8")))
        ):
            lost.append(address)
    assert lost == []


def test_the_readme_links_and_shows_the_app() -> None:
    pictures = [ROOT / path for path in LINK.findall(README) if path.endswith(".png")]
    assert len(pictures) == 1
    assert pictures[0].read_bytes().startswith(b"\x89PNG")
    assert pictures[0].stat().st_size < 300_000


def test_every_error_code_is_documented_and_no_other() -> None:
    rows = [row[0].strip("`") for table in tables(section(FORMAT, "Error codes")) for row in table]
    assert rows == list(MESSAGES)


@pytest.mark.parametrize(("title", "position", "model"), SECTIONS)
def test_every_key_of_a_checklist_file_is_documented(
    title: str, position: int, model: type[BaseModel]
) -> None:
    rows = tables(section(FORMAT, title))[position]
    told = {key.strip("`"): need for key, need, _ in rows}
    assert told == {
        name: "required" if field.is_required() else "optional" for name, field in model.model_fields.items()
    }


@pytest.mark.parametrize(
    "choices",
    [models.Attestation, models.LinkType, models.DayUnit, models.SourceKind, models.InstrumentKind],
)
def test_every_value_a_key_can_have_is_documented(choices: Any) -> None:
    assert {value for value in get_args(choices) if f"`{value}`" not in FORMAT} == set()


def test_attestations_are_explained_with_the_words_of_the_screen() -> None:
    told = {value.strip("`"): word for value, word, _ in tables(section(FORMAT, "attestation"))[0]}
    assert told == dict(labels.ATTESTATION)


def test_every_command_is_in_the_readme_and_every_command_that_is_named_exists() -> None:
    known = commands()
    named = [found for text in TEXT.values() for code in CODE.findall(text) for found in told_commands(code)]
    assert {name for name, _ in named} == known.keys()
    assert [(name, options - known[name]) for name, options in named if options - known[name]] == []
    assert {name for name in known if f"`mpp {name}" not in README} == set()


def told_commands(code: str) -> Iterator[tuple[str, set[str]]]:
    """Each ``mpp`` command in a piece of code, with the options behind it on its line."""
    for line in code.strip("`").splitlines():
        found = re.match(r"mpp ([a-z]+)(.*)", line)
        if found:
            yield found[1], set(re.findall(r"--[a-z]+(?:-[a-z]+)*", found[2]))


def test_options_that_stand_alone_in_the_readme_exist() -> None:
    told = set(re.findall(r"`(--[a-z-]+)", section(README, "Command line")))
    assert {"--json", "--hari", "--no-demo"} <= told
    assert told - set().union(*commands().values()) == set()


def test_the_exit_codes_are_those_of_the_command() -> None:
    told = [int(row[0]) for row in tables(section(README, "Command line"))[1]]
    assert told == [0, cli.PROBLEMS, cli.USAGE, cli.STORAGE]


def test_every_make_target_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[0].split())
    told = {t for text in TEXT.values() for t in re.findall(r"`make ([a-z]+)`", text)}
    assert told == targets


def test_every_script_that_is_named_exists() -> None:
    told = {s for text in TEXT.values() for s in re.findall(r"scripts[\\/](\w+\.py)", text)}
    assert {"run.py", "test.py"} <= told
    assert {name for name in told if not (ROOT / "scripts" / name).is_file()} == set()


def test_every_setting_that_is_named_is_read_somewhere() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "planner").rglob("*.py"))
    told = set(re.findall(r"MPP_[A-Z0-9_]+", "".join(TEXT.values())))
    assert {"MPP_DATABASE_URL", "MPP_EVIDENCE", "MPP_MODE"} <= told
    assert {name for name in told if f'"{name}"' not in code} == set()


def test_every_path_that_is_named_exists() -> None:
    folders = "planner|checklists|tests|scripts|static|docs"
    told = {p for text in TEXT.values() for p in re.findall(rf"`((?:{folders})/[\w./-]*)`", text)}
    assert "planner/domain/network" in told
    assert {path for path in told if not (ROOT / path).exists()} == set()


def test_every_room_is_on_the_map() -> None:
    rooms = [row[0].strip("`") for row in tables(section(TEXT["docs/architecture.md"], "Rooms"))[0]]
    there = {p for p in (ROOT / "planner").iterdir() if p.suffix == ".py" or (p / "__init__.py").is_file()}
    names = {path.relative_to(ROOT).as_posix() for path in there if path.name != "__init__.py"}
    assert {*names, "app.py", "planner/domain/network"} == set(rooms)


def test_every_page_is_introduced_in_the_readme_and_in_the_guide() -> None:
    assert {title for title in words.PAGE.values() if f"*{title}*" not in README} == set()
    assert {title for title in words.PAGE.values() if f"**{title}**" not in TEXT["docs/panduan.md"]} == set()


def test_the_guide_names_what_the_screen_says() -> None:
    bold = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
    named = {" ".join(word.split()) for word in bold.findall(TEXT["docs/panduan.md"])}
    assert len(named) > 30
    assert {word for word in named if word.casefold() not in screen_words()} == set()


def test_the_readme_tells_the_size_of_the_checklist() -> None:
    told = re.search(r"(\d+) items in ten stages, (\d+) of them per\s+agency", README)
    found = shipped()
    items = found.items.values()
    assert told
    assert len(found.stages) == 10
    assert [int(n) for n in told.groups()] == [len(items), sum(item.per == "agency" for item in items)]


def test_the_readme_tells_how_many_durations_are_documented() -> None:
    told = re.search(r"(\d+) of (\d+) are documented by a source, (\d+) are estimates", README)
    kinds = Counter(item.duration.basis.kind for item in shipped().items.values())
    assert told
    assert [int(n) for n in told.groups()] == [kinds["documented"], kinds.total(), kinds["estimated"]]


def test_no_item_claims_the_official_text_as_the_readme_says() -> None:
    bases = [b for item in shipped().items.values() for b in item.basis if isinstance(b, LawBasis)]
    assert len(bases) > 50
    assert "official_text" not in {basis.attestation for basis in bases}


def test_the_documents_tell_how_many_regions_there_are() -> None:
    known = library()
    assert f"the {len(known.regencies)} regencies and cities" in README
    assert f"comparison cases of {len(known.benchmarks)} regencies and cities" in TEXT["CHANGELOG.md"]


def test_the_documents_tell_up_to_when_days_off_are_decreed() -> None:
    assert f"decreed up to {DECREED_UNTIL}" in README
    assert f"up to {DECREED_UNTIL} they are as decreed" in TEXT["docs/scheduling.md"]


def test_every_case_in_which_the_engine_means_something_else_is_documented() -> None:
    rows = tables(section(TEXT["docs/scheduling.md"], "Where this engine means something else"))[0]
    told = [name for row in rows for name in re.findall(r"`([^`]+)`", row[2])]
    assert sorted(told) == sorted({*DIFFERENT, *IN_HOURS})


def test_the_version_is_in_the_changelog() -> None:
    pyproject = Path(ROOT / "pyproject.toml").read_text(encoding="utf-8")
    version = re.search(r'^version = "(.+)"$', pyproject, re.MULTILINE)
    assert version
    assert version[1] in TEXT["CHANGELOG.md"]
