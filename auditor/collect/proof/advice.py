"""Where the token of an account can be put, by what the account is."""

from collections.abc import Iterator

from auditor.collect.apis.table import Account as Known
from auditor.collect.proof.place import META, file_of, is_safe, record_for, record_of
from auditor.model.network import Network
from auditor.model.text import Text, say


def places(
    url: str, token: str, *, known: Known | None, card: Network | None, language: str
) -> Iterator[Text]:
    """Each place where the token is looked for, the easiest first."""
    if known is not None and known.api.token:
        yield say("%(field)s: %(token)s", field=known.api.token[language], token=token)
    elif card is not None:
        yield say(
            "any field of the public profile that only you can edit (presentation, website): %(token)s",
            token=token,
        )
    if card is None and (known is None or not known.sure):
        yield from _own(url, token)
    elif known is not None and known.network == "bluesky" and (name := record_for(known.handle)):
        yield _record(name, token)


def _own(url: str, token: str) -> Iterator[Text]:
    """On a site of one's own."""
    if is_safe(url):
        yield say(
            "in the head of the page: %(element)s",
            element=f'<meta name="{META}" content="{token}">',
        )
        yield say("a line of the file %(place)s: %(token)s", place=file_of(url), token=token)
    if name := record_of(url):
        yield _record(name, token)


def _record(name: str, token: str) -> Text:
    return say("a record of your domain: %(name)s TXT %(token)s", name=name, token=token)
