"""Quality advice in words."""

from __future__ import annotations

from planner.domain.quality import CHECKS, Finding
from planner.views import quality
from planner.views.target_words import CHECK
from tests.views.world import small

WORLD = small()
GIVEN = (WORLD.state.plan, WORLD.checklist)


def test_every_check_has_its_words() -> None:
    assert tuple(CHECK) == CHECKS
    assert all(text.endswith(".") for words in CHECK.values() for text in (words.why, words.todo))


def test_the_sentence_names_the_first_finding_or_says_that_all_is_well() -> None:
    assert quality.quality_sentence(()) == ("Pemeriksaan mutu tidak menemukan hal yang perlu diperbaiki.")
    found = [Finding("no_target", ()), Finding("lead", ("USL-01",))]
    assert quality.quality_sentence(found) == (
        "Pemeriksaan mutu menemukan 2 hal; yang terpenting: target belum ditetapkan."
    )


def test_advice_says_what_why_where_and_what_to_do() -> None:
    (told,) = quality.advice(*GIVEN, [Finding("missed", ("USL-01", "KSP-01.polres"))])
    assert told.check == "missed"
    assert told.title == "Lewat dari rencana awal"
    assert told.where == "2 kegiatan: “Usulan disusun” dan “Perjanjian kerja sama ditandatangani” (Polres)"
    assert told.count == 2
    assert (told.why, told.todo) == (CHECK["missed"].why, CHECK["missed"].todo)


def test_advice_on_no_activity_names_none() -> None:
    (told,) = quality.advice(*GIVEN, [Finding("no_target", ())])
    assert (told.where, told.count) == ("", 0)


def test_many_activities_are_counted_and_lost_ones_named_by_their_id() -> None:
    assert quality.named(*GIVEN, ["USL-01", "ZZZ-01", "KSP-02", "RSM-01"], 2) == (
        "“Usulan disusun”, kegiatan ZZZ-01, dan 2 lagi"
    )
