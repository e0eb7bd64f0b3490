"""Web archives made for the tests, as crawlers write them."""

import gzip
import io
import json
import zipfile
import zlib

HEAD = "<!DOCTYPE html><meta charset=utf-8><meta property=og:type content=profile>"


def page(name, text="", head=HEAD):
    """A saved profile of somebody."""
    return f"{head}<title>{name}</title><h1>{name}</h1><p>{text}</p>".encode()


def chunked(data, size=50):
    """The body in chunks."""
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(f"{len(each):x}\r\n".encode() + each + b"\r\n" for each in parts) + b"0\r\n\r\n"


def response(
    url,
    data,
    *,
    kind="text/html; charset=utf-8",
    date="2024-03-02T09:14:00Z",
    more="",
    status="200 OK",
    length=None,
    record="response",
):
    """A record; a false length may be given."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode()
    block = http + data if record == "response" else data
    told = kind if record == "resource" else "application/http; msgtype=response"
    head = (
        f"WARC/1.0\r\nWARC-Type: {record}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(url)) % 10**12:012}>\r\n"
        f"Content-Type: {told}\r\nContent-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def packed(*records):
    """A .warc.gz: a member for each record."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)


def deflated(data):
    """Packed as some servers do: without the header of zlib."""
    pack = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return pack.compress(data) + pack.flush()


def wacz(visited, **files):
    """A WACZ with a list of the pages that were visited."""
    lines = [{"format": "json-pages-1.0", "id": "pages"}, *({"url": url} for url in visited)]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        if visited is not None:
            archive.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, lines)))
        for name, data in files.items():
            archive.writestr(f"archive/{name}.warc.gz", data)
    return file.getvalue()
