"""collect/media/{office,pdf,document}.py: what documents say of who wrote them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.media import office, pdf
from auditor.model.profile import Profile
from tests.collect.contexts import context, failures, said
from tests.collect.media.files import APP, CORE, META, open_document, packet, word, zipped
from tests.collect.media.files import pdf as printed

UNREAD = "of the document only what it says of itself was read, not its text"
INFO = {
    "/Author": "Odile Kermadec",
    "/Title": "Curriculum vitæ",
    "/Creator": "Microsoft Word",
    "/Company": "Atelier Quai Sud",
    "/CreationDate": "D:20240302091400+01'00'",
}


def profile(items):
    """The one profile; the text is said not to be read."""
    found = list(items)
    assert failures(found) == [UNREAD]
    (made,) = [each for each in found if isinstance(each, Profile)]
    return made


def test_word_names_author_editor_manager_and_firm():
    made = profile(office.read(word(), context(path="cv.docx")))
    assert said(made) == {
        ("full_name", "Odile Kermadec"),
        ("employer", "Atelier Quai Sud"),
        ("manager", "Solène Quéméner"),
    }
    assert [said(each) for each in made.people] == [{("full_name", "Yann Bréval")}]
    (post,) = made.posts
    assert post.text == "Candidature au poste de dessinatrice"
    assert (post.media[0].software, post.media[0].taken_on) == (
        "Microsoft Office Word",
        date(2024, 3, 2),
    )


def test_open_document_names_first_and_last_author():
    made = profile(office.read(open_document(), context()))
    assert said(made) == {("full_name", "Odile Kermadec")}
    assert [said(each) for each in made.people] == [{("full_name", "Yann Bréval")}]
    assert made.posts[0].media[0].taken_on == date(2024, 3, 2)


@pytest.mark.parametrize(
    ("old", "new", "gone"),
    [
        ("Odile Kermadec", "Microsoft Office User", "full_name"),
        ("Odile Kermadec", "python-docx", "full_name"),
        ("Atelier Quai Sud", "Microsoft", "employer"),
        ("Solène Quéméner", "Utilisateur Windows", "manager"),
    ],
)
def test_what_a_program_writes_on_its_own_is_no_name(old, new, gone):
    made = profile(office.read(word(CORE.replace(old, new), APP.replace(old, new)), context()))
    assert gone not in {name for name, _ in said(made)}


def test_an_author_may_be_an_address():
    core = CORE.replace("Odile Kermadec", "odile@kermadec.example")
    made = profile(office.read(word(core), context()))
    assert ("email_personal", "odile@kermadec.example") in said(made)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (word(None, None), "the document carries no properties"),
        (word("<cp:core"), "the properties of the document are damaged"),
        (
            word('<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'),
            "the properties of the document are damaged",
        ),
        (word()[:200], "the archive is cut, damaged, or no zip at all"),
        (
            zipped({"META-INF/manifest.xml": "", "mimetype": ""}),
            "the document carries no properties",
        ),
    ],
)
def test_documents_that_say_nothing_or_are_damaged(data, reason):
    assert failures(office.read(data, context())) == [reason]


def test_an_external_entity_is_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    meta = META.replace(
        "<office:document-meta",
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]><office:document-meta',
        1,
    ).replace("Odile Kermadec", "&e;")
    assert failures(office.read(open_document(meta), context())) == [
        "the properties of the document are damaged"
    ]


def test_a_pdf_names_its_author():
    made = profile(pdf.read(printed(INFO), context(path="cv.pdf")))
    assert said(made) == {("full_name", "Odile Kermadec"), ("employer", "Atelier Quai Sud")}
    (post,) = made.posts
    assert (post.text, post.media[0].url) == ("Curriculum vitæ", "cv.pdf")
    assert (post.media[0].software, post.media[0].taken_on) == (
        "Microsoft Word",
        date(2024, 3, 2),
    )


def test_a_pdf_without_dictionary_is_read_by_its_xmp():
    xmp = packet(
        "<dc:creator><rdf:Seq><rdf:li>Odile Kermadec</rdf:li></rdf:Seq></dc:creator>",
        'xmp:CreateDate="2024-03-02T09:14:00"',
    )
    made = profile(pdf.read(printed(xmp=xmp), context()))
    assert said(made) == {("full_name", "Odile Kermadec")}
    assert made.posts[0].media[0].taken_on == date(2024, 3, 2)


@pytest.mark.parametrize(
    ("data", "reasons"),
    [
        (printed({}, password="x"), ["the PDF is protected by a password, which is not asked for"]),
        (b"%PDF-1.7\n", ["the PDF is damaged"]),
        (b"%PDF-1.7\n<html>", ["the PDF is damaged"]),
        (printed({"/CreationDate": "D:20249999"}), [UNREAD]),
    ],
)
def test_pdfs_that_cannot_be_read(data, reasons, capfd):
    assert failures(pdf.read(data, context())) == reasons
    assert capfd.readouterr() == ("", "")


def test_an_empty_password_is_no_password():
    assert said(profile(pdf.read(printed(INFO, password=""), context())))


@given(st.integers(0, 900), st.binary(min_size=1, max_size=12))
def test_a_damaged_pdf_ends_in_items(at, patch):
    good = printed(INFO)
    assert list(pdf.read(good[:at] + patch + good[at + len(patch) :], context()))
