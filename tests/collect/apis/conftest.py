"""Networks played by a site on loopback: the shipped table with its hosts moved there."""

import json
from dataclasses import replace

import pytest

from auditor.collect.apis.desk import Desk
from auditor.collect.apis.table import table
from auditor.collect.net.http import Door
from auditor.collect.net.limits import limits
from tests.collect.site import running


class Played:
    """A site that plays one network; `asked` is what was asked, without robots.txt."""

    def __init__(self, site):
        self.site = site
        self.waited = []

    def api(self, network, **changes):
        """The network's row of the table, its hosts moved to the site."""
        known = table()[network]
        calls = (each.replace("https://", f"{self.site.url}/") for each in known.calls)
        moved = {
            "at": ("127.0.0.1",),
            "hosts": (f"127.0.0.1:{self.site.port}",),
            "calls": tuple(calls),
        }
        return {network: replace(known, **{**moved, **changes})}

    def desk(self, apis, *, networks=None, local=True, **more):
        fetch = Door(replace(limits(), interval=0.0, whole_call=3.0), allow_loopback=True).fetch
        return Desk(apis, networks or {}, fetch, local=local, wait=self.waited.append, **more)

    def says(self, path, document, **headers):
        kind = headers.pop("kind", "application/json")
        return self.site.says(path, json.dumps(document), kind=kind, **headers)

    def asked(self):
        return self.site.paths()


@pytest.fixture
def played():
    with running() as site:
        yield Played(site)
