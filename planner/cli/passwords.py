"""Where a command gets a new password from, and how it tells one that it made."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from planner.cli.base import USAGE, fail

FromStdin = Annotated[
    bool, typer.Option("--sandi-dari-stdin", help="Baca kata sandi dari satu baris masukan standar.")
]
Made = Annotated[
    bool, typer.Option("--buat-sandi", help="Buat kata sandi sekali pakai dan cetak satu kali di sini.")
]


def asked(from_stdin: bool, made: bool) -> str:
    """A password by chance, from a pipe, or typed twice by the person at the terminal."""
    from planner.workspace.accounts import new_password

    if made:
        return new_password()
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not at_a_terminal():
        fail("Tidak ada terminal; pakai --sandi-dari-stdin atau --buat-sandi.", USAGE)
    typed: str = typer.prompt("Kata sandi", hide_input=True)
    if typer.prompt("Sekali lagi", hide_input=True) != typed:
        fail("Kedua kata sandi tidak sama; tidak ada yang diubah.", USAGE)
    return typed


def at_a_terminal() -> bool:
    """Whether there is somebody who could type."""
    return sys.stdin.isatty()


def tell(made: bool, password: str | None) -> None:
    """Print a password that was made, the only time it can be read."""
    if made:
        typer.echo(f"Kata sandi sekali pakai (tidak dapat ditampilkan lagi): {password}")
