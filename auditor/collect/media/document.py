"""What a document says of who wrote it, for whom and when, whatever its format."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from auditor.collect.media import photo
from auditor.collect.media.table import company, name
from auditor.collect.reading import Context
from auditor.collect.sight import sight
from auditor.collect.unreadable import failed
from auditor.model.names import fold
from auditor.model.profile import Field, Item, Media, Person, Post, Profile
from auditor.model.text import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The properties that programs write into a document; empty or None where they say nothing."""

    author: str = ""
    editor: str = ""
    """Who saved it last."""
    manager: str = ""
    company: str = ""
    title: str = ""
    subject: str = ""
    program: str = ""
    created_on: date | None = None
    changed_on: date | None = None


def items(document: Document, context: Context, file: str) -> Iterator[Item]:
    """The author's profile, with the document as its one post; a failure for the text, which is not read."""
    fields = tuple(_fields(document, context))
    lines = dict.fromkeys(each for each in (document.title, document.subject) if each)
    if fields or lines or document.created_on or _editor(document):
        made = photo.profile(context, (_post(document, context, file, "\n".join(lines)),))
        yield _with(made, fields, document, context)
    yield failed(
        context.source.id,
        say("of the document only what it says of itself was read, not its text"),
        say("if the text matters, save it as a web page and give that too"),
    )


def _with(
    made: Profile, fields: tuple[Field, ...], document: Document, context: Context
) -> Profile:
    return replace(made, fields=fields, people=tuple(_people(document, context)))


def _fields(document: Document, context: Context) -> Iterator[Field]:
    for kind, text in (
        ("full_name", name(document.author)),
        ("employer", company(document.company)),
        ("manager", name(document.manager)),
    ):
        if text:
            yield Field(name=_kind(kind, text), text=text, sight=sight("posts", context))


def _kind(kind: str, text: str) -> str:
    """Programs take an e-mail address for a name."""
    return "email_personal" if kind == "full_name" and "@" in text else kind


def _post(document: Document, context: Context, file: str, text: str) -> Post:
    media = Media(
        url=file,
        caption=document.title,
        software=document.program or None,
        taken_on=document.created_on or document.changed_on,
    )
    return Post(id="post-1", text=text, sight=sight("posts", context), media=(media,))


def _people(document: Document, context: Context) -> Iterator[Person]:
    """Whoever saved it last, where that is somebody else."""
    editor = _editor(document)
    if editor:
        field = Field(name="full_name", text=editor, sight=sight("posts", context))
        yield Person(fields=(field,), post="post-1")


def _editor(document: Document) -> str:
    editor = name(document.editor)
    return "" if fold(editor) == fold(document.author) else editor
