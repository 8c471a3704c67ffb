"""What speaks against a change of the agencies, their services, and the floors and counters of the mall."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from planner.domain.agency_names import name_key
from planner.domain.changes.against import LONGEST_NAME, SHORTEST_NAME, Against
from planner.domain.changes.kinds import (
    AgencyChange,
    FloorChange,
    NewAgencies,
    NewAgency,
    NewFloor,
    NewServices,
    SeatChange,
    ServiceChange,
)
from planner.domain.plan import Agency, Plan
from planner.domain.services import Service

MallChange = (
    AgencyChange | NewAgencies | NewAgency | ServiceChange | NewServices | NewFloor | FloorChange | SeatChange
)


def against_mall(change: MallChange, plan: Plan) -> tuple[Against, ...]:
    """What speaks against a change of what the mall holds; empty where it may be written."""
    match change:
        case AgencyChange():
            return _agency(change, plan.agencies)
        case NewAgencies():
            return _joining(change.names, plan.agencies)
        case NewAgency():
            return _joining((change.name,), plan.agencies)
        case ServiceChange():
            return _service(change, plan.services)
        case NewServices():
            return _new_services(change, plan)
        case NewFloor():
            return _floor_name(change.name, [f.name for f in plan.floors.values()])
        case FloorChange():
            return _floor(change, plan)
        case _:
            return _seat(change, plan)


def _agency(change: AgencyChange, agencies: Mapping[str, Agency]) -> tuple[Against, ...]:
    stands = agencies.get(change.agency)
    if stands is None:
        return (Against("unknown_agency"),)
    found: list[Against] = []
    then = stands.model_copy(update=change.model_dump(exclude={"agency"}, exclude_unset=True))
    if len(then.name) < SHORTEST_NAME:
        found.append(Against("name_needed"))
    others = {name_key(a.name) for slug, a in agencies.items() if slug != change.agency and a.active}
    stays = stands.active and name_key(then.name) == name_key(stands.name)
    if then.active and not stays and name_key(then.name) in others:
        found.append(Against("duplicate_agency", then.name))
    if stands.active and not then.active and not then.reason:
        found.append(Against("reason_needed"))
    return tuple(found)


def against_waves(before: Mapping[str, Agency], after: Mapping[str, Agency]) -> tuple[Against, ...]:
    """What speaks against the waves that changes leave: one newly without agencies while a later has some.

    Why only one newly empty: a plan that has such a wave already can still be changed. The agencies of a plan
    that had none may begin with any wave.
    """
    stood = _waves(before)
    empty = sorted(_skipped(_waves(after)) - _skipped(stood)) if stood else []
    return (Against("wave_without_agencies", str(empty[0])),) if empty else ()


def _waves(agencies: Mapping[str, Agency]) -> set[int]:
    return {agency.wave for agency in agencies.values() if agency.active}


def _skipped(waves: set[int]) -> set[int]:
    """Waves without agencies before the last that has some."""
    return set(range(1, max(waves, default=1))) - waves


def _joining(names: Collection[str], agencies: Mapping[str, Agency]) -> tuple[Against, ...]:
    known = {name_key(agency.name) for agency in agencies.values() if agency.active}
    found: list[Against] = [] if names else [Against("name_needed")]
    for name in names:
        if not SHORTEST_NAME <= len(name) <= LONGEST_NAME:
            found.append(Against("name_length", name[:LONGEST_NAME]))
        if name_key(name) in known:
            found.append(Against("duplicate_agency", name))
        known.add(name_key(name))
    return tuple(found)


def _service(change: ServiceChange, services: Mapping[str, Service]) -> tuple[Against, ...]:
    stands = services.get(change.service)
    if stands is None:
        return (Against("unknown_service"),)
    found: list[Against] = []
    then = stands.model_copy(update=change.model_dump(exclude={"service"}, exclude_unset=True))
    if len(then.name) < SHORTEST_NAME:
        found.append(Against("name_needed"))
    others = {_named(s) for key, s in services.items() if key != change.service and s.active}
    if then.active and _named(then) in others:
        found.append(Against("duplicate_service", then.name))
    return tuple(found)


def _new_services(change: NewServices, plan: Plan) -> tuple[Against, ...]:
    known = {_named(service) for service in plan.services.values() if service.active}
    found: list[Against] = [] if change.rows else [Against("services_needed")]
    for row in change.rows:
        agency = plan.agencies.get(row.agency)
        if agency is None or not agency.active:
            found.append(Against("unknown_agency"))
        if len(row.name) < SHORTEST_NAME:
            found.append(Against("name_needed"))
        name = (row.agency, row.name.casefold())
        if name in known:
            found.append(Against("duplicate_service", row.name))
        known.add(name)
    return tuple(dict.fromkeys(found))


def _named(service: Service) -> tuple[str, str]:
    return service.agency, service.name.casefold()


def _floor_name(name: str, others: Collection[str]) -> tuple[Against, ...]:
    if len(name) < SHORTEST_NAME:
        return (Against("name_needed"),)
    if name.casefold() in {other.casefold() for other in others}:
        return (Against("duplicate_floor", name),)
    return ()


def _floor(change: FloorChange, plan: Plan) -> tuple[Against, ...]:
    if change.floor not in plan.floors:
        return (Against("unknown_floor"),)
    if "name" not in change.model_fields_set:
        return ()
    return _floor_name(change.name, [f.name for key, f in plan.floors.items() if key != change.floor])


def _seat(change: SeatChange, plan: Plan) -> tuple[Against, ...]:
    if not change.active:
        return () if change.seat in plan.seats else (Against("unknown_seat"),)
    found: list[Against] = []
    floor, agency = plan.floors.get(change.floor), plan.agencies.get(change.agency)
    if floor is None:
        found.append(Against("unknown_floor"))
    elif not 1 <= change.counter <= floor.counters:
        found.append(Against("counter_out_of_range", str(change.counter)))
    if agency is None or not agency.active:
        found.append(Against("unknown_agency"))
    return tuple(found)
