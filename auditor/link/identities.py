"""Groups of records as identities: their accounts, and whether they are the subject's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditor.link import answers
from auditor.link.judge import Kit
from auditor.link.side import Side
from auditor.model.fact import Fact
from auditor.model.identity import Identity
from auditor.model.mandate import Mandate
from auditor.model.record import Record, Role
from auditor.model.visibility import Origin, Visibility


def identities(
    groups: Iterable[frozenset[str]], sides: Mapping[str, Side], mandate: Mandate, kit: Kit
) -> Iterator[Identity]:
    """Each group with its accounts, told whether it is the subject's."""
    subject = declared(mandate)
    for group in groups:
        records = tuple(sorted(group))
        owners = [sides[each].records[0] for each in records]
        accounts = tuple(
            sorted({each.account for each in owners if each.role is Role.OWNER and each.account})
        )
        named = not mandate.accounts and _bears(owners, sides, subject, kit)
        yield Identity(
            id=records[0],
            records=records,
            accounts=accounts,
            is_subject=named or any(mandate.covers(account) for account in accounts),
        )


def _bears(records: Sequence[Record], sides: Mapping[str, Side], subject: Side, kit: Kit) -> bool:
    """Where no account is listed: does an owner bear the subject's name?"""
    return any(
        each.role is Role.OWNER and answers.named_like(sides[each.id], subject, kit)
        for each in records
    )


def declared(mandate: Mandate) -> Side:
    """The subject's name as the mandate gives it, to recognise namesakes by; it joins nothing."""
    names = (mandate.subject.name, *mandate.subject.aliases)
    return Side(
        records=(),
        facts=tuple(
            Fact(
                id=f"mandate-{at}",
                record="mandate",
                kind="full_name" if at == 0 else "alias",
                value=each,
                quote=each,
                source="mandate",
                passage="field",
                visibility=Visibility.ME,
                visibility_from=Origin.DECLARED,
                recognizer="mandate",
                confidence=1.0,
            )
            for at, each in enumerate(names)
        ),
    )
