"""The sentence that answers each page's question, and the short phrases rows are told in.

Every function takes results and gives plain text: no markup, first letter as it stands in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from planner.domain.checklist import Checklist, LawBasis
from planner.domain.limits import Limit
from planner.domain.plan import Plan
from planner.domain.readiness import ActivityStanding, GateStanding, Readiness, Tally
from planner.domain.schedule import ActivityDates, Schedule
from planner.domain.state import Entry
from planner.views import formats, journal_values, labels, target


def headline(regency: str, readiness: Readiness, schedule: Schedule, today: date) -> str:
    """Ringkasan: is ``regency`` ready, when does it open on the present course, how far from the target."""
    total = len(readiness.gates)
    shut = sum(not gate.passed for gate in readiness.gates)
    if readiness.opened_on is not None:
        return _opened(regency, readiness.opened_on, shut, total, today)
    verdict = "siap dibuka" if readiness.ready else "belum siap"
    gates = f"{shut} dari {total} gerbang masih terbuka" if shut else f"{_every(total)} gerbang sudah lolos"
    return f"{regency} {verdict}: {gates}; {course(schedule)}."


def _opened(regency: str, opened: date, shut: int, total: int, today: date) -> str:
    when = "dibuka hari ini," if opened == today else "sudah dibuka"
    proof = (
        f"{shut} dari {total} gerbang buktinya belum lengkap"
        if shut
        else f"bukti {_every(total)} gerbang lengkap"
    )
    return f"{regency} {when} {formats.full_day(opened)}; {proof}."


def _every(total: int) -> str:
    """``keempat`` of four; the bare count of any number without a short word of its own."""
    return labels.EVERY.get(total, f"semua {total}")


def course(schedule: Schedule) -> str:
    """``dengan laju sekarang buka 14 Juni 2027, 31 hari kerja setelah target``."""
    opening = f"dengan laju sekarang buka {formats.full_day(schedule.launch)}"
    return f"{opening}, {against_target(schedule.behind_target)}"


def against_target(behind: int | None) -> str:
    """Distance of the launch to the target in words; ``behind`` in working days, positive when late."""
    if behind is None:
        return "target belum ditetapkan"
    if behind == 0:
        return "tepat pada target"
    side = "setelah" if behind > 0 else "sebelum"
    return f"{formats.work_days(abs(behind))} {side} target"


def slack(dates: ActivityDates, limit: Limit | None = None) -> str:
    """Float of unfinished work in words: what holds the launch, what is late, what has room.

    ``limit`` is what the work goes by, the launch on the present course without one.
    """
    return target.room(dates.critical, limit or Limit(dates.late_finish, dates.total_float))


def lacking(standing: ActivityStanding) -> str:
    """What an activity still needs, joined by commas; empty where it is met or does not apply.

    Why a review is not named while the work is not done: nobody can accept what is not finished.
    """
    early = "not_done" in standing.lacks
    named = [lack for lack in standing.lacks if not (early and lack == "not_accepted")]
    return ", ".join(labels.LACK[lack] for lack in named)


def gate_state(gate: GateStanding, behind: str | None = None) -> str:
    """``lolos``, ``menunggu 3 dari 8 kegiatan`` or what holds it; ``behind``: title of an earlier gate."""
    if gate.passed:
        return "lolos"
    if gate.waits_for:
        return f"menunggu {len(gate.waits_for)} dari {gate.total} kegiatan"
    return f"menunggu {behind}" if behind else "menunggu gerbang sebelumnya"


def checklist_sentence(tally: Tally) -> str:
    """Daftar periksa: how much of the list is met and where the rest stands."""
    if not tally.applicable:
        return "Belum ada kegiatan yang berlaku dalam daftar ini."
    rest = [
        f"{formats.number(count)} {words}"
        for count, words in (
            (tally.submitted, "diajukan"),
            (tally.in_progress, "berjalan"),
            (tally.not_started, "belum mulai"),
        )
        if count
    ]
    opening = f"{formats.number(tally.met)} dari {formats.number(tally.applicable)} kegiatan sudah terpenuhi"
    return f"{opening}; {', '.join(rest)}." if rest else f"{opening}."


def schedule_sentence(readiness: Readiness, schedule: Schedule) -> str:
    """Jadwal: how much work remains before the launch and how much of it holds the launch."""
    if readiness.opened_on is not None:
        return (
            f"Sudah dibuka {formats.full_day(readiness.opened_on)}; tidak ada lagi yang menahan peluncuran."
        )
    submitted = readiness.overall.submitted
    left = readiness.overall.in_progress + readiness.overall.not_started + submitted
    if left == submitted:
        waiting = f", {formats.number(submitted)} masih diajukan" if submitted else ""
        return f"Semua kegiatan sebelum peluncuran sudah selesai{waiting}; {course(schedule)}."
    holding = sum(not key.startswith("gate:") for key in schedule.critical_path)
    return (
        f"Tersisa {formats.number(left)} kegiatan sebelum peluncuran, {formats.number(holding)} di antaranya "
        f"menahan tanggalnya; {course(schedule)}."
    )


def legal_sentence(checklist: Checklist) -> str:
    """Dasar hukum: how many provisions carry the list, and how sure they are."""
    laws = [b for item in checklist.items.values() for b in item.basis if isinstance(b, LawBasis)]
    provisions = {(b.instrument, b.provision): b for b in laws}
    unsure = sum(b.attestation == "one_source" for b in provisions.values())
    resting = sum(any(isinstance(b, LawBasis) for b in i.basis) for i in checklist.items.values())
    opening = f"{resting} dari {len(checklist.items)} butir berdasar pada {len(provisions)} ketentuan"
    if not provisions:
        return "Belum ada butir yang berdasar pada peraturan."
    doubt = (
        f"{unsure} ketentuan baru didukung satu sumber"
        if unsure
        else "semuanya didukung lebih dari satu sumber"
    )
    oldest = min(b.verified_on for b in laws)
    return f"{opening}; {doubt}; yang paling lama tidak diperiksa ulang: {formats.full_day(oldest)}."


def journal_sentence(entries: Sequence[Entry], zone: str, known: Mapping[str, str] | None = None) -> str:
    """Jejak: how many changes, and who made the last one and when (on the clocks of ``zone``)."""
    if not entries:
        return "Belum ada perubahan yang tercatat."
    last = max(entries, key=lambda entry: entry.number)
    when, who = formats.moment(last.recorded_at, zone), journal_values.who(last.actor, known or {})
    return f"{formats.number(len(entries))} perubahan tercatat; yang terakhir {when} oleh {who}."


def settings_sentence(plan: Plan) -> str:
    """Pengaturan: when the plan starts, when it should open, and with how many agencies."""
    settings = plan.settings
    count = len(plan.taking_part)
    agencies = f"{count} instansi ikut serta" if count else "belum ada instansi yang ikut serta"
    target = (
        f"target buka {formats.full_day(settings.target)}" if settings.target else "target belum ditetapkan"
    )
    return f"{settings.name} mulai {formats.full_day(settings.start)}, {target}; {agencies}."


def listed(words: Iterable[str]) -> str:
    """``a``, ``a dan b``, ``a, b, dan c``."""
    known = list(words)
    if len(known) <= 2:
        return " dan ".join(known)
    return f"{', '.join(known[:-1])}, dan {known[-1]}"
