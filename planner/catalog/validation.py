"""Turns what pydantic says of a file into problems with a line, an Indonesian sentence and a hint."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from planner.catalog.problem import MESSAGES, Problem, did_you_mean, problem
from planner.catalog.yamlfile import Place, YamlFile, plain, read_yaml

M = TypeVar("M", bound=BaseModel)

EXPECTED: Final = {
    "string_type": "teks",
    "int_type": "bilangan bulat",
    "float_type": "bilangan",
    "bool_type": "true atau false",
    "date_type": "tanggal seperti 2026-11-22",
    "tuple_type": "daftar (tiap isian diawali '- ')",
    "model_type": "kelompok 'kunci: nilai'",
    "model_attributes_type": "kelompok 'kunci: nilai'",
    "dict_type": "kelompok 'kunci: nilai'",
}

FORMS: Final = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "pakai huruf kecil, angka dan tanda hubung, misalnya uji-coba",
    r"^[A-Z]{3}-[0-9]{2}$": "pakai tiga huruf besar, tanda hubung dan dua angka, misalnya KSP-03",
    r"^Pasal [0-9]+( ayat \([0-9]+\))?( angka [0-9]+)?$": "tulis misalnya 'Pasal 6' atau 'Pasal 6 ayat (2)', "
    "tanpa huruf",
    r"^[0-9]{4}\.[0-9]{1,2}(\.[0-9]+)?$": "tulis tahun dan bulan di antara tanda kutip, misalnya '2026.11'",
}

_FIELD_OF: Final = {
    "optimistic-over-likely": "optimistic",
    "likely-over-pessimistic": "likely",
    "documented-without-source": "kind",
}


def validate(model: type[M], file: YamlFile) -> M | tuple[Problem, ...]:
    """The file as a ``model``, or everything that is wrong with its keys and values, by line."""
    try:
        return model.model_validate(file.data, strict=True)
    except ValidationError as error:
        found = error.errors(include_url=False)
    hints = {loc: did_you_mean(loc[-1], known_keys(model, loc)) for loc in _extra(found)}
    meant = {(*loc[:-1], hint.split("'")[1]) for loc, hint in hints.items() if hint}
    told = (
        e for e in found if not (e["type"] == "missing" and e["loc"] in meant) and not _only_seems_short(e)
    )
    return tuple(sorted({_problem(model, file, e, hints.get(e["loc"])) for e in told}))


def read_model(
    path: Path, model: type[M], faults: Callable[[YamlFile, M], Iterable[Problem]]
) -> M | tuple[Problem, ...]:
    """A YAML file as a ``model``, or everything that is wrong with it; ``faults``: what no model can tell."""
    file, problems = read_yaml(path)
    if file is None or problems:
        return problems
    read = validate(model, file)
    return read if isinstance(read, tuple) else tuple(faults(file, read)) or read


def _only_seems_short(error: ErrorDetails) -> bool:
    """Pydantic counts only the entries that are right; a list whose entries are wrong is not empty."""
    return error["type"] == "too_short" and len(error["input"]) > 0


def _extra(found: list[ErrorDetails]) -> Iterator[Place]:
    return (e["loc"] for e in found if e["type"] == "extra_forbidden")


def known_keys(model: type[BaseModel], loc: Place) -> list[str]:
    """Keys that the mapping around ``loc`` may have; ``loc`` as pydantic gives it, with tags of unions."""
    models = [model]
    for step in loc[:-1]:
        inner = [m for found in models if step in found.model_fields for m in _models_in(found, str(step))]
        tagged = [m for m in models if any(step in get_args(f.annotation) for f in m.model_fields.values())]
        models = inner or tagged or models
    return sorted({key for found in models for key in found.model_fields})


def _models_in(model: type[BaseModel], key: str) -> Iterator[type[BaseModel]]:
    waiting = [model.model_fields[key].annotation]
    while waiting:
        annotation = waiting.pop()
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            yield annotation
        waiting.extend(get_args(annotation))


def _problem(model: type[BaseModel], file: YamlFile, error: ErrorDetails, hint: str | None) -> Problem:
    kind, loc, value, context = error["type"], error["loc"], error["input"], error.get("ctx", {})
    if kind in ("union_tag_not_found", "union_tag_invalid"):
        loc = (*loc, context["discriminator"].strip("'"))
    place = file.written(loc)
    key = next((step for step in reversed(loc) if isinstance(step, str)), "isi")[:60]

    def say(code: str, hint: str | None = None, **values: object) -> Problem:
        around = place
        if place[-1:] == loc[-1:]:
            around = place[:-2] if isinstance(place[-1], int) else place[:-1]
        return problem(file.name, file.line(*place), code, hint, key=key, place=where(file, around), **values)

    match kind:
        case "extra_forbidden":
            return say("unknown-key", hint, known=", ".join(known_keys(model, loc)))
        case "missing" | "union_tag_not_found":
            return say("missing-key")
        case "greater_than_equal":
            return say("bad-range", value=value, limit=f"paling sedikit {context['ge']}")
        case "less_than_equal":
            return say("bad-range", value=value, limit=f"paling banyak {context['le']}")
        case "too_short":
            return say("empty-list")
        case "string_pattern_mismatch":
            form = FORMS.get(context["pattern"], context["pattern"])
            return say("bad-format", value=shown(value), form=form)
        case "string_too_short":
            return say("bad-format", value=shown(value), form=f"paling sedikit {context['min_length']} huruf")
        case "string_too_long":
            form = f"paling banyak {context['max_length']} huruf, sekarang {len(value)}"
            return say("bad-format", value=shown(value), form=form)
        case "literal_error" | "union_tag_invalid":
            chosen = context.get("tag", value)
            choices = str(context.get("expected_tags") or context["expected"])
            words = choices.replace(" or ", ", ").replace("'", "").split(", ")
            hint = did_you_mean(chosen, words)
            return say("unknown-value", hint, value=shown(chosen), choices=", ".join(words))
        case "value_error":
            return _broken_rule(file, place, str(context["error"]))
        case _:
            expected = EXPECTED.get(kind, "nilai yang sesuai")
            return say("wrong-type", _type_hint(kind, value), expected=expected, found=shown(value))


def _broken_rule(file: YamlFile, place: Place, reason: str) -> Problem:
    """A rule of a model itself: it raises ValueError with the code of the problem, words joined by ``_``."""
    code = reason.replace("_", "-")
    if code not in MESSAGES:
        return Problem(file.name, file.line(*place), "bad-value", f"{where(file, place)}: {reason}")
    line = file.line(*place, _FIELD_OF.get(code, ""))
    return problem(file.name, line, code, place=where(file, place))


def _type_hint(kind: str, value: Any) -> str | None:
    """What the author probably meant, where a value is of the wrong type."""
    if value is None:
        return "isi nilainya atau hapus kuncinya"
    if kind == "string_type" and isinstance(value, bool | int | float | date):
        return "apit nilainya dengan tanda kutip"
    if isinstance(value, str):
        if kind == "bool_type" and value.lower() in ("no", "off", "false", "tidak"):
            return "maksudnya false?"
        if kind == "bool_type" and value.lower() in ("yes", "on", "true", "ya"):
            return "maksudnya true?"
        if kind in ("int_type", "date_type") and isinstance(plain(value), int | date):
            return "tulis tanpa tanda kutip"
    return None


def where(file: YamlFile, place: Place) -> str:
    """Where something stands, for a sentence: the nearest thing with an id, and the group inside it."""
    for end in range(len(place), 0, -1):
        around = file.at(place[:end])
        if isinstance(around, Mapping) and isinstance(around.get("id"), str):
            groups = [str(step) for step in place[end:] if isinstance(step, str)]
            inner = f"dalam {groups[-1]} " if groups else ""
            return f"{inner}pada {shown(around['id'])[1:-1]}"
    groups = [str(step) for step in place if isinstance(step, str)]
    return f"dalam {groups[-1]}" if groups else "pada berkas ini"


def shown(value: Any) -> str:
    """A value as a sentence can show it: short, and a group or list only by its kind."""
    if value is None:
        return "kosong"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "kelompok kunci"
    if isinstance(value, tuple):
        return "daftar"
    if isinstance(value, int | float | date):
        return str(value)
    text = " ".join(str(value).split())
    return f"'{text[:57]}...'" if len(text) > 60 else f"'{text}'"
