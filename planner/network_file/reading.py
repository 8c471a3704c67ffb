"""From the content of a network file to a network, or to everything that is wrong with it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final, NoReturn, get_args

from planner.domain.network import Constraint, ConstraintType, Link, LinkType, Network, Task, Unit
from planner.domain.workdays import WorkCalendar
from planner.network_file.problems import FileProblem, file_problem
from planner.network_file.values import Fields, WrongValueError, choice, day, flag, name, whole, work_day

UNITS: Final[Mapping[str, Unit]] = {"work": "work", "elapsed": "calendar"}
LINK_TYPES: Final[Mapping[str, LinkType]] = {kind: kind for kind in get_args(LinkType)}
CONSTRAINT_TYPES: Final[Mapping[str, ConstraintType]] = {kind: kind for kind in get_args(ConstraintType)}

FILE_KEYS = ("start", "status_date", "finish_by", "calendars", "calendar", "activities", "links")
CALENDAR_KEYS = ("work_days", "holidays")
ACTIVITY_KEYS = (
    *("id", "duration", "calendar", "duration_unit", "milestone"),
    *("actual_start", "actual_finish", "remaining", "constraint"),
)
CONSTRAINT_KEYS = ("type", "date")
LINK_KEYS = ("from", "to", "type", "lag", "lag_unit")

_unit = choice("unknown_unit", UNITS)
_link_type = choice("unknown_type", LINK_TYPES)
_constraint_type = choice("unknown_constraint", CONSTRAINT_TYPES)


def read_network(content: bytes) -> Network | tuple[FileProblem, ...]:
    """The network in the ``content`` of a JSON file, or all problems of reading it, at least one.

    What is wrong with the network itself (cycles, unknown ids) is found when it is solved.
    """
    problems: list[FileProblem] = []
    try:
        value = _parsed(content, problems)
    except UnicodeError:
        return (file_problem("not_utf8"),)
    except json.JSONDecodeError as error:
        return (file_problem("bad_json", reason=f"baris {error.lineno}, kolom {error.colno}"),)
    except RecursionError:
        return (file_problem("bad_json", reason="terlalu banyak tingkatan"),)
    except ValueError:
        return (file_problem("bad_json", reason="ada bilangan yang tidak dapat dibaca"),)
    network = _network(value, problems)
    return network if network is not None and not problems else tuple(problems)


def _parsed(content: bytes, problems: list[FileProblem]) -> Any:
    """The value in the file, which must be fit to be printed again; repeated keys become problems.

    Raises:
        ValueError: it is no UTF-8, no JSON, or holds a number that there is not (NaN) or is too long.
    """

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        repeated = [key for key, times in Counter(key for key, _ in found).items() if times > 1]
        problems.extend(file_problem("duplicate_key", key, key=key) for key in repeated)
        return dict(found)

    def no_number(word: str) -> NoReturn:
        raise ValueError(word)

    text = content.decode("utf-8-sig")
    value = json.loads(text, object_pairs_hook=pairs, parse_constant=no_number)
    json.dumps(value, ensure_ascii=False).encode("utf-8")
    return value


def _network(value: Any, problems: list[FileProblem]) -> Network | None:
    """As much of the network as can be read; None without a start."""
    fields = Fields(value, "berkas", FILE_KEYS, problems)
    fields.need("start", "activities")
    calendars = {key: _calendar(key, inner, fields) for key, inner in fields.objects("calendars").items()}
    named = fields.get("calendar", name, None)
    if named is not None and named not in calendars:
        problems.append(file_problem("unknown_default_calendar", named))
    tasks = [_task(n, inner, problems) for n, inner in enumerate(fields.items("activities"), 1)]
    links = [_link(n, inner, problems) for n, inner in enumerate(fields.items("links"), 1)]
    status, finish_by = fields.get("status_date", day, None), fields.get("finish_by", day, None)
    start = fields.get("start", day, None)
    if start is None:
        return None
    default = calendars.get(named or "", WorkCalendar())
    return Network(
        start, tuple(tasks), tuple(links), calendars, default, status_date=status, finish_by=finish_by
    )


def _calendar(key: str, value: Any, file: Fields) -> WorkCalendar:
    file.check("Nama kalender", name, key)
    fields = Fields(value, f"kalender '{key}'", CALENDAR_KEYS, file.problems, key)
    fields.need("work_days")
    return WorkCalendar(
        frozenset(fields.each("work_days", work_day)), frozenset(fields.each("holidays", day))
    )


def _task(number: int, value: Any, problems: list[FileProblem]) -> Task:
    """An activity; a milestone needs no duration."""
    told = _told(value, "id")
    place = f"kegiatan '{told}'" if told else f"kegiatan ke-{number}"
    fields = Fields(value, place, ACTIVITY_KEYS, problems, *filter(None, [told]))
    milestone = fields.get("milestone", flag, False)
    duration = fields.get("duration", whole, 0)
    fields.need("id", *([] if milestone else ["duration"]))
    if milestone and duration:
        problems.append(file_problem("milestone_with_duration", *fields.ids, place=place))
    limit = fields.get("constraint", lambda inner: _constraint(inner, place, fields), None)
    begun, finished = fields.get("actual_start", day, None), fields.get("actual_finish", day, None)
    if begun is not None and finished is not None and finished < begun:
        when = {"start": begun.isoformat(), "finish": finished.isoformat()}
        problems.append(file_problem("finish_before_start", *fields.ids, place=place, **when))
    return Task(
        fields.get("id", name, ""),
        duration,
        fields.get("duration_unit", _unit, "work"),
        fields.get("calendar", name, None),
        actual_start=begun,
        actual_finish=finished,
        remaining=fields.get("remaining", whole, None),
        constraint=limit,
    )


def _constraint(value: Any, place: str, task: Fields) -> Constraint | None:
    fields = Fields(value, f"batasan {place}", CONSTRAINT_KEYS, task.problems, *task.ids)
    fields.need("type")
    kind = fields.get("type", _constraint_type, None)
    on = fields.get("date", day, None)
    return None if kind is None else Constraint(kind, on)


def _link(number: int, value: Any, problems: list[FileProblem]) -> Link:
    ends = _told(value, "from"), _told(value, "to")
    place = f"kaitan ke-{number} ({ends[0]} -> {ends[1]})" if all(ends) else f"kaitan ke-{number}"
    fields = Fields(value, place, LINK_KEYS, problems, *filter(None, ends))
    fields.need("from", "to", "type")
    return Link(
        fields.get("from", name, ""),
        fields.get("to", name, ""),
        fields.get("type", _link_type, "FS"),
        fields.get("lag", whole, 0),
        fields.get("lag_unit", _unit, "work"),
    )


def _told(value: Any, key: str) -> str | None:
    """The id under ``key``, to name an object in a problem; None where it has none that can be read."""
    try:
        return name(value[key]) if isinstance(value, dict) and key in value else None
    except WrongValueError:
        return None
