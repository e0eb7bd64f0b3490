"""What an export says of advertising: interests drawn from use, companies whose lists hold the person, contacts handed over.

The network shows these parts to the account alone. Whoever stands in an address book is somebody
else: they are counted, and never named.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from auditor.collect.exports import meta
from auditor.collect.exports.shapes import at, nodes, one, text
from auditor.collect.exports.statement import Statement
from auditor.collect.exports.table import Row
from auditor.collect.labels import key
from auditor.model.visibility import Visibility

INTEREST, LISTED, CONTACTS = "ad_interest", "ad_audience", "uploaded_contacts"


class _Advertiser(Struct, gc=False):
    advertiser_name: str | None = None
    has_data_file_custom_audience: bool | None = None


def tell(export: Statement, kind: str, said: Iterable[object]) -> None:
    """Tell values that nobody but the account is shown."""
    for each in said:
        export.tell(kind, each, stated=Visibility.ME)


def of_facebook(export: Statement) -> None:
    """Interests, companies and the address book of a Facebook export."""
    for document in export.documents("interests", mojibake=True):
        topics = (at(document, name) for name in meta.versions("topics"))
        tell(export, INTEREST, (each for found in topics for each in _list(found)))
    tell(export, LISTED, _companies(export, "custom_audiences_all_types"))
    books = [
        at(document, name, "address_book")
        for document in export.documents("address_book")
        for name in meta.versions("address_book")
    ]
    tell(export, CONTACTS, [sum(len(_list(each)) for each in books) or None])


def of_instagram(export: Statement) -> None:
    """Interests, companies and the contacts of the telephone of an Instagram export."""
    for document in export.documents("interests", mojibake=True):
        found = at(document, "inferred_data_ig_interest")
        tell(export, INTEREST, (value for _, value in meta.pairs(found)))
    tell(export, LISTED, _companies(export, "ig_custom_audiences_all_types"))
    synced = export.elements("address_book", under=("contacts_contact_info",))
    tell(export, CONTACTS, [sum(map(len, synced)) or None])


def of_x(export: Statement) -> None:
    """Interests that X keeps on, and companies whose lists hold the account."""
    drawn = at(one(export.document("interests"), "p13nData"), "interests")
    kept = (each for each in nodes(at(drawn, "interests")) if each.get("isDisabled") is not True)
    tell(export, INTEREST, (text(each.get("name")) for each in kept))
    tell(export, LISTED, map(text, _list(at(drawn, "audienceAndAdvertisers", "advertisers"))))
    tell(export, CONTACTS, [sum(map(len, export.elements("address_book"))) or None])


def of_linkedin(export: Statement) -> None:
    """What LinkedIn takes a member for, and the segments that advertisers may choose them by."""
    tell(
        export,
        INTEREST,
        filter(None, (_inference(export, row) for row in export.rows("inferences"))),
    )
    for row in export.rows("advertising"):
        for column in ("interests", "traits"):
            tell(export, INTEREST, row.get(column, "").split(";"))


def _inference(export: Statement, row: Row) -> str | None:
    """What is held to be true; an answer in words is told with what it answers, a mere score is not."""
    held = row.get("inference", "").strip()
    meaning = export.layout.word.get(key(held))
    if not any(map(str.isalpha, held)) or meaning == "no":
        return None
    asked = row.get("inference_type", "").strip()
    return asked if meaning == "yes" else f"{asked}: {held}"


def _companies(export: Statement, name: str) -> Iterator[str]:
    """Those that gave the network a list with the person on it, by e-mail or number."""
    for rows, repair in meta.batches(export, "advertisers", _Advertiser, *meta.versions(name)):
        for row in rows:
            if row.has_data_file_custom_audience and row.advertiser_name:
                yield repair.text(row.advertiser_name)


def _list(found: Any) -> list[Any]:
    return found if isinstance(found, list) else []
