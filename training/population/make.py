"""The population: people, what they do, and the profiles they have."""

import numpy as np

from training.population import habits, handles, shown
from training.population.life import lives
from training.population.networks import networks, spread
from training.population.people import people
from training.population.phones import phones
from training.population.pools import Words, pools
from training.population.shown import Drawn
from training.population.table import Table

SAME, VARIED = 0.62, 0.18
"""Profiles with the owner's usual handle as it is, and with a small change; the others have a second one
(own choice; Zafarani and Liu 2013 tell that three people in five prefer one name everywhere)."""
USUAL_BOX = 0.7
"""Profiles with an e-mail address that give the usual one."""


def population(seed: int, count: int) -> Table:
    """A table of so many profiles; `person` tells whose each is. The same seed gives the same table."""
    rng = np.random.default_rng([seed, count])
    owner, network = spread(rng, count)
    known = pools()
    folk = people(rng, int(owner.max()) + 1, known)
    drawn = Drawn(
        rng=rng,
        people=folk,
        lives=lives(rng, folk, known),
        pools=known,
        owner=owner,
        network=network,
    )
    return _table(drawn)


def _table(drawn: Drawn) -> Table:
    owner, rng = drawn.owner, drawn.rng
    usual, second = (_bases(drawn) for _ in range(2))
    bare = rng.random(len(owner)) < networks().shows["bare"][drawn.network]
    handle = _handles(drawn, usual, second)
    ids = np.array([f"p{at}" for at in range(len(owner))], dtype=object)
    names = networks().names[drawn.network]
    visible = _kept(drawn, "handle", handle)
    path = np.where(visible == "", ids, visible)
    urls = np.array(
        [f"https://{name}.example/{each}" for name, each in zip(names, path, strict=True)],
        dtype=object,
    )
    return {
        "id": ids,
        "network": names,
        **shown.names(drawn, bare, visible),
        "maiden_name": _kept(drawn, "maiden_name", drawn.people.maiden[owner]),
        "handle": visible,
        "email": _kept(drawn, "email", _boxes(drawn, usual, second)),
        "phone": _kept(drawn, "phone", phones(rng, drawn.people)[owner], times=1 / 0.12),
        "url": urls,
        "links": habits.links(drawn, urls),
        **shown.towns(drawn),
        **shown.births(drawn),
        **shown.work(drawn),
        "companions": habits.company(drawn),
        "groups": habits.clubs(drawn),
        "tastes": habits.tastes(drawn),
        "picture": habits.pictures(drawn),
        "hours": habits.hours(drawn),
        "language": habits.languages(drawn),
        "created_on": habits.created(drawn),
        "consent_on": np.where(rng.random(len(owner)) < 0.99, "2026-10-01", "").astype(object),
        "person": np.array([f"h{each}" for each in owner], dtype=object),
    }


def _bases(drawn: Drawn) -> Words:
    tastes = drawn.pools.tastes.values[drawn.lives.tastes[:, 0]]
    return handles.bases(drawn.rng, drawn.people, tastes, drawn.pools)


def _handles(drawn: Drawn, usual: Words, second: Words) -> Words:
    """Each profile's handle; on one network no two are the same."""
    choice, owner = drawn.rng.random(len(drawn.owner)), drawn.owner
    made = np.where(choice < SAME + VARIED, usual[owner], second[owner])
    varied = np.flatnonzero((choice >= SAME) & (choice < SAME + VARIED))
    years = drawn.people.birth_year[owner[varied]]
    made[varied] = handles.varied(drawn.rng, made[varied], years)
    return handles.unique(drawn.network, made, np.arange(len(owner)))


def _boxes(drawn: Drawn, usual: Words, second: Words) -> Words:
    """The address each profile would give."""
    rng, people = drawn.rng, drawn.people
    plain = handles.plain(people.given) + "." + handles.plain(people.surname)
    everyone = np.arange(people.count)
    local = np.where(rng.random(people.count) < 0.55, plain, usual)
    # Both at once: no address is given twice.
    both = handles.mailboxes(rng, np.concatenate([local, second]), np.tile(everyone, 2))
    main = rng.random(len(drawn.owner)) < USUAL_BOX
    return np.where(main, both[drawn.owner], both[drawn.owner + people.count])


def _kept(drawn: Drawn, field: str, values: Words, times: float = 1.0) -> Words:
    """The values where the profile shows them."""
    shares = np.minimum(1.0, times * networks().shows[field][drawn.network])
    return np.where(drawn.rng.random(len(values)) < shares, values, "").astype(object)
