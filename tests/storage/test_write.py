from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from pydantic import ValidationError

from planner.domain.plan import Baseline, FundingWindow, Planning
from planner.domain.state import Progress
from planner.storage import Draft, Invalid, Stale, Store, Written
from planner.storage.problems import sentences
from tests.storage.samples import DAY, FIRST_DAY, PLAN, SETTINGS, begin, numbers, tick, write


def test_a_plan_begins_with_its_settings(empty: Store) -> None:
    begin(empty)
    state = empty.state(PLAN)
    assert empty.plans() == (PLAN,)
    assert state is not None
    assert (state.plan.settings.name, state.revisions) == ("Kota Contoh", {("plan", PLAN): 1})


def test_an_entry_says_who_when_what_before_after_and_why(store: Store) -> None:
    write(store, tick(status="in_progress", note="mulai"))
    written = store.write(PLAN, [tick(status="done")], actor="Sekretaris", effective_on=DAY, why="rapat")
    assert isinstance(written, Written)
    (entry,) = written.entries
    assert (entry.actor, entry.why, entry.effective_on) == ("Sekretaris", "rapat", DAY)
    assert (entry.kind, entry.subject) == ("activity", "KOM-01")
    assert (entry.number, entry.revision) == (3, 2)
    assert (entry.before, entry.after) == ({"status": "in_progress"}, {"status": "done"})
    assert entry.recorded_at == datetime(2024, 1, 1, 9, 3, tzinfo=UTC)


def test_a_first_entry_has_nothing_before_it(store: Store) -> None:
    assert write(store, tick()).entries[0].before == {}


def test_the_moment_of_writing_is_kept_in_utc_whatever_the_zone_of_the_clock(
    url: str,
) -> None:
    eastern = datetime(2024, 5, 6, 7, 30, tzinfo=timezone(timedelta(hours=9)))
    store = Store(url, lambda: eastern)
    begin(store)
    moment = store.entries(PLAN)[0].recorded_at
    store.close()
    assert (moment, moment.utcoffset()) == (datetime(2024, 5, 5, 22, 30, tzinfo=UTC), timedelta(0))


def test_the_record_reads_back_as_it_was_written(store: Store) -> None:
    written = write(store, tick(note="é “kutip” 🏛"), Draft("agency", "bpjs", {"name": "BPJS Kesehatan"}, 0))
    assert store.entries(PLAN, since_number=1) == written.entries


def test_values_are_recorded_in_one_form(store: Store) -> None:
    written = write(store, tick(finished_on="2024-05-06T00:00:00", remaining="3", note="  rapi  "))
    assert written.entries[0].after == {"finished_on": "2024-05-06", "remaining": 3, "note": "rapi"}


def test_several_drafts_of_one_write_get_consecutive_numbers(store: Store) -> None:
    written = write(store, tick("KOM-01"), tick("KOM-02"), Draft("agency", "bpjs", {"name": "BPJS"}, 0))
    assert numbers(written) == [2, 3, 4]
    assert store.last_number(PLAN) == 4


def test_drafts_of_one_subject_build_on_each_other(store: Store) -> None:
    written = write(store, tick(seen=0, status="in_progress"), tick(seen=0, status="done"))
    assert [entry.revision for entry in written.entries] == [1, 2]
    assert written.entries[1].before == {"status": "in_progress"}


def test_a_draft_that_changes_nothing_leaves_no_entry(store: Store) -> None:
    write(store, tick(status="done", note="lengkap"))
    again = write(store, tick(status="done"), tick(note="lengkap"), tick("KOM-02"), tick(), on=DAY)
    assert [entry.subject for entry in again.entries] == ["KOM-02"]
    assert write(store, tick()) == Written(())
    assert store.last_number(PLAN) == 3


def test_an_entry_holds_only_the_fields_that_changed(store: Store) -> None:
    write(store, tick(status="done", note="lama"))
    assert write(store, tick(status="done", note="baru")).entries[0].after == {"note": "baru"}


