"""A real site on loopback for tests: its pages are functions that answer a request."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Site:
    """A running site: `pages` maps a path to a function of the request, `asked` what was asked."""

    def __init__(self, port):
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.pages = {}
        self.asked = []

    def says(self, path, body, *, status=200, kind="text/html; charset=utf-8", **headers):
        """The path answers with the body."""
        data = body.encode() if isinstance(body, str) else body

        def page(request):
            request.send_response(status)
            request.send_header("Content-Type", kind)
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            request.send_header("Content-Length", str(len(data)))
            request.end_headers()
            request.wfile.write(data)

        self.pages[path] = page
        return self.url + path

    def sends(self, path, target, *, status=302):
        """The path redirects."""
        return self.says(path, "", status=status, Location=target)

    def paths(self):
        """The paths asked for, in order, robots.txt left out."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def running():
    """A site for a test; it stops with it, whatever still hangs on it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            site.asked.append((self.path, dict(self.headers)))
            page = site.pages.get(self.path)
            try:
                if page is None:
                    self.send_error(404)
                else:
                    page(self)
            except OSError:
                self.close_connection = True

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    site = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
