"""Addresses of the mandate read live: only what the subject is shown to control, its API before its page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from auditor.collect.apis.desk import Answers, Desk
from auditor.collect.guard import guarded
from auditor.collect.net.address import is_local
from auditor.collect.net.answer import Fetched, FetchRefusedError
from auditor.collect.proof.check import is_proved
from auditor.collect.proof.method import has_proof
from auditor.collect.proof.token import Tokens
from auditor.collect.readers import read_file
from auditor.collect.reading import Context
from auditor.model.mandate import Mandate
from auditor.model.profile import Item, Page, Person, Profile
from auditor.model.text import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """What reading an address needs beside the source."""

    mandate: Mandate
    fetch: Callable[[str], Fetched]
    desk: Desk
    tokens: Tokens | None
    """None where no token was ever made."""


def read(url: str, live: Live, context: Context) -> Iterator[Item]:
    """What an address shows to anybody without login.

    Raises:
        UnreadableError: it is not proved, or may not or cannot be fetched.
    """
    free = live.mandate.fictional
    if free and not is_local(url):
        raise FetchRefusedError(
            say("a fictional mandate reads addresses of this machine only"),
            say("save the page and give the file, or set fictional: false"),
        )
    known = live.desk.account(url, context.source.network)
    if known is not None and (known.sure or free or has_proof(live.mandate, url)):
        if not free and not has_proof(live.mandate, url):
            raise _unproved()
        answers = live.desk.ask(known)
        if answers is not None:
            return _answered(answers, replace(context, fetched=True, indexed=True, address=url))
    return _page(url, live, context)


def _page(url: str, live: Live, context: Context) -> Iterator[Item]:
    page = live.fetch(url)
    if not live.mandate.fictional and not is_proved(
        live.mandate, page, url, live.fetch, live.tokens
    ):
        raise _unproved()
    context = replace(context, fetched=True, indexed=page.indexed, address=page.address)
    shown = guarded(read_file, page.data, context)
    try:
        site = live.desk.ask_site(page)
    except FetchRefusedError as refused:
        return chain(shown, (refused.failure(context.source.id),))
    return shown if site is None else _joined(shown, _answered(site, context))


def _answered(answers: Answers, context: Context) -> Iterator[Item]:
    yield from guarded(read_file, answers.document, context)
    if answers.stopped is not None:
        yield answers.stopped.failure(context.source.id)


def _joined(shown: Iterator[Item], told: Iterator[Item]) -> Iterator[Item]:
    """What the page shows, with what the site's API adds; failures of both."""
    more = list(told)
    added = next((each for each in more if isinstance(each, Profile)), None)
    for item in shown:
        if isinstance(item, Profile | Page) and added is not None:
            item, added = _with(item, added), None  # noqa: PLW2901 (the first place takes it)
        yield item
    yield from (each for each in more if each is added or not isinstance(each, Profile))


def _with(item: Profile | Page, added: Profile) -> Profile | Page:
    """The page of a site with its posts, and what its one writer says, once each."""
    known = {each.text for each in item.posts}
    posts = tuple(
        replace(each, id=f"api-{each.id}") for each in added.posts if each.text not in known
    )
    if isinstance(item, Page):
        named = any(each.name == "full_name" for each in added.fields)
        writer = (Person(fields=added.fields, url=added.url),) if named else ()
        return replace(item, posts=(*item.posts, *posts), people=(*item.people, *writer))
    return replace(
        item,
        fields=tuple(dict.fromkeys((*item.fields, *added.fields))),
        links=tuple(dict.fromkeys((*item.links, *added.links))),
        posts=(*item.posts, *posts),
    )


def _unproved() -> FetchRefusedError:
    return FetchRefusedError(
        say("not proved: nothing shows that the subject controls this address"),
        say(
            "list it under accounts and prove it with `auditor mandate proof`, link from the page with "
            "rel=me to a proved account of yours, or save the page and give the file"
        ),
    )
