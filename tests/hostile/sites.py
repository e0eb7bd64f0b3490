"""Sites that are slow, endless, or send their readers elsewhere: real servers on loopback."""

import gzip
import time

from tests.hostile.rows import NAME, TOWN, Row, page

_PAGE = page(f"<p>{NAME} habite à {TOWN} depuis dix ans et y tient un atelier de reliure.</p>")
_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def says(body: bytes, path: str = "/", **more):
    return lambda site: site.says(path, body, **more)


def packed(*, times: int):
    """200 MB of nothing, packed once or twice."""

    def prepare(site):
        body = bytes(200_000_000)
        for _ in range(times):
            body = gzip.compress(body)
        return site.says("/", body, Content_Encoding=", ".join(["gzip"] * times))

    return prepare


def sends(target: str):
    return lambda site: site.sends("/", target.format(port=site.port))


def drips(*chunks: bytes, every: bytes, path: str = "/"):
    """The chunks at once, then one more again and again, far longer than anyone waits."""

    def answer(request):
        for chunk in chunks:
            request.wfile.write(chunk)
            request.wfile.flush()
        for _ in range(600):
            request.wfile.write(every)
            request.wfile.flush()
            time.sleep(0.1)

    def prepare(site):
        site.says("/", _PAGE)
        site.pages[path] = answer
        return f"{site.url}/"

    return prepare


def raw(data: bytes):
    def answer(request):
        request.wfile.write(data)
        request.close_connection = True

    def prepare(site):
        site.pages["/"] = answer
        return f"{site.url}/"

    return prepare


def robots(text: str, status: int = 200):
    def prepare(site):
        site.says("/robots.txt", text, status=status)
        return site.says("/", _PAGE)

    return prepare


def steps(count: int):
    """Redirects, each of them late."""

    def late(request, target):
        time.sleep(3)
        request.send_response(302)
        request.send_header("Location", target)
        request.send_header("Content-Length", "0")
        request.end_headers()

    def prepare(site):
        for at in range(count):
            site.pages[f"/{at}"] = lambda request, at=at: late(request, f"/{at + 1}")
        site.says(f"/{count}", _PAGE)
        return f"{site.url}/0"

    return prepare


ROWS: tuple[Row, ...] = tuple(
    Row(name=f"site: {name}", site=site, refused=refused, reads=reads)
    for name, site, refused, reads in (
        ("a page", says(_PAGE), "", (TOWN,)),
        ("a bomb of 200 MB in gzip", packed(times=1), "larger than", ()),
        ("a bomb packed twice", packed(times=2), "larger than", ()),
        ("a slow body", drips(_OK, b"Content-Length: 99999\r\n\r\n", every=b"x"), "took too long", ()),
        ("slow headers", drips(_OK, every=b"X-A: b\r\n"), "took too long|did not answer as it should", ()),
        ("a slow robots.txt", drips(_OK, b"\r\n", every=b"#", path="/robots.txt"), "took too long", ()),
        ("redirects that are late", steps(3), "took too long", ()),
        ("a redirect in circles", sends("/"), "circles", ()),
        ("a redirect to a private number", sends("http://10.0.0.1/"), "another site", ()),
        ("a redirect to the metadata service", sends("http://169.254.169.254/latest/"), "another site", ()),
        ("a redirect to a file", sends("file:///etc/passwd"), "only http", ()),
        ("a redirect with a password", sends("http://me:secret@127.0.0.1:{port}/x"), "name or a password", ()),
        ("300 headers", raw(_OK + b"".join(b"X-%d: y\r\n" % n for n in range(300)) + b"\r\nx"), "did not answer as it should", ()),
        ("a body that is cut", raw(_OK + b"Content-Length: 9999\r\n\r\ncut"), "did not answer as it should", ()),
        ("no HTTP", raw(b"SSH-2.0-OpenSSH_9\r\n"), "did not answer as it should", ()),
        ("robots.txt forbids", robots("User-agent: *\nDisallow: /"), "robots.txt forbids", ()),
        ("robots.txt forbids behind a byte order mark", robots("\ufeffUser-agent: *\nDisallow: /"), "robots.txt forbids", ()),
        ("robots.txt fails (500)", robots("", 500), "cannot say now", ()),
        ("robots.txt is missing (404)", robots("User-agent: *\nDisallow: /", 404), "", (TOWN,)),
    )
)  # fmt: skip