def test_the_same_value_on_an_earlier_day_is_a_change_of_that_day(store: Store) -> None:
    write(store, tick(status="done"), on=date(2024, 5, 6))
    assert numbers(write(store, tick(status="done"), on=date(2024, 3, 1))) == [3]
    past = store.state(PLAN, date(2024, 3, 1))
    assert past is not None
    assert past.progress["KOM-01"].status == "done"


def test_an_entry_entered_late_does_not_override_a_later_one(store: Store) -> None:
    write(store, tick(status="done"), on=date(2024, 5, 6))
    write(store, tick(status="in_progress", note="baru mulai"), on=date(2024, 3, 1))
    now, past = store.state(PLAN), store.state(PLAN, date(2024, 4, 1))
    assert now is not None
    assert past is not None
    assert now.progress["KOM-01"] == Progress(status="done", note="baru mulai")
    assert past.progress["KOM-01"] == Progress(status="in_progress", note="baru mulai")


def test_of_two_entries_of_one_day_the_later_written_stands(store: Store) -> None:
    write(store, tick(status="done"))
    write(store, tick(status="in_progress"))
    state = store.state(PLAN, DAY)
    assert state is not None
    assert state.progress["KOM-01"].status == "in_progress"


def test_several_hundred_drafts_are_one_write(store: Store) -> None:
    written = write(store, *[tick(f"KOM-{n:03d}", 0, note=f"catatan {n}") for n in range(1200)])
    state = store.state(PLAN)
    assert state is not None
    assert numbers(written) == list(range(2, 1202))
    assert len(state.progress) == 1200
    assert len(write(store, *[tick(f"KOM-{n:03d}", 1) for n in range(1200)]).entries) == 1200


def test_a_stale_write_is_told_who_wrote_meanwhile_and_when(store: Store) -> None:
    write(store, tick(seen=0, status="done", note="oleh Rina"), actor="Staf Dukcapil")
    stale = store.write(PLAN, [tick(seen=0, note="saya")], actor="Staf DPMPTSP", effective_on=DAY)
    assert stale == Stale(
        kind="activity",
        subject="KOM-01",
        seen=0,
        revision=1,
        actor="Staf Dukcapil",
        recorded_at=datetime(2024, 1, 1, 9, 2, tzinfo=UTC),
        current={"status": "done", "note": "oleh Rina"},
    )


def test_a_stale_draft_among_others_writes_none_of_them(store: Store) -> None:
    write(store, tick("KOM-01", 0))
    before = (store.state(PLAN), store.entries(PLAN))
    drafts = [tick("KOM-02", 0), tick("KOM-01", 0, note="x"), tick("KOM-03", 0)]
    assert isinstance(store.write(PLAN, drafts, actor="a", effective_on=DAY), Stale)
    assert (store.state(PLAN), store.entries(PLAN)) == before
    assert numbers(write(store, tick("KOM-02", 0))) == [3]


def test_a_writer_who_makes_no_claim_is_never_stale(store: Store) -> None:
    write(store, tick(status="in_progress"))
    assert numbers(write(store, tick(seen=None, status="done"))) == [3]


def test_a_claim_to_have_seen_what_never_was_is_refused(store: Store) -> None:
    refused = store.write(PLAN, [tick(seen=2)], actor="a", effective_on=DAY)
    assert refused == Invalid("activity", "KOM-01", ("data ini sudah tidak ada; muat ulang halaman",))


def test_a_plan_cannot_begin_twice(store: Store) -> None:
    again = store.write(PLAN, [Draft("plan", PLAN, SETTINGS, 0)], actor="a", effective_on=DAY)
    assert isinstance(again, Stale)
    assert store.last_number(PLAN) == 1


@pytest.mark.parametrize("seen", [None, 1])
def test_only_a_claim_that_there_is_none_begins_a_plan(empty: Store, seen: int | None) -> None:
    refused = empty.write(PLAN, [Draft("plan", PLAN, SETTINGS, seen)], actor="a", effective_on=DAY)
    assert refused == Invalid("plan", PLAN, ("rencana ini belum ada",))
    assert empty.plans() == ()


