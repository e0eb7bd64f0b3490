"""The comparisons of the house, in the order they are shown."""

from collections.abc import Callable, Mapping

from auditor.link.compare import (
    company,
    contacts,
    dates,
    family,
    identity,
    interests,
    links,
    moments,
    pictures,
    places,
    study,
    tastes,
    traces,
    trail,
    work,
)
from auditor.link.side import Side, once
from auditor.link.weights import Tables, Weights
from auditor.model.link import Level

Comparison = Callable[[Side, Side, Weights, Tables], Level | None]
"""What two sides have in common of one kind; None when one of them says nothing of it."""

COMPARISONS: dict[str, Comparison] = {
    "account": contacts.account,
    "declared": links.declared,
    "contact": contacts.contact,
    "identity": identity.identity,
    "birth": dates.birth,
    "place": places.place,
    "birthplace": places.birthplace,
    "work": work.work,
    "study": study.study,
    "family": family.family,
    "companions": company.companions,
    "scene": company.scene,
    "group": interests.group,
    "belonging": interests.belonging,
    "venue": interests.venue,
    "activity": interests.activity,
    "moment": moments.moment,
    "picture": pictures.picture,
    "taste": tastes.taste,
    "trail": trail.trail,
    "hours": traces.hours,
    "created": traces.created,
    "language": traces.language,
}
"""By name; their levels stand in `rules/linking.yml`."""

_MAILS = ("email_personal", "email_work")
_NAMES = ("full_name", "alias", "first_name", "maiden_name")
_BORN = ("birth_date", "birth_year", "age", "birth_day_month", "school", "username")
_SEEN = ("geotag", "checkin")
READS: Mapping[str, frozenset[str]] = {
    name: frozenset(kinds)
    for name, kinds in {
        "contact": (*_MAILS, "phone_mobile", "phone_other", "employer"),
        "identity": (*_NAMES, *_MAILS, "username"),
        "birth": _BORN,
        "birthplace": ("birth_place",),
        "work": ("employer", "job_title"),
        "study": ("school", "first_school"),
        "group": ("group_membership",),
        "belonging": ("belonging",),
        "venue": _SEEN,
        "activity": ("activity",),
        "moment": (
            *_SEEN,
            *(
                "home_geotag",
                "workout_route",
                "travel_plan",
                "away_now",
                "routine",
                "work_schedule",
            ),
        ),
        "picture": ("picture",),
        "taste": ("favourite", "public_like"),
        "hours": ("routine", "time_zone"),
        "created": ("account_created",),
        "language": ("language",),
    }.items()
}
"""The kinds of facts of which a comparison needs one on each side; a comparison that is not listed looks
at more than facts about the person."""


@once
def silent(side: Side) -> frozenset[str]:
    """The comparisons of the list that would find nothing on this side."""
    told = side.by_kind.keys()
    return frozenset(name for name, kinds in READS.items() if kinds.isdisjoint(told))
