"""The ``mpp`` command: the same figures as the screen, for a terminal and for other programs.

Exit codes: 0 all is well; 1 something is wrong with a checklist, a network, a record, evidence or a backup;
2 the command was called wrongly, or the plan or account is unknown; 3 the database or the place of the
evidence cannot be used.

Why imports inside the commands: ``mpp run`` starts the server at once and needs none of them itself.
"""

from __future__ import annotations

import os
import signal
import subprocess
import webbrowser
from datetime import date
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Annotated

import typer

from planner import launch
from planner.cli import keeping, people
from planner.cli.base import PROBLEMS, STORAGE, USAGE, AsJson, PlanId, fail, no_such_plan, print_json
from planner.cli.frame import App

if TYPE_CHECKING:
    from planner.workspace import Snapshot, Workspace

__all__ = ["PROBLEMS", "STORAGE", "USAGE", "app", "main"]

app = App("Perencana Mal Pelayanan Publik: daftar periksa, kesiapan, dan jadwal.", "mpp")
network = App("Jadwal sebuah jaringan kegiatan biasa, tanpa MPP.")
app.add_typer(network, name="network")
app.add_typer(keeping.audit, name="audit")
app.add_typer(keeping.evidence, name="evidence")
app.add_typer(people.user, name="user")
app.command()(keeping.backup)
app.command()(keeping.restore)

Day = Annotated[str | None, typer.Option("--hari", metavar="TTTT-BB-HH", help="Keadaan pada tanggal ini.")]
Why = Annotated[
    str | None, typer.Option(metavar="KEGIATAN", help="Mengapa tanggalnya demikian, misalnya PRM-05.")
]


@app.command()
def run(
    port: Annotated[int, typer.Option(metavar="PORT", help="Pintu (port) di komputer ini.")] = launch.PORT,
    address: Annotated[
        str, typer.Option(metavar="ALAMAT", help="Alamat yang dibuka; selain komputer ini perlu --mode.")
    ] = launch.ADDRESS,
    mode: Annotated[
        str | None,
        typer.Option(
            metavar="MODE",
            help="local (satu orang), office (akun kantor), atau organisation (OpenID Connect).",
        ),
    ] = None,
    demo: Annotated[
        bool | None,
        typer.Option(
            "--demo/--no-demo",
            help="Muat dua rencana contoh bila belum ada; tanpa pilihan ini hanya pada mode lokal.",
        ),
    ] = None,
    browser: Annotated[bool, typer.Option(help="Buka peramban.")] = True,
) -> None:
    """Buka aplikasi di peramban: untuk komputer ini saja, atau untuk orang banyak dengan --mode."""
    try:
        chosen = launch.mode(os.environ if mode is None else {launch.MODE_VARIABLE: mode})
        launch.check_address(chosen, address)
        launch.check_settings(chosen, os.environ)
        launch.check_port(port, address)
    except launch.NotStartedError as problem:
        fail(str(problem), USAGE)
    here = launch.url(port, address)
    typer.echo(f"Perencana MPP (mode {launch.MODE_NAME[chosen]}) terbuka di {here} (hentikan dengan Ctrl+C)")
    if browser:
        opener = Timer(2.0, webbrowser.open, (here,))
        opener.daemon = True
        opener.start()
    with_demo = chosen == "local" if demo is None else demo
    variables = launch.environment(os.environ, with_demo, chosen)
    server = subprocess.Popen(launch.command(port, address), env=variables)
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    try:
        raise typer.Exit(server.wait())
    except KeyboardInterrupt:
        server.wait()


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(metavar="FOLDER", help="Folder daftar periksa.")] = None,
    as_json: AsJson = False,
) -> None:
    """Periksa daftar periksa: tiap masalah dengan berkas dan barisnya; keluar 1 bila ada."""
    from planner import reports
    from planner.workspace import library

    found = reports.check(library(), folder)
    if as_json:
        print_json([reports.problem(p) for p in found])
    else:
        typer.echo("\n".join(map(str, found)) or reports.CLEAN)
    raise typer.Exit(PROBLEMS if found else 0)


@app.command()
def score(plan: PlanId, day: Day = None, as_json: AsJson = False) -> None:
    """Nilai kesiapan, kemajuan kerja, dan gerbang sebuah rencana."""
    from planner import reports

    seen = _seen(plan, day)
    if as_json:
        print_json(reports.score(seen))
    else:
        typer.echo(reports.score_text(seen))


@app.command()
def schedule(plan: PlanId, day: Day = None, why: Why = None, as_json: AsJson = False) -> None:
    """Tanggal tiap kegiatan, kelonggarannya, dan tanggal peluncuran pada laju sekarang."""
    from planner import reports

    seen = _seen(plan, day)
    if why is not None:
        unknown = reports.unknown_activity(seen, why)
        if unknown is not None:
            fail(unknown, USAGE)
        if as_json:
            print_json(reports.why(seen, why))
        else:
            typer.echo(reports.why_text(seen, why))
    elif as_json:
        print_json(reports.schedule(seen))
    else:
        typer.echo(reports.schedule_text(seen))


@app.command()
def demo(as_json: AsJson = False) -> None:
    """Muat dua rencana contoh ke basis data; yang sudah ada dibiarkan."""
    from planner.workspace import StorageProblem

    try:
        loaded = _workspace().load_demos()
    except StorageProblem as problem:
        fail(str(problem), STORAGE)
    if as_json:
        print_json(loaded)
    else:
        for plan, entries in loaded.items():
            typer.echo(f"{plan}: {entries} catatan ditulis" if entries else f"{plan}: sudah ada, dibiarkan")


@network.command("solve")
def network_solve(
    file: Annotated[Path, typer.Argument(metavar="BERKAS", help="Jaringan sebagai berkas JSON.")],
) -> None:
    """Tanggal, kelonggaran, dan kaitan penentu sebagai JSON; keluar 1 bila jaringannya bermasalah."""
    from planner.network_file import answer

    try:
        content = file.read_bytes()
    except OSError:
        fail(f"Berkas '{file}' tidak dapat dibaca; periksa nama dan letaknya.", USAGE)
    found = answer(content)
    print_json(found.printed)
    raise typer.Exit(0 if found.solved else PROBLEMS)


def main() -> None:
    """Entry point of the ``mpp`` command."""
    app()


def _workspace() -> Workspace:
    from planner.workspace import StorageProblem, open_workspace

    try:
        return open_workspace(os.environ)
    except StorageProblem as problem:
        fail(str(problem), STORAGE)


def _seen(plan: str, day: str | None) -> Snapshot:
    from planner.workspace import Broken, Missing, StorageProblem

    try:
        asked = None if day is None else date.fromisoformat(day)
    except ValueError:
        fail(f"Tanggal '{day}' tidak dapat dibaca; tulis seperti 2027-06-14.", USAGE)
    workspace = _workspace()
    try:
        seen = workspace.snapshot(plan, asked)
        plans = ", ".join(workspace.plans())
    except StorageProblem as problem:
        fail(str(problem), STORAGE)
    match seen:
        case Missing(_, None):
            no_such_plan(plan, plans)
        case Missing():
            fail(f"Pada {day} rencana '{plan}' belum dimulai.", USAGE)
        case Broken():
            fail("\n".join(map(str, seen.problems)), PROBLEMS)
    return seen


if __name__ == "__main__":
    main()
