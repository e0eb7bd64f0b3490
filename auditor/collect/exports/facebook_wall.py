"""What others wrote on the owner's timeline: birthday wishes, for the most part.

Who wrote stands only in a sentence of the account's language (``Inès Vasseur wrote on your timeline.``).
"""

from collections.abc import Iterator
from itertools import count

from auditor.collect.dates import unix
from auditor.collect.exports.facebook_rows import Row
from auditor.collect.exports.loose import fitted
from auditor.collect.exports.shapes import node, nodes
from auditor.collect.exports.statement import Statement
from auditor.model.profile import Post

_ROOT, _INNER = "wall_posts_sent_to_you", "activity_log_data"


class _Row(Row, gc=False):
    title: str | None = None


def read(export: Statement) -> Iterator[Post]:
    """Each as a post by another; who may see the timeline is not known."""
    seen, numbers = export.sight("public_comment"), count(1)
    for document in export.documents("wall", mojibake=True):
        found = node(document).get(_ROOT)
        for each in nodes(node(found).get(_INNER, found)):
            row = fitted(each, _Row)
            text = next((said.post for said in row.data if said.post), None)
            if text:
                yield Post(
                    id=f"wall-{next(numbers)}",
                    text=text,
                    sight=seen,
                    published_on=unix(row.timestamp),
                    by=_author(export, row.title or ""),
                )


def _author(export: Statement, title: str) -> str:
    """The name before a known phrase; else all of the sentence, which names them too."""
    for phrase in export.layout.words["wrote"]:
        name, found, _ = title.partition(phrase)
        if found:
            return name
    return title.strip()
