"""An account tried by one method after the other, until one shows that the subject controls it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from auditor.collect.apis.answers import told_of
from auditor.collect.net.answer import FetchRefusedError
from auditor.collect.proof import page, possession
from auditor.collect.proof.method import vouching
from auditor.collect.proof.place import file_of, is_safe
from auditor.collect.proof.token import canonical
from auditor.collect.proof.trial import Trial
from auditor.collect.unreadable import UnreadableError
from auditor.model.failure import Failure
from auditor.model.mandate import Method
from auditor.model.profile import Item, Profile
from auditor.model.text import Text, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was shown, or what each method found wanting."""

    method: Method | None
    tried: tuple[tuple[Method, Text], ...]


def tried(trial: Trial, methods: Iterable[Method]) -> Outcome:
    """The first of the methods that shows control."""
    missed: list[tuple[Method, Text]] = []
    for each in methods:
        try:
            if _METHODS[each](trial):
                return Outcome(method=each, tried=tuple(missed))
            missed.append((each, _MISSED[each]))
        except UnreadableError as fault:
            missed.append((each, fault.reason))
    return Outcome(method=None, tried=tuple(missed))


def usual(trial: Trial) -> tuple[Method, ...]:
    """The methods that are tried for an account when none is asked for."""
    if trial.file is not None:
        return (Method.SAVED, Method.EXPORT)
    return (
        Method.TOKEN,
        *((Method.WELL_KNOWN,) if trial.is_own_site else ()),
        *((Method.DNS,) if _has_domain(trial) else ()),
        Method.VERIFIED,
        Method.REL_ME,
    )


def _token(trial: Trial) -> bool:
    """A token in a field of the account, or in the head of the page."""
    known = trial.known
    answers = trial.desk.ask(known) if known is not None else None
    if answers is not None:
        return _in_fields(trial, answers.document)
    found = trial.fetch(trial.url)
    return page.holds(found, trial.url, trial.tokens) or (
        is_safe(found.address) and _in_fields(trial, found.data)
    )


def _in_fields(trial: Trial, data: bytes) -> bool:
    return possession.shows_token(trial.account, trial.read(data), trial.tokens)


def _well_known(trial: Trial) -> bool:
    place = file_of(trial.url)
    if not is_safe(place):
        return False
    found = trial.fetch(place).data.decode("utf-8-sig", errors="replace")
    return trial.tokens.stands_in(trial.url, found)


def _dns(trial: Trial) -> bool:
    name = trial.domain
    return name is not None and any(
        trial.tokens.stands_in(trial.url, each) for each in trial.records(name)
    )


def _has_domain(trial: Trial) -> bool:
    """Is there a domain that may be the subject's: of their site, or as a handle?"""
    sure = trial.known is not None and trial.known.sure
    return trial.domain is not None and (sure or trial.is_own_site)


def _verified(trial: Trial) -> bool:
    """A network checked the account's link to a proved one, or a proved one's link to it."""
    others = vouching(trial.mandate, trial.account)
    mine = {canonical(each.url) for each in others if each.url}
    if not mine:
        return False
    if not mine.isdisjoint(_checked(trial, trial.url)):
        return True
    return any(canonical(trial.url) in _checked(trial, each.url) for each in others if each.url)


def _checked(trial: Trial, url: str) -> frozenset[str]:
    known = trial.desk.account(url)
    if known is None:
        return frozenset()
    told = told_of(trial.desk.call(known).document)
    return frozenset(map(canonical, told.checked))


def _rel_me(trial: Trial) -> bool:
    """The account and a proved one link to each other, sign for sign."""
    others = [each.url for each in vouching(trial.mandate, trial.account) if each.url]
    if not others or not is_safe(trial.url):
        return False
    mine = _links(trial, trial.url)
    return any(
        is_safe(each) and each in mine and trial.url in _links(trial, each) for each in others
    )


def _links(trial: Trial, url: str) -> frozenset[str]:
    """What an account or page declares to be the same person's."""
    known = trial.desk.account(url)
    if known is not None:
        try:
            return frozenset(told_of(trial.desk.call(known).document).links)
        except FetchRefusedError:
            if known.sure:
                raise
    return page.declared(trial.fetch(url))


def _saved(trial: Trial) -> bool:
    return _of_file(trial, lambda items: possession.shows_token(trial.account, items, trial.tokens))


def _export(trial: Trial) -> bool:
    made = possession.made_on(trial.file) if trial.file is not None else None
    today = trial.tokens.today
    return _of_file(trial, lambda items: possession.holds_export(trial.account, items, made, today))


def _of_file(trial: Trial, shows: Callable[[Iterable[Item]], bool]) -> bool:
    """Does the file show it? Where nothing of it could be read, why."""
    read, faults = False, list[Failure]()

    def watched() -> Iterator[Item]:
        nonlocal read
        for each in trial.read_saved():
            read = read or isinstance(each, Profile)
            faults.extend([each] if isinstance(each, Failure) else ())
            yield each

    if shows(watched()):
        return True
    if faults and not read:
        raise UnreadableError(faults[0].reason, faults[0].mend)
    return False


_METHODS: Mapping[Method, Callable[[Trial], bool]] = {
    Method.TOKEN: _token,
    Method.WELL_KNOWN: _well_known,
    Method.DNS: _dns,
    Method.VERIFIED: _verified,
    Method.REL_ME: _rel_me,
    Method.SAVED: _saved,
    Method.EXPORT: _export,
}
_MISSED: Mapping[Method, Text] = {
    Method.TOKEN: say("no valid token stands in a field of the account"),
    Method.WELL_KNOWN: say("the file of the site holds no valid token"),
    Method.DNS: say("the domain has no record with a valid token"),
    Method.VERIFIED: say("no network has checked a link between it and a proved account"),
    Method.REL_ME: say("it and a proved account do not link to each other"),
    Method.SAVED: say("the file shows no valid token in a field of the account"),
    Method.EXPORT: say("the file is no export of the account, or older than 90 days"),
}