def test_work_on_an_unknown_plan_is_refused(empty: Store) -> None:
    refused = empty.write("lain", [tick()], actor="a", effective_on=DAY)
    assert refused == Invalid("plan", "lain", ("rencana ini belum ada",))


@pytest.mark.parametrize("plan", ["Kota Contoh", "", "a/b", "x" * 61])
def test_a_plan_needs_a_plain_id(empty: Store, plan: str) -> None:
    refused = empty.write(plan, [Draft("plan", plan, SETTINGS, 0)], actor="a", effective_on=DAY)
    assert isinstance(refused, Invalid)
    assert refused.errors[0].startswith("kode rencana hanya boleh berisi huruf kecil")


def test_a_plan_with_bad_settings_does_not_begin(empty: Store) -> None:
    refused = empty.write(PLAN, [Draft("plan", PLAN, {"name": "K"}, 0)], actor="a", effective_on=DAY)
    assert isinstance(refused, Invalid)
    assert refused.errors == (
        "name: paling sedikit 3 karakter",
        "regency: wajib diisi",
        "checklist: wajib diisi",
        "start: wajib diisi",
    )
    assert empty.plans() == ()


def test_settings_are_kept_under_the_id_of_their_plan(store: Store) -> None:
    with pytest.raises(ValueError, match="own id"):
        store.write(PLAN, [Draft("plan", "lain", SETTINGS, 0)], actor="a", effective_on=DAY)


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        ({"status": "selesai"}, "status: harus salah satu dari"),
        ({"remaining": 2001}, "remaining: paling besar 2000"),
        ({"remaining": -1}, "remaining: paling kecil 0"),
        ({"remaining": "tiga"}, "remaining: harus berupa bilangan bulat"),
        ({"finished_on": "2024-02-30"}, "finished_on: harus berupa tanggal yang ada di kalender"),
        ({"note": "x" * 4001}, "note: paling banyak 4000 karakter"),
        ({"note": 3}, "note: harus berupa teks"),
        ({"selesai": True}, "selesai: tidak dikenal"),
        ({"review": {"decision": "accepted"}}, "review.by: wajib diisi"),
        ({"review": "ya"}, "review: tidak sah"),
        ({"note": "a\x00b"}, "teks mengandung karakter yang tidak dapat disimpan"),
        ({"note": "a\ud800b"}, "teks mengandung karakter yang tidak dapat disimpan"),
    ],
)
def test_bad_fields_are_refused_with_a_sentence(store: Store, after: dict[str, Any], sentence: str) -> None:
    refused = store.write(PLAN, [tick(**after)], actor="a", effective_on=DAY)
    assert isinstance(refused, Invalid)
    assert refused.errors[0].startswith(sentence)
    assert store.last_number(PLAN) == 1


