"""A real web on loopback for sweeps: hosts that keep connections open, answer late, or not at all."""

import threading
from collections import Counter
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

NOBODY = "Sorry, this user does not exist"
SOMEBODY = "class='profile'"


class Web:
    """Hosts on loopback; `page` answers a request of a path, `asked` counts what was asked."""

    def __init__(self):
        self.pages = {}
        self.asked = Counter()
        self.heard = []
        self.hosts = []

    @property
    def url(self):
        return self.hosts[0]

    def says(self, path, body="", *, status=200, **headers):
        """The path answers with the body."""
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = lambda request: send(request, data, status, headers)
        return self.url + path

    def does(self, path, page):
        """The path answers as the function has it."""
        self.pages[path] = page
        return self.url + path

    def times(self, path):
        """How often a path was asked for, on any host."""
        return sum(count for (_, each), count in self.asked.items() if each == path)


def send(request, data, status=200, headers=None):
    """Send a whole answer."""
    request.send_response(status)
    for name, value in (headers or {}).items():
        request.send_header(name.replace("_", "-"), value)
    request.send_header("Content-Length", str(len(data)))
    request.end_headers()
    request.wfile.write(data)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def handle_error(self, *_):
        pass


def _handler(web):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            web.asked[self.server.server_address[0], self.path] += 1
            web.heard.append((self.command, self.path, dict(self.headers), body))
            robots = self.path == "/robots.txt"
            page = web.pages.get(self.path) or (None if robots else web.pages.get("*"))
            try:
                page(self) if page else send(self, b"", 404)
            except OSError:
                self.close_connection = True

        def do_POST(self):
            self.do_GET()

        def log_message(self, *_):
            pass

    return Handler


@contextmanager
def running(hosts=1, *, context=None):
    """A web for a test; it stops with it, whatever still hangs on it."""
    web, servers, port = Web(), [], 0
    for number in range(1, hosts + 1):
        servers.append(_Server((f"127.0.0.{number}", port), _handler(web)))
        port = servers[0].server_port
        web.hosts.append(f"http{'s' if context else ''}://127.0.0.{number}:{port}")
        if context is not None:
            servers[-1].socket = context.wrap_socket(servers[-1].socket, server_side=True)
    threads = [
        threading.Thread(target=each.serve_forever, args=(0.02,), daemon=True) for each in servers
    ]
    for thread in threads:
        thread.start()
    try:
        yield web
    finally:
        for server, thread in zip(servers, threads, strict=True):
            server.shutdown()
            server.server_close()
            thread.join()
