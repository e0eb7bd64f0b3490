"""The comparisons of the house, in the order they are shown."""

from collections.abc import Callable

from auditor.link.compare import (
    company,
    contacts,
    dates,
    interests,
    names,
    pictures,
    places,
    work,
)
from auditor.link.side import Side
from auditor.link.weights import Tables, Weights
from auditor.model.link import Level

Comparison = Callable[[Side, Side, Weights, Tables], Level | None]
"""What two sides have in common of one kind; None when one of them says nothing of it."""

COMPARISONS: dict[str, Comparison] = {
    "account": contacts.account,
    "declared": contacts.declared,
    "contact": contacts.contact,
    "name": names.name,
    "handle": names.handle,
    "birth": dates.birth,
    "place": places.place,
    "work": work.work,
    "study": work.study,
    "companions": company.companions,
    "scene": company.scene,
    "group": interests.group,
    "belonging": interests.belonging,
    "venue": interests.venue,
    "activity": interests.activity,
    "picture": pictures.picture,
}
"""By name; their levels stand in `rules/linking.yml`."""
