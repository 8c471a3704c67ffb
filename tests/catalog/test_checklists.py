"""Reading a checklist folder: all problems at once, and only those that are really there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.catalog.checklists import load_checklist
from planner.catalog.problem import Problem
from planner.catalog.yamlfile import LIMIT
from planner.domain.checklist import Checklist, Dependency

BASE = Path(__file__).parent.parent / "broken" / "base"
STAGE = "01-persiapan.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "contoh"))


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _found(folder: Path, regions: tuple[str, ...] | None = ("barru",)) -> list[tuple[str, int, str]]:
    problems = load_checklist(folder, regions)
    assert isinstance(problems, tuple)
    return [(Path(problem.file).name, problem.line, problem.code) for problem in problems]


def _read(folder: Path, regions: tuple[str, ...] | None = ("barru",)) -> Checklist:
    checklist = load_checklist(folder, regions)
    assert isinstance(checklist, Checklist)
    return checklist


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    problems = load_checklist(tmp_path / "tidak-ada")
    assert problems == (
        Problem(
            (tmp_path / "tidak-ada").as_posix(),
            1,
            "missing-file",
            "Folder tidak-ada tidak ditemukan; periksa nama dan letaknya",
        ),
    )


def test_a_missing_checklist_file_is_one_problem_and_hides_no_other(folder: Path) -> None:
    (folder / "checklist.yaml").unlink()
    _replace(folder / STAGE, "weight: 4", "weight: 9")
    assert _found(folder) == [(STAGE, 64, "bad-range"), ("checklist.yaml", 1, "missing-file")]


def test_a_folder_named_like_a_file_cannot_be_read(folder: Path) -> None:
    (folder / "03-lain.yaml").mkdir()
    assert ("03-lain.yaml", 1, "unreadable-file") in _found(folder)


def test_a_link_that_leads_nowhere_is_a_missing_file(folder: Path) -> None:
    (folder / "03-lain.yaml").symlink_to(folder / "hilang.yaml")
    assert ("03-lain.yaml", 1, "missing-file") in _found(folder)


def test_a_file_over_one_mebibyte_is_refused(folder: Path) -> None:
    path = folder / STAGE
    path.write_bytes(path.read_bytes() + b"#" * LIMIT)
    assert _found(folder) == [(STAGE, 1, "too-large")]


def test_a_file_of_exactly_one_mebibyte_is_read(folder: Path) -> None:
    path = folder / STAGE
    content = path.read_bytes()
    path.write_bytes(content + b"#" * (LIMIT - len(content) - 1) + b"\n")
    assert path.stat().st_size == LIMIT
    assert len(_read(folder).items) == 6


def test_a_file_that_is_not_utf8_is_refused_at_its_line(folder: Path) -> None:
    path = folder / STAGE
    path.write_bytes(path.read_bytes().replace(b"Tim dibentuk\n    req", b"Tim dibent\xfck\n    req"))
    assert _found(folder) == [(STAGE, 7, "not-utf8")]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(folder: Path) -> None:
    path = folder / STAGE
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert _read(folder).items["PSP-01"].title == "Tim dibentuk"


def test_problems_of_all_files_come_at_once_sorted_by_file_and_line(folder: Path) -> None:
    _replace(folder / STAGE, "weight: 3", "weigth: 3")
    _replace(folder / STAGE, "responsible: sekda", "responsible: sekretaris")
    _replace(folder / STAGE, "weight: 4", "weight: 40")
    _replace(folder / "02-pembukaan.yaml", "- BKA-01", "- BKA-77")
    _replace(folder / "checklist.yaml", "launch: BKA-02", "launch: BKA-99")
    found = _found(folder)
    assert found == [
        (STAGE, 23, "unknown-key"),
        (STAGE, 26, "unknown-role"),
        (STAGE, 64, "bad-range"),
        ("02-pembukaan.yaml", 40, "unknown-item"),
        ("checklist.yaml", 6, "unknown-launch"),
    ]
    assert found == sorted(found)


def test_a_slip_in_one_item_does_not_hide_an_unknown_role_in_another(folder: Path) -> None:
    _replace(folder / STAGE, "weight: 3", "weight: 30")
    _replace(
        folder / STAGE, "    weight: 2\n    responsible: dpmptsp", "    weight: 2\n    responsible: dpmtsp"
    )
    assert _found(folder) == [(STAGE, 23, "bad-range"), (STAGE, 45, "unknown-role")]


def test_a_slip_in_checklist_yaml_does_not_hide_its_other_mistakes(folder: Path) -> None:
    _replace(folder / "checklist.yaml", "kind: presidential", "kind: president")
    _replace(
        folder / "checklist.yaml", "articles: false\n    source: jdih", "articles: false\n    source: jdi"
    )
    assert _found(folder) == [
        ("checklist.yaml", 27, "unknown-value"),
        ("checklist.yaml", 37, "unknown-source"),
    ]


def test_items_of_a_file_that_is_no_yaml_are_not_called_unknown(folder: Path) -> None:
    _replace(folder / STAGE, "title: Persiapan", "title: 'Persiapan")
    _replace(folder / "02-pembukaan.yaml", "- gate: uji-coba", "- PSP-03")
    assert _found(folder) == [(STAGE, 3, "yaml-syntax")]


def test_a_checklist_file_that_is_no_yaml_makes_no_role_unknown(folder: Path) -> None:
    _replace(folder / "checklist.yaml", "title: Daftar", "title: [Daftar")
    assert _found(folder) == [("checklist.yaml", 3, "yaml-syntax")]


def test_lists_that_are_no_lists_are_reported_once(folder: Path) -> None:
    path = folder / STAGE
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("items:")] + "items: PSP-01\n", encoding="utf-8")
    assert _found(folder) == [(STAGE, 5, "wrong-type")]


def test_a_list_of_sources_that_is_missing_makes_no_source_unknown(folder: Path) -> None:
    path = folder / "checklist.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("sources:")], encoding="utf-8")
    assert _found(folder) == [("checklist.yaml", 2, "missing-key")]


def test_a_word_of_the_wrong_form_is_not_also_called_unknown(folder: Path) -> None:
    _replace(folder / STAGE, "responsible: sekda", "responsible: Sekda")
    assert _found(folder) == [(STAGE, 26, "bad-format")]


def test_a_role_without_an_id_is_only_a_wrong_type(folder: Path) -> None:
    _replace(folder / "checklist.yaml", "  - id: dpmptsp\n    title: DPMPTSP\n", "  - dpmptsp\n")
    assert ("checklist.yaml", 12, "wrong-type") in _found(folder)


def test_an_instrument_that_is_no_word_is_only_a_wrong_type(folder: Path) -> None:
    _replace(folder / STAGE, "instrument: perpres-89-2021", "instrument: {nama: perpres}")
    assert _found(folder) == [(STAGE, 11, "wrong-type")]


def test_an_alias_is_not_also_reported_as_a_wrong_value(folder: Path) -> None:
    _replace(folder / STAGE, "weight: 3", "weight: *bobot")
    assert _found(folder) == [(STAGE, 23, "anchor")]


def test_regions_are_not_checked_where_they_are_not_known(folder: Path) -> None:
    _replace(folder / STAGE, "region: barru", "region: entah-di-mana")
    assert len(_read(folder, None).items) == 6


def test_two_circles_are_both_named(folder: Path) -> None:
    _replace(folder / STAGE, "- gate: usulan", "- gate: usulan\n      - PSP-03")
    _replace(folder / "02-pembukaan.yaml", "- BKA-02", "- BKA-02\n      - BKA-03")
    problems = load_checklist(folder, ("barru",))
    assert isinstance(problems, tuple)
    assert [(problem.code, problem.message.split("; ")[0]) for problem in problems] == [
        ("dependency-cycle", "butir saling menunggu tanpa ujung: PSP-02 -> PSP-03 -> PSP-02"),
        ("dependency-cycle", "butir saling menunggu tanpa ujung: BKA-03 -> BKA-03"),
    ]


def test_no_more_than_ten_circles_are_named(folder: Path) -> None:
    path = folder / "02-pembukaan.yaml"
    text = path.read_text(encoding="utf-8")
    last = text[text.index("  - id: BKA-03") :].replace("- BKA-02", "- BKA-02\n      - BKA-03")
    circles = "".join(last.replace("BKA-03", f"BKX-{number:02d}") for number in range(15))
    path.write_text(text + circles, encoding="utf-8")
    assert [code for _, _, code in _found(folder)] == ["dependency-cycle"] * 10


def test_files_that_are_no_stages_are_left_alone(folder: Path) -> None:
    (folder / "catatan.md").write_text("bebas", encoding="utf-8")
    (folder / ".01-persiapan.yaml").write_text("bukan: tahap", encoding="utf-8")
    assert len(_read(folder).items) == 6


def test_stages_come_in_the_order_of_checklist_yaml(folder: Path) -> None:
    (folder / STAGE).rename(folder / "09-persiapan.yaml")
    (folder / "02-pembukaan.yaml").rename(folder / "pembukaan.yaml")
    assert [stage.stage for stage in _read(folder).stages] == ["persiapan", "pembukaan"]


def test_what_is_read_is_what_is_written(folder: Path) -> None:
    item = _read(folder).items["PSP-03"]
    assert item.after == (Dependency(item="PSP-02", type="SS", lag=5, unit="work", agencies="all"),)
    assert (item.per, item.weight, item.gates, item.verify) == ("agency", 4, ("uji-coba",), False)
    assert (item.duration.optimistic, item.duration.likely, item.duration.pessimistic) == (5, 10, 20)


def test_a_provision_needs_an_instrument_with_articles(folder: Path) -> None:
    assert [basis.kind for basis in _read(folder).items["PSP-01"].basis] == ["law"]
    _replace(folder / "checklist.yaml", "articles: true", "articles: false")
    assert _found(folder) == [(STAGE, 12, "article-not-attested")]


_PIECES = st.sampled_from(
    [
        "\t",
        ":",
        "- ",
        "&a ",
        "*a",
        "!!x ",
        "{",
        "]",
        "'",
        '"',
        "\n",
        "#",
        "|",
        "\x00",
        "\ud7ff",
        "~",
        "5",
        "no",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(["checklist.yaml", STAGE]), at=st.floats(0, 1), cut=st.integers(0, 40), put=_PIECES
)
def test_a_damaged_file_never_raises(tmp_path: Path, name: str, at: float, cut: int, put: str) -> None:
    folder = tmp_path / "contoh"
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    text = (BASE / name).read_text(encoding="utf-8")
    start = int(at * len(text))
    (folder / name).write_text(text[:start] + put + text[start + cut :], encoding="utf-8")
    found = load_checklist(folder, ("barru",))
    lines = [problem.line for problem in found] if isinstance(found, tuple) else [1]
    assert lines
    assert min(lines) >= 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200))
def test_any_bytes_give_problems_and_never_raise(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "checklist.yaml").write_bytes(content)
    assert isinstance(load_checklist(tmp_path), tuple)
