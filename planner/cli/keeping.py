"""What looks after what is kept: ``mpp audit``, ``mpp evidence``, ``mpp backup``, ``mpp restore``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.cli.base import PROBLEMS, STORAGE, USAGE, AsJson, PlanId, fail, no_such_plan, print_json
from planner.cli.frame import App

if TYPE_CHECKING:
    from planner.workspace.archive import Archive, Audited, BackedUp, EvidenceChecked, Restored

audit = App("Keutuhan catatan: periksa atau salin ke luar.")
evidence = App("Keutuhan berkas bukti.")

File = Annotated[Path, typer.Argument(metavar="BERKAS", help="Berkas cadangan, misalnya mpp-2027-06-14.zip.")]
SomePlan = Annotated[str | None, typer.Argument(metavar="RENCANA", help="Satu rencana saja.")]
Earlier = Annotated[
    Path | None,
    typer.Option("--saksi", metavar="BERKAS", help="Salinan catatan yang disimpan di tempat lain."),
]
Replace = Annotated[bool, typer.Option("--replace", help="Ganti rencana yang sudah ada dengan isi cadangan.")]


@audit.command("verify")
def verify(plan: SomePlan = None, witness: Earlier = None, as_json: AsJson = False) -> None:
    """Periksa apakah catatan masih seperti yang ditulis aplikasi; keluar 1 bila ada yang berubah."""
    from planner.workspace.archive import StorageProblem, read_witness

    try:
        seals = None if witness is None else read_witness(witness)
    except (OSError, ValueError):
        fail(f"Salinan catatan '{witness}' tidak dapat dibaca; buat dengan 'mpp audit export'.", USAGE)
    archive = _archive()
    try:
        audited = archive.audit(plan, seals)
        known = ", ".join(archive.plans())
    except StorageProblem as problem:
        fail(problem.message, STORAGE)
    if plan is not None and not audited:
        no_such_plan(plan, known)
    if as_json:
        print_json([asdict(one) for one in audited])
    else:
        typer.echo("\n".join(map(_verdict, audited)) or "Belum ada rencana, jadi belum ada catatan.")
    raise typer.Exit(PROBLEMS if any(one.findings for one in audited) else 0)


@audit.command("export")
def export(plan: PlanId) -> None:
    """Cetak catatan sebuah rencana beserta segelnya: satu baris JSON untuk tiap catatan."""
    from planner.workspace.archive import StorageProblem

    archive = _archive()
    try:
        lines = archive.export(plan)
        known = ", ".join(archive.plans())
    except StorageProblem as problem:
        fail(problem.message, STORAGE)
    if lines is None:
        no_such_plan(plan, known)
    sys.stdout.writelines(f"{line}\n" for line in lines)


@evidence.command("verify")
def verify_evidence(plan: SomePlan = None, as_json: AsJson = False) -> None:
    """Periksa apakah setiap berkas bukti ada dan belum berubah; keluar 1 bila ada yang tidak utuh."""
    from planner.workspace.archive import StorageProblem

    archive = _archive()
    try:
        plans = archive.plans()
        if plan is not None and plan not in plans:
            no_such_plan(plan, ", ".join(plans))
        checked = archive.check_evidence(plan)
    except StorageProblem as problem:
        fail(problem.message, STORAGE)
    if as_json:
        print_json(asdict(checked))
    else:
        typer.echo("\n".join(_of_evidence(checked)))
    raise typer.Exit(PROBLEMS if checked.faults else 0)


def backup(file: File, as_json: AsJson = False) -> None:
    """Simpan semua rencana dan buktinya ke satu berkas baru; aplikasi boleh tetap dipakai."""
    from planner.workspace.archive import BadTarget, StorageProblem

    archive = _archive()
    try:
        made = archive.back_up(file)
    except BadTarget as problem:
        fail(problem.message, USAGE)
    except StorageProblem as problem:
        fail(problem.message, STORAGE)
    if as_json:
        print_json({**asdict(made), "file": str(made.file)})
    else:
        typer.echo(f"Cadangan '{made.file}' berisi {_told(made)}.")
    _tell_of_faults(made)


def restore(file: File, replace: Replace = False, as_json: AsJson = False) -> None:
    """Pulihkan cadangan ke tempat kerja yang kosong, atau ganti isinya dengan --replace."""
    from planner.workspace.archive import BadBackup, BadTarget, NotEmpty, StorageProblem

    archive = _archive()
    try:
        restored = archive.restore(file, replace=replace)
    except BadBackup as problem:
        fail(problem.message, PROBLEMS)
    except (BadTarget, NotEmpty) as problem:
        fail(problem.message, USAGE)
    except StorageProblem as problem:
        fail(problem.message, STORAGE)
    if as_json:
        print_json(asdict(restored))
    else:
        typer.echo(
            f"Dipulihkan dari '{file}': {_told(restored)}. Jalankan ulang aplikasi bila sedang terbuka."
        )
    _tell_of_faults(restored)


def _archive() -> Archive:
    from planner.workspace.archive import StorageProblem, open_archive

    try:
        return open_archive(os.environ)
    except StorageProblem as problem:
        fail(problem.message, STORAGE)


def _verdict(audited: Audited) -> str:
    if not audited.findings:
        return f"{audited.plan}: utuh, {audited.entries} catatan, segel terakhir {audited.seal}"
    wrong = "\n".join(f"  {finding.message}" for finding in audited.findings)
    return f"{audited.plan}: TIDAK utuh\n{wrong}"


def _of_evidence(checked: EvidenceChecked) -> Iterator[str]:
    wrong = len(checked.faults)
    yield f"{checked.files} berkas bukti diperiksa: {f'{wrong} TIDAK utuh' if wrong else 'semua utuh'}"
    for fault in checked.faults:
        yield f"  {fault.plan} {fault.activity} '{fault.file_name}': {_FAULT[fault.fault]} ({fault.sha256})"
    if checked.orphans:
        count = len(checked.orphans)
        yield f"Catatan: {count} berkas di tempat bukti tidak disebut rencana mana pun; tidak mengganggu."


_FAULT = {"missing": "hilang", "altered": "berubah isinya"}


def _told(kept: BackedUp | Restored) -> str:
    accounts = f", {kept.accounts} akun" if kept.accounts else ""
    return f"{kept.plans} rencana, {kept.entries} catatan, {kept.evidence} berkas bukti{accounts}"


def _tell_of_faults(kept: BackedUp | Restored) -> None:
    """Say what is missing or wrong in what was copied nevertheless, and end with exit code 1."""
    for sha256 in kept.absent:
        typer.echo(f"Berkas bukti {sha256} hilang atau rusak, jadi tidak ikut.", err=True)
    for plan in kept.unsound:
        typer.echo(f"Catatan {plan} tidak utuh; lihat 'mpp audit verify {plan}'.", err=True)
    if kept.absent or kept.unsound:
        raise typer.Exit(PROBLEMS)
