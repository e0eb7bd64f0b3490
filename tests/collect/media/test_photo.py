"""collect/media/photo.py: pictures as sources of their own."""

import pytest

from auditor.collect.archive import folder, opened
from auditor.collect.media import album, photo
from auditor.model.failure import Failure
from auditor.model.profile import Batch, Profile
from auditor.model.visibility import Visibility
from auditor.store.rows import gathered
from tests.collect.contexts import context, failures, only
from tests.collect.media.files import NANTES, packet, saved, scene, zipped
from tests.collect.media.files import photo as taken

TAGS = {0x010F: "Canon", 0x0110: "Canon EOS 80D", 0x010E: "La cale"}


def test_a_picture_is_a_post_of_whoever_made_it():
    found = only(photo.read(taken(main=TAGS, gps=NANTES), context(path="photos/cale.jpg")))
    (post,) = found.posts
    assert (found.account, found.collector, post.text) == (None, "media", "La cale")
    (media,) = post.media
    assert (media.url, media.device, media.latitude) == ("cale.jpg", "Canon EOS 80D", 47.218333)


def test_the_mandate_says_whose_it_is_and_who_sees_it():
    more = {"owner": "photos:loic_tr", "seen_by": Visibility.INDEXED}
    found = only(photo.read(taken(main=TAGS), context(**more)))
    assert found.account == "photos:loic_tr"
    assert found.posts[0].sight.visibility is Visibility.INDEXED


def test_names_written_into_it_are_tags():
    xmp = packet(
        "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Gwen Hamon</rdf:li></rdf:Bag>"
        "</Iptc4xmpExt:PersonInImage>"
    )
    found = only(photo.read(taken(xmp=xmp), context()))
    assert [each.name for each in found.posts[0].tags] == ["Gwen Hamon"]


@pytest.mark.parametrize("data", [b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"])
def test_what_cannot_be_read_is_said(data):
    assert failures(photo.read(data, context())) == [
        "the picture is damaged, or of a kind not read"
    ]


def test_a_folder_and_a_zip_of_pictures_give_the_same(tmp_path):
    members = {
        "a.jpg": taken(1, main=TAGS),
        "deep/b.png": saved(scene(2), "PNG"),
        "notes.txt": b"nothing",
        "c.heic": b"\0\0\0\x18ftypheic\0\0\0\0",
        "d.jpg": b"\xff\xd8\xff\xe0 cut",
    }
    for name, data in members.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)
    for archive in (folder(tmp_path), opened(zipped(members))):
        found = list(gathered(album.read_archive(archive, context())))
        (profile,) = [each for each in found if isinstance(each, Profile)]
        assert sorted(each.media[0].url for each in profile.posts) == ["a.jpg", "b.png"]
        assert len({each.id for each in profile.posts}) == 2
        assert sorted(failures(each for each in found if isinstance(each, Failure))) == [
            "some files of the folder are no pictures",
            "the picture is HEIC or AVIF, which is not read here",
            "the picture is damaged, or of a kind not read",
        ]


def test_a_large_album_comes_in_parts():
    one = saved(scene(1, (64, 48)))
    archive = opened(zipped({f"{number:03}.jpg": one for number in range(205)}))
    parts = [
        len(each.posts)
        for each in album.read_archive(archive, context())
        if isinstance(each, Batch)
    ]
    assert parts == [200, 5]
