"""Pictures and documents made for the tests: the bytes that cameras and programs would write."""

import io
import random
import zipfile

from PIL import Image, ImageDraw

NANTES = {1: "N", 2: (47.0, 13.0, 6.0), 3: "W", 4: (1.0, 33.0, 13.0)}
EXIF_IFD, GPS_IFD = 0x8769, 0x8825


def scene(seed=1, size=(640, 480)):
    """A picture of coloured discs, another for each seed."""
    chance = random.Random(seed)
    image = Image.new("RGB", size, (chance.randrange(256),) * 3)
    draw = ImageDraw.Draw(image)
    for _ in range(40):
        x, y, wide = chance.randrange(size[0]), chance.randrange(size[1]), chance.randrange(20, 200)
        colour = tuple(chance.randrange(256) for _ in range(3))
        draw.ellipse((x, y, x + wide, y + wide), fill=colour)
    return image


def saved(image, kind="JPEG", **more):
    """The bytes of a picture's file."""
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


def exif(main=None, shot=None, gps=None):
    """The tags of a camera: texts as the bytes that stand in the file."""
    tags = Image.Exif()
    for tag, value in (main or {}).items():
        tags[tag] = value.encode() if isinstance(value, str) else value
    for ifd, values in ((EXIF_IFD, shot), (GPS_IFD, gps)):
        if values:
            tags[ifd] = tags._ifds[ifd] = {
                tag: value.encode() if isinstance(value, str) and ifd == EXIF_IFD else value
                for tag, value in values.items()
            }
    return tags


def photo(
    seed=1, *, kind="JPEG", size=(640, 480), xmp=None, main=None, shot=None, gps=None, **more
):
    """A picture with tags, as a file."""
    if xmp is not None:
        more["xmp"] = xmp.encode()
    return saved(scene(seed, size), kind, exif=exif(main, shot, gps), **more)


def packet(body, attributes=""):
    """An XMP packet around some properties."""
    spaces = {
        "dc": "http://purl.org/dc/elements/1.1/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "aux": "http://ns.adobe.com/exif/1.0/aux/",
        "exif": "http://ns.adobe.com/exif/1.0/",
        "tiff": "http://ns.adobe.com/tiff/1.0/",
        "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
        "mwg-rs": "http://www.metadataworkinggroup.com/schemas/regions/",
        "MPReg": "http://ns.microsoft.com/photo/1.2/t/Region#",
    }
    named = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in spaces.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {named} {attributes}>{body}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )


CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<dc:title>Candidature au poste de dessinatrice</dc:title><dc:creator>Odile Kermadec</dc:creator>
<cp:lastModifiedBy>Yann Bréval</cp:lastModifiedBy><cp:revision>7</cp:revision>
<dcterms:created xsi:type="dcterms:W3CDTF">2024-03-02T09:14:00Z</dcterms:created>
<dcterms:modified xsi:type="dcterms:W3CDTF">2024-05-01T18:00:00Z</dcterms:modified></cp:coreProperties>"""
APP = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
<Application>Microsoft Office Word</Application><Manager>Solène Quéméner</Manager>
<Company>Atelier Quai Sud</Company><AppVersion>16.0000</AppVersion></Properties>"""
META = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<office:meta><meta:initial-creator>Odile Kermadec</meta:initial-creator>
<meta:creation-date>2024-03-02T09:14:00</meta:creation-date><dc:date>2024-05-01T18:00:00</dc:date>
<dc:creator>Yann Bréval</dc:creator><dc:title>Lettre</dc:title>
<meta:generator>LibreOffice/7.4</meta:generator></office:meta></office:document-meta>"""


def zipped(members):
    """A zip of members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def word(core=CORE, app=APP):
    """A .docx, as far as its properties go."""
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    members = {"[Content_Types].xml": types, "word/document.xml": "<w/>"}
    members |= {"docProps/core.xml": core} if core else {}
    members |= {"docProps/app.xml": app} if app else {}
    return zipped(members)


def open_document(meta=META):
    """An .odt, as far as its properties go."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest/>",
            "meta.xml": meta,
            "content.xml": "<c/>",
        }
    )


def pdf(info=None, *, xmp=None, password=None):
    """A PDF of one page with an information dictionary."""
    from pypdf import PdfWriter
    from pypdf.generic import NameObject, StreamObject

    writer = PdfWriter()
    writer.add_blank_page(width=200, height=200)
    writer.add_metadata(info or {})
    if xmp is not None:
        stream = StreamObject()
        stream.set_data(xmp.encode())
        stream[NameObject("/Type")] = NameObject("/Metadata")
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