WINDOW = {
    "year": 2027,
    "budget": "original",
    "available_from": "2027-02-01",
    "spend_by": "2027-12-15",
}
ORDER_OF_DAYS = "hari terakhir anggaran mendahului hari pertamanya; periksa kedua tanggal anggaran itu"
ORDER_OF_DURATIONS = (
    "lama kerja tidak berurutan; isi dari yang paling cepat, yang paling mungkin, sampai yang paling lama"
)
DAY_OR_NONE = "batas tanggal memerlukan tanggal, kecuali batas “selambat mungkin”, yang tidak memakai tanggal"


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (
            Draft("plan", PLAN, {"windows": [WINDOW, WINDOW | {"spend_by": "2027-01-31"}]}, None),
            f"windows.1: {ORDER_OF_DAYS}",
        ),
        (
            Draft("plan", PLAN, {"windows": [WINDOW | {"spend_by": "2027-14-01"}]}, None),
            "windows.0.spend_by: harus berupa tanggal yang ada di kalender",
        ),
        (
            Draft("plan", PLAN, {"windows": [WINDOW | {"year": 27}]}, None),
            "windows.0.year: paling kecil 1900",
        ),
        (
            Draft("planning", "KOM-01", {"duration": {"optimistic": 5, "likely": 3, "pessimistic": 9}}, None),
            f"duration: {ORDER_OF_DURATIONS}",
        ),
        (Draft("planning", "KOM-01", {"constraint": {"type": "SNET"}}, None), f"constraint: {DAY_OR_NONE}"),
        (
            Draft("planning", "KOM-01", {"constraint": {"type": "ALAP", "day": "2027-01-04"}}, None),
            f"constraint: {DAY_OR_NONE}",
        ),
        (Draft("planning", "KOM-01", {"week": 4}, None), "week: harus salah satu dari 5, 6 atau 7"),
        (Draft("baseline", "awal", {"name": "Awal"}, 0), "frozen_on: wajib diisi"),
    ],
)
def test_windows_planning_and_baselines_that_cannot_be_are_refused_with_a_sentence(
    store: Store, draft: Draft, sentence: str
) -> None:
    refused = store.write(PLAN, [draft], actor="a", effective_on=DAY)
    assert isinstance(refused, Invalid)
    assert (refused.kind, refused.subject, refused.errors[0]) == (draft.kind, draft.subject, sentence)
    assert store.last_number(PLAN) == 1


def test_a_rule_broken_by_a_whole_window_is_told_without_a_field() -> None:
    with pytest.raises(ValidationError) as raised:
        FundingWindow.model_validate(WINDOW | {"available_from": "2027-12-16"})
    assert list(sentences(raised.value)) == [ORDER_OF_DAYS]


def test_windows_planning_and_baselines_read_back_as_they_were_written(store: Store) -> None:
    planning = {
        "duration": {"optimistic": 1, "likely": 2, "pessimistic": 3},
        "constraint": {"type": "FNLT", "day": "2027-01-04"},
    }
    dates = {"KOM-01": {"start": "2024-05-06", "finish": "2024-05-10"}}
    baseline = {"name": "Awal", "frozen_on": "2024-05-06", "launch": "2024-05-10", "activities": dates}
    write(
        store,
        Draft("plan", PLAN, {"windows": [WINDOW], "baseline": "awal"}, 1),
        Draft("planning", "KOM-01", planning, 0),
        Draft("baseline", "awal", baseline, 0),
    )
    state = store.state(PLAN)
    assert state is not None
    assert state.plan.settings.windows == (FundingWindow.model_validate({**WINDOW, "granted": True}),)
    assert state.plan.settings.baseline == "awal"
    assert state.plan.planning == {"KOM-01": Planning.model_validate(planning)}
    assert state.plan.baselines == {"awal": Baseline.model_validate(baseline)}
    assert store.state(PLAN, DAY) == state


