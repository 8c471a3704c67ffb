"""What stands around every command: its help, and what is said of a wrong call, are Indonesian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner, Result

from planner import cli
from planner.cli import frame, passwords

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|args|show|this|message|exit|default|required|error|missing|no|"
    r"such|try|for|help|invalid|value|input|should|be|unable|parse|got|unexpected|extra|did|you|mean|does|"
    r"not|take|requires|an|is|one|of|possible|choose|from|int|str|path|text|integer|aborted|deprecated)\b",
    re.IGNORECASE,
)
NAMES = re.compile(r"--[a-z-]+|\bmpp( [a-z]+)*\b")
"""Names of options and commands, which stay as they are typed."""


def paths(group: TyperGroup, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """How each command and group of commands is called."""
    yield above
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from paths(command, (*above, name))
        else:
            yield (*above, name)


def root() -> TyperGroup:
    found = get_command(cli.app)
    assert isinstance(found, TyperGroup)
    return found


def mpp(*arguments: str, **said: Any) -> Result:
    return CliRunner().invoke(cli.app, list(arguments), prog_name="mpp", **said)


def english(text: str) -> list[str]:
    return ENGLISH.findall(NAMES.sub("", text))


def test_the_words_looked_for_are_those_of_the_package() -> None:
    bare = typer.Typer(rich_markup_mode=None, add_completion=False)
    bare.command()(lambda port=8501: None)
    assert len(english(CliRunner().invoke(bare, ["--help"]).output)) >= 8
    assert len(english(CliRunner().invoke(bare, ["--port", "x"]).output)) >= 8


@pytest.mark.parametrize("path", list(paths(root())), ids=" ".join)
def test_the_help_of_every_command_is_indonesian(path: tuple[str, ...]) -> None:
    result = mpp(*path, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Pemakaian: {' '.join(('mpp', *path))} [PILIHAN]")
    assert "\nPilihan:\n" in result.stdout
    assert "Tampilkan bantuan ini." in result.stdout
    assert english(result.stdout) == []


@pytest.mark.parametrize("path", [(), ("user",), ("audit",), ("evidence",), ("network",)], ids=" ".join)
def test_a_group_called_by_itself_tells_its_help_and_exits_2(path: tuple[str, ...]) -> None:
    result = mpp(*path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == mpp(*path, "--help").stdout


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("frob", "Perintah 'frob' tidak ada."),
        ("scor", "Perintah 'scor' tidak ada; maksudnya 'score'?"),
        ("user --json", "Pilihan --json tidak ada."),
        ("score", "Isian RENCANA belum diberikan."),
        ("score siak dua tiga", "Isiannya terlalu banyak; yang berlebih: dua tiga."),
        ("run --frob", "Pilihan --frob tidak ada."),
        ("run --por 1", "Pilihan --por tidak ada; maksudnya --port?"),
        ("run -x", "Pilihan -x tidak ada."),
        ("run --port", "Pilihan --port memerlukan isi di belakangnya."),
        ("run --port satu", "--port harus bilangan bulat."),
        ("run --demo=ya", "Pilihan --demo ditulis tanpa isi."),
        ("user add loket", "Pilihan --nama belum diberikan."),
        ("user grant loket siak", "Isian PERAN belum diberikan."),
        (
            "user grant loket siak kepala",
            "'kepala' tidak dikenal sebagai PERAN; pilih salah satu dari 'staf', 'instansi', 'verifikator', "
            "'pimpinan', 'pengelola'.",
        ),
        (
            "user add loket --nama Loket --peran-luas camat",
            "'camat' tidak dikenal sebagai --peran-luas; pilih salah satu dari 'administrator', "
            "'kementerian', 'provinsi'.",
        ),
    ],
)
def test_a_wrong_call_is_told_in_indonesian_and_exits_2(call: str, told: str) -> None:
    result = mpp(*call.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == told
    assert english(result.stderr) == []


def test_a_wrong_call_is_told_below_how_the_command_is_written() -> None:
    assert mpp("score").stderr == (
        "Pemakaian: mpp score [PILIHAN] {RENCANA}\n"
        "Bantuan: mpp score --help\n\n"
        "Isian RENCANA belum diberikan.\n"
    )


def test_a_refusal_that_nobody_knows_is_told_without_english() -> None:
    app = frame.App("Contoh.")

    @app.command()
    def count(many: float) -> None:
        raise typer.TyperException("Could not open file")

    @app.command()
    def other() -> None: ...

    wrong = CliRunner().invoke(app, ["count", "x"])
    assert wrong.stderr.splitlines()[-1] == "Isi many tidak dapat dipakai."
    unknown = CliRunner().invoke(app, ["count", "1"])
    assert (unknown.exit_code, unknown.stderr) == (1, f"{frame.UNREADABLE}\n")


def test_what_a_person_breaks_off_is_told_and_exits_1(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(passwords, "at_a_terminal", lambda: True)
    place = {"MPP_DATABASE_URL": f"sqlite:///{tmp_path / 'mpp.db'}", "MPP_EVIDENCE": str(tmp_path)}
    result = mpp("user", "add", "loket", "--nama", "Loket", env=place, input="")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "Dibatalkan."
    assert english(result.output) == []
