"""What all commands share: exit codes, their common options, how they print and how they fail."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any, NoReturn

import typer

PROBLEMS, USAGE, STORAGE = 1, 2, 3
AsJson = Annotated[bool, typer.Option("--json", help="Cetak sebagai JSON.")]
PlanId = Annotated[str, typer.Argument(metavar="RENCANA", help="Nama pendek rencana, misalnya siak.")]


def fail(sentence: str, code: int) -> NoReturn:
    """End the command with a sentence for the person."""
    typer.echo(sentence, err=True)
    raise SystemExit(code)


def print_json(value: Any) -> None:
    """Print a value as JSON, for other programs."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def no_such_plan(plan: str, known: str) -> NoReturn:
    """End the command: the plan is not there; ``known`` names those that are."""
    fail(f"Rencana '{plan}' tidak ada. Yang ada: {known or NONE_YET}.", USAGE)


NONE_YET = "belum ada; periksa MPP_DATABASE_URL bila seharusnya ada, atau jalankan 'mpp demo'"