def test_a_backslash_before_digits_is_ordinary_text(store: Store) -> None:
    assert write(store, tick(note="C:\\u0000")).entries[0].after == {"note": "C:\\u0000"}


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_json_cannot_hold_is_a_mistake_of_the_program(store: Store, value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        store.write(PLAN, [tick(remaining=value)], actor="a", effective_on=DAY)
    with pytest.raises(TypeError, match="JSON"):
        store.write(PLAN, [tick(finished_on=DAY)], actor="a", effective_on=DAY)


def test_a_check_sees_the_fields_as_they_would_stand_and_can_refuse(store: Store) -> None:
    write(store, tick(note="alasan ada"))
    seen: list[tuple[str, str, dict[str, Any]]] = []

    def check(kind: str, subject: str, fields: Mapping[str, Any]) -> list[str]:
        seen.append((kind, subject, dict(fields)))
        return ["butir gerbang tidak boleh tidak berlaku"]

    refused = store.write(PLAN, [tick(status="not_applicable")], actor="a", effective_on=DAY, check=check)
    assert refused == Invalid("activity", "KOM-01", ("butir gerbang tidak boleh tidak berlaku",))
    assert seen == [("activity", "KOM-01", {"note": "alasan ada", "status": "not_applicable"})]
    assert store.last_number(PLAN) == 2


def test_a_check_that_finds_nothing_lets_the_write_through(store: Store) -> None:
    assert numbers(write(store, tick(), check=lambda *_: ())) == [2]


def test_a_late_entry_is_checked_on_every_later_day_it_bears_on(store: Store) -> None:
    write(store, tick(status="not_applicable"), on=date(2024, 5, 6))

    def check(kind: str, subject: str, fields: Mapping[str, Any]) -> list[str]:
        return ["kosong"] * (fields == {"note": "", "status": "not_applicable"})

    refused = store.write(PLAN, [tick(note="")], actor="a", effective_on=date(2024, 3, 1), check=check)
    assert refused == Invalid("activity", "KOM-01", ("pada 06/05/2024: kosong",))


def test_a_part_of_an_agency_cannot_be_entered_before_the_agency_itself(store: Store) -> None:
    agency = {"name": "BPJS Kesehatan", "wave": 1}
    write(store, Draft("agency", "bpjs", agency, 0), on=date(2024, 5, 6))
    refused = store.write(
        PLAN, [Draft("agency", "bpjs", {"wave": 2}, 1)], actor="a", effective_on=date(2024, 3, 1)
    )
    assert refused == Invalid(
        "agency", "bpjs", ("data ini baru ada sejak 06/05/2024; pilih tanggal itu atau sesudahnya",)
    )
    assert store.state(PLAN, date(2024, 3, 1)) is not None


def test_an_agency_may_be_entered_earlier_when_nothing_of_it_is_missing(store: Store) -> None:
    write(store, Draft("agency", "bpjs", {"name": "BPJS Kesehatan"}, 0), on=date(2024, 5, 6))
    write(store, Draft("agency", "bpjs", {"name": "BPJS", "wave": 2}, 1), on=date(2024, 3, 1))
    now, past = store.state(PLAN), store.state(PLAN, date(2024, 3, 1))
    assert now is not None
    assert past is not None
    assert (now.plan.agencies["bpjs"].name, now.plan.agencies["bpjs"].wave) == ("BPJS Kesehatan", 2)
    assert (past.plan.agencies["bpjs"].name, past.plan.agencies["bpjs"].wave) == ("BPJS", 2)


def test_a_program_error_in_the_midst_of_a_write_leaves_nothing(store: Store) -> None:
    def check(kind: str, subject: str, fields: Mapping[str, Any]) -> list[str]:
        raise KeyError(subject)

    with pytest.raises(KeyError):
        store.write(PLAN, [tick()], actor="a", effective_on=DAY, check=check)
    assert store.last_number(PLAN) == 1
    assert numbers(write(store, tick())) == [2]


def test_plans_do_not_see_each_other(store: Store) -> None:
    begin(store, "kabupaten-contoh")
    write(store, tick())
    other = store.state("kabupaten-contoh")
    assert other is not None
    assert (other.progress, store.last_number("kabupaten-contoh")) == ({}, 1)
    assert store.plans() == ("kabupaten-contoh", PLAN)


def test_a_clock_without_a_zone_cannot_date_the_record(url: str) -> None:
    store = Store(url, lambda: datetime(2024, 5, 6, 7, 30))
    with pytest.raises(ValueError, match="time zone"):
        begin(store)


def test_a_plan_that_does_not_exist_has_no_state_no_number_and_no_record(store: Store) -> None:
    assert (store.state("lain"), store.state("lain", DAY)) == (None, None)
    assert (store.last_number("lain"), store.entries("lain")) == (0, ())


def test_a_plan_did_not_exist_before_its_first_day(store: Store) -> None:
    assert store.state(PLAN, FIRST_DAY - timedelta(days=1)) is None
    assert store.state(PLAN, FIRST_DAY) is not None
