"""A real server of names on loopback: it answers TXT questions from a table."""

import socket
import threading
from contextlib import contextmanager

import dns.flags
import dns.message
import dns.rcode
import dns.rrset


@contextmanager
def served(records, *, refuses=False):
    """The address and port of a server; `records` maps absolute names to texts (none: no TXT)."""
    served.asked = []
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))
    server.settimeout(0.05)
    running = threading.Event()
    running.set()

    def serve():
        while running.is_set():
            try:
                data, sender = server.recvfrom(4096)
            except TimeoutError:
                continue
            server.sendto(_answer(data, records, refuses=refuses), sender)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield server.getsockname()
    finally:
        running.clear()
        thread.join()
        server.close()


def _answer(data, records, *, refuses):
    question = dns.message.from_wire(data)
    reply = dns.message.make_response(question)
    name = question.question[0].name.to_text()
    served.asked.append(name)
    if refuses:
        reply.set_rcode(dns.rcode.REFUSED)
    elif name not in records:
        reply.set_rcode(dns.rcode.NXDOMAIN)
    elif records[name]:
        quoted = [_chunks(each) for each in records[name]]
        reply.answer.append(dns.rrset.from_text(name, 60, "IN", "TXT", *quoted))
    return reply.to_wire()


def _chunks(text):
    """A text as the strings of at most 255 bytes that a record holds."""
    data = text.encode()
    parts = [data[at : at + 255] for at in range(0, len(data), 255)] or [b""]
    return " ".join('"' + "".join(f"\\{byte:03d}" for byte in part) + '"' for part in parts)
