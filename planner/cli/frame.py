"""The frame around all commands, in Indonesian: the headings of the help, and what is wrong with a call."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from typer._click.formatting import HelpFormatter
else:
    HelpFormatter = typer.Context.formatter_class

Function = TypeVar("Function", bound=Callable[..., Any])
ENDED: Final = 1
HEADINGS: Final = {"Arguments": "Isian", "Options": "Pilihan", "Commands": "Perintah"}
HELP: Final = (
    ("Show this message and exit.", "Tampilkan bantuan ini."),
    ("[default: ", "[bawaan: "),
    ("[required]", "[wajib]"),
)
OF_TYPE: Final = re.compile(r" <(?:str|path)>$")
"""What the help puts behind the name of an argument that is any text."""

CALLS: Final = tuple(
    (re.compile(pattern, re.DOTALL), sentence)
    for pattern, sentence in (
        (r"Missing argument '(.+?)'\..*", "Isian {0} belum diberikan."),
        (r"Missing option '(.+?)'\..*", "Pilihan {0} belum diberikan."),
        (r"Missing command\.", "Perintahnya belum disebut."),
        (r"No such command (.+)\. Did you mean (.+)\?", "Perintah {0} tidak ada; maksudnya {1}?"),
        (r"No such command (.+)\.", "Perintah {0} tidak ada."),
        (r"No such option: (\S+) \(Possible options: (.+)\)", "Pilihan {0} tidak ada; maksudnya {1}?"),
        (r"No such option: (.+)", "Pilihan {0} tidak ada."),
        (r"Got unexpected extra argument\(s\) \((.*)\)", "Isiannya terlalu banyak; yang berlebih: {0}."),
        (r"Option '(.+)' requires an argument\.", "Pilihan {0} memerlukan isi di belakangnya."),
        (r"Option '(.+)' does not take a value\.", "Pilihan {0} ditulis tanpa isi."),
        (r"Invalid value for '(.+?)': Input should be a valid integer.*", "{0} harus bilangan bulat."),
        (
            r"Invalid value for '(.+?)': Value error, (.+) is not one of (.+)\.",
            "{1} tidak dikenal sebagai {0}; pilih salah satu dari {2}.",
        ),
        (r"Invalid value for '(.+?)': .*", "Isi {0} tidak dapat dipakai."),
    )
)
"""What a wrong call is told, by what the package for commands says of it."""

UNREADABLE: Final = "Perintah ini tidak dapat dibaca; periksa penulisannya."


class App(typer.Typer):
    """Commands under one name, whose help and refusals are Indonesian."""

    def __init__(self, told: str, name: str | None = None) -> None:
        super().__init__(
            name=name,
            help=told,
            cls=_Group,
            options_metavar="[PILIHAN]",
            subcommand_metavar="PERINTAH [ISIAN]...",
            no_args_is_help=True,
            add_completion=False,
            pretty_exceptions_enable=False,
            rich_markup_mode=None,
        )

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Function], Function]:
        """A function as a command, as of any app of this kind."""
        return super().command(name, cls=_Command, options_metavar="[PILIHAN]", **settings)


class _Formatter(HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Pemakaian: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(HEADINGS.get(heading, heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        told = [(OF_TYPE.sub("", first), _told(second)) for first, second in rows]
        super().write_dl(told, col_max, col_spacing)


class _Context(typer.Context):
    formatter_class = _Formatter


class _Command(TyperCommand):
    context_class = _Context


class _Group(TyperGroup):
    context_class = _Context

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command that is called; ends the process, with a sentence where the call is wrong."""
        try:
            ended = super().main(*args, **{**extra, "standalone_mode": False})
        except typer.Abort:
            typer.echo("Dibatalkan.", err=True)
            sys.exit(ENDED)
        except typer.TyperException as wrong:
            typer.echo(_refusal(wrong), err=True)
            sys.exit(wrong.exit_code)
        sys.exit(ended if isinstance(ended, int) else 0)


def _told(text: str) -> str:
    for english, indonesian in HELP:
        text = text.replace(english, indonesian)
    return text


def _refusal(wrong: typer.TyperException) -> str:
    """What is wrong with a call, below how it is written; or the help, where nothing was called."""
    said, context = wrong.format_message(), getattr(wrong, "ctx", None)
    if context is not None and said == context.get_help():
        return said
    known = ((sentence, pattern.fullmatch(said)) for pattern, sentence in CALLS)
    told = next((sentence.format(*found.groups()) for sentence, found in known if found), UNREADABLE)
    if context is None:
        return told
    return f"{context.get_usage()}\nBantuan: {context.command_path} --help\n\n{told}"
