"""From what pydantic says to what an author can act on."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field, model_validator

from planner.catalog.problem import Problem
from planner.catalog.schema import schema
from planner.catalog.validation import FORMS, known_keys, shown, validate
from planner.catalog.yamlfile import parse_yaml
from planner.domain.checklist import ChecklistFile, StageFile


class Inner(BaseModel):
    model_config = {"extra": "forbid"}
    kind: Literal["inner"]
    size: Annotated[float, Field(gt=0)]


class Other(BaseModel):
    model_config = {"extra": "forbid"}
    kind: Literal["other"]
    colour: Literal["merah", "biru", "hijau"] = "merah"


class Toy(BaseModel):
    model_config = {"extra": "forbid"}
    name: str = "x"
    verify: bool = False
    count: int = 0
    day: date = date(2026, 1, 1)
    code: Annotated[str, Field(pattern="^[xyz]+$")] = "x"
    parts: tuple[Annotated[Inner | Other, Field(discriminator="kind")], ...] = ()
    table: dict[str, int] = {}

    @model_validator(mode="after")
    def _rule(self) -> Toy:
        if self.count == 13:
            raise ValueError("tiga belas dihindari")
        return self


def _problems(text: str) -> tuple[Problem, ...]:
    file, problems = parse_yaml("toy.yaml", text)
    assert problems == ()
    assert file is not None
    found = validate(Toy, file)
    assert isinstance(found, tuple)
    return found


def _problem(text: str) -> Problem:
    (problem,) = _problems(text)
    return problem


def test_a_right_file_becomes_the_model() -> None:
    file, _ = parse_yaml("toy.yaml", "name: a\nparts:\n  - {kind: inner, size: 2}\n")
    assert file is not None
    assert validate(Toy, file) == Toy(name="a", parts=(Inner(kind="inner", size=2),))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("verify: no", "maksudnya false?"),
        ("verify: Off", "maksudnya false?"),
        ("verify: ya", "maksudnya true?"),
        ("verify: 'true'", "maksudnya true?"),
        ("verify: mungkin", None),
        ("verify: 1", None),
        ("count: '5'", "tulis tanpa tanda kutip"),
        ("count: lima", None),
        ("count: 5.5", None),
        ("day: '2026-11-22'", "tulis tanpa tanda kutip"),
        ("day: besok", None),
        ("name: 2026.11", "apit nilainya dengan tanda kutip"),
        ("name: true", "apit nilainya dengan tanda kutip"),
        ("name: 2026-11-22", "apit nilainya dengan tanda kutip"),
        ("name: [a]", None),
        ("name:", "isi nilainya atau hapus kuncinya"),
        ("parts: ~", "isi nilainya atau hapus kuncinya"),
    ],
)
def test_a_wrong_type_says_what_was_probably_meant(text: str, hint: str | None) -> None:
    problem = _problem(text)
    assert (problem.code, problem.hint) == ("wrong-type", hint)


def test_an_unknown_key_points_to_the_nearest_known_one() -> None:
    problem = _problem("verfy: true")
    assert (problem.code, problem.hint) == ("unknown-key", "maksudnya 'verify'?")


def test_an_unknown_key_far_from_all_others_has_no_hint() -> None:
    assert _problem("zzzzzzz: true").hint is None


def test_a_misspelt_key_is_not_also_reported_as_missing() -> None:
    problem = _problem("parts:\n  - kind: inner\n    sise: 3\n")
    assert (problem.line, problem.code, problem.hint) == (3, "unknown-key", "maksudnya 'size'?")


def test_a_key_that_is_missing_and_not_misspelt_is_reported() -> None:
    codes = [problem.code for problem in _problems("parts:\n  - kind: inner\n    warna: 3\n")]
    assert codes == ["missing-key", "unknown-key"]


def test_keys_of_a_union_are_those_of_the_chosen_kind() -> None:
    assert known_keys(Toy, ("parts", 0, "inner", "x")) == ["kind", "size"]
    assert known_keys(Toy, ("parts", 0, "other", "x")) == ["colour", "kind"]


def test_a_rule_without_a_code_of_its_own_is_told_in_its_words() -> None:
    assert _problem("name: a\ncount: 13\n") == Problem(
        "toy.yaml", 1, "bad-value", "pada berkas ini: tiga belas dihindari"
    )


def test_a_kind_of_mistake_not_foreseen_is_still_a_problem() -> None:
    problem = _problem("parts:\n  - kind: inner\n    size: -1\n")
    assert (problem.line, problem.code) == (3, "wrong-type")
    assert "harus berupa nilai yang sesuai" in problem.message


def test_a_pattern_without_words_is_shown_as_it_is() -> None:
    assert "^[xyz]+$" in _problem("code: abc").message


def test_the_choices_of_a_value_are_listed_with_the_nearest() -> None:
    problem = _problem("parts:\n  - kind: other\n    colour: biri\n")
    assert (problem.code, problem.hint) == ("unknown-value", "maksudnya 'biru'?")
    assert "pilihannya: merah, biru, hijau" in problem.message


def test_a_table_must_be_a_group_of_keys() -> None:
    assert "kelompok 'kunci: nilai'" in _problem("table: 5").message


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "kosong"),
        (True, "true"),
        (5, "5"),
        (date(2026, 11, 22), "2026-11-22"),
        ({"a": 1}, "kelompok kunci"),
        ((1, 2), "daftar"),
        ("a\n  b", "'a b'"),
        ("x" * 61, "'" + "x" * 57 + "...'"),
    ],
)
def test_values_are_shown_short(value: object, text: str) -> None:
    assert shown(value) == text


def test_every_pattern_of_the_checklist_is_explained_in_words() -> None:
    patterns = {
        line.split('"pattern": ')[1].rstrip(",")
        for line in json.dumps(schema(), indent=1).splitlines()
        if '"pattern": ' in line
    }
    assert len(patterns) >= 4
    assert {json.loads(pattern) for pattern in patterns} == set(FORMS)


@pytest.mark.parametrize("model", [ChecklistFile, StageFile])
def test_the_keys_of_the_top_are_known(model: type[BaseModel]) -> None:
    assert known_keys(model, ("x",)) == sorted(model.model_fields)
