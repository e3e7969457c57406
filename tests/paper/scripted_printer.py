"""An IPP printer on loopback that does what a test tells it to.

It has its own reading and writing of IPP, so that a mistake in the product's is seen.
"""

import struct
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from tests.paper.ipp_bytes import (
    BOOLEAN,
    CHARSET,
    COLLECTION,
    ENUM,
    INTEGER,
    KEYWORD,
    LANGUAGE,
    MIME,
    NAME,
    TEXT,
    URI,
    read,
    value,
    values,
)

PRINT_JOB, VALIDATE, CREATE, SEND, CANCEL = 2, 4, 5, 6, 8
GET_JOB, GET_JOBS, GET_PRINTER = 9, 0xA, 0xB
PENDING, PROCESSING, STOPPED, CANCELED, ABORTED, COMPLETED = 3, 5, 6, 7, 8, 9


@dataclass
class Job:
    """A job as the printer holds it."""

    number: int
    name: str
    ticket: dict[str, Any]
    document: bytes = b""
    state: int = COMPLETED
    reasons: tuple[str, ...] = ("job-completed-successfully",)
    message: str = ""
    impressions: int | None = None
    """Pages on paper as the printer tells it; None: one where the job is completed."""


@dataclass
class Script:
    """What the printer is to do; a test changes it as it goes."""

    state: int = 3
    reasons: tuple[str, ...] = ("none",)
    message: str = ""
    accepting: bool = True
    new_job_state: int = COMPLETED
    new_job_reasons: tuple[str, ...] = ("job-completed-successfully",)
    cancelling_helps: bool = True
    http_status: int = 200
    refuse_jobs_with: int = 0
    hang_up_before_taking: bool = False
    hang_up_after_taking: bool = False
    answer: bytes | None = None
    silent: bool = False
    speak: threading.Event = field(default_factory=threading.Event)


class ScriptedPrinter:
    """`with ScriptedPrinter() as printer:` listens on `printer.uri`."""

    def __init__(self) -> None:
        self.script = Script()
        self.jobs: list[Job] = []
        self.requests: list[int] = []
        self._last = 0
        self._lock = threading.RLock()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self.uri = f"ipp://127.0.0.1:{self.port}/ipp/print"

    def __enter__(self) -> Self:
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.005}, daemon=True
        ).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.script.speak.set()
        self._server.shutdown()
        self._server.server_close()

    def forget_jobs(self) -> None:
        """Lose the history, as a power cut does; numbers start again."""
        self.jobs.clear()
        self._last = 0

    def answer(self, data: bytes) -> bytes | None:
        """The response to a request; None to hang up instead."""
        operation, number = struct.unpack_from(">HI", data, 2)
        groups, document = read(data)
        self.requests.append(operation)
        asked, ticket = groups.get(1, {}), groups.get(2, {})
        status, body = 0, b""
        if operation in (PRINT_JOB, CREATE):
            took = self._print(asked, ticket, document)
            if took is None:
                return None
            status, body = took
        elif operation == SEND:
            job = self._numbered(asked["job-id"][0])
            job.document = document
            body = _job(job, self.uri)
        elif operation == CANCEL:
            status = self._cancel(self._numbered(asked["job-id"][0]))
        elif operation == GET_JOB:
            found = [j for j in self.jobs if j.number == asked["job-id"][0]]
            status, body = (0, _job(found[0], self.uri)) if found else (0x0406, b"")
        elif operation == GET_JOBS:
            over = asked.get("which-jobs", ["not-completed"])[0] == "completed"
            body = b"".join(_job(j, self.uri) for j in self.jobs if (j.state >= CANCELED) == over)
        elif operation == GET_PRINTER:
            body = self._about()
        elif operation != VALIDATE:
            status = 0x0501
        head = struct.pack(">BBHI", 2, 0, status, number) + b"\1"
        head += value(CHARSET, "attributes-charset", "utf-8")
        head += value(LANGUAGE, "attributes-natural-language", "en")
        return head + body + b"\3"

    def _print(
        self, asked: dict[str, Any], ticket: dict[str, Any], document: bytes
    ) -> tuple[int, bytes] | None:
        script = self.script
        if script.hang_up_before_taking:
            return None
        if script.refuse_jobs_with or not script.accepting:
            return script.refuse_jobs_with or 0x0506, b""
        job = self._take(asked, ticket, document)
        return None if script.hang_up_after_taking else (0, _job(job, self.uri))

    def _take(self, asked: dict[str, Any], ticket: dict[str, Any], document: bytes) -> Job:
        with self._lock:
            self._last += 1
            script = self.script
            job = Job(self._last, asked.get("job-name", ["?"])[0], ticket, document)
            job.state, job.reasons = script.new_job_state, script.new_job_reasons
            self.jobs.append(job)
        return job

    def _cancel(self, job: Job) -> int:
        if job.state >= CANCELED:
            return 0x0404
        if self.script.cancelling_helps:
            job.state, job.reasons = CANCELED, ("job-canceled-by-user",)
        return 0

    def _numbered(self, number: int) -> Job:
        return next(j for j in self.jobs if j.number == number)

    def _about(self) -> bytes:
        script = self.script
        edges = ("top", "bottom", "left", "right")
        media, card = (_media(*size, edges) for size in ((9000, 13000), (8600, 5400)))
        parts = [
            b"\4",
            values(URI, "printer-uri-supported", self.uri),
            values(KEYWORD, "uri-security-supported", "none"),
            values(KEYWORD, "uri-authentication-supported", "none"),
            values(NAME, "printer-name", "scripted"),
            values(TEXT, "printer-make-and-model", "Scripted Badge Printer"),
            values(ENUM, "printer-state", script.state),
            values(KEYWORD, "printer-state-reasons", *script.reasons),
            values(TEXT, "printer-state-message", script.message),
            values(BOOLEAN, "printer-is-accepting-jobs", script.accepting),
            values(KEYWORD, "ipp-versions-supported", "1.1", "2.0"),
            values(ENUM, "operations-supported", 2, 4, 5, 6, 8, 9, 10, 11),
            values(MIME, "document-format-supported", "application/pdf"),
            values(MIME, "document-format-default", "application/pdf"),
            values(CHARSET, "charset-configured", "utf-8"),
            values(CHARSET, "charset-supported", "utf-8"),
            values(LANGUAGE, "natural-language-configured", "en"),
            values(KEYWORD, "compression-supported", "none"),
            values(BOOLEAN, "color-supported", True),
            values(
                *(KEYWORD, "media-supported", "custom_badge90x130_90x130mm"),
                "custom_card86x54_86x54mm",
            ),
            values(KEYWORD, "media-default", "custom_badge90x130_90x130mm"),
            values(COLLECTION, "media-col-default", media),
            values(COLLECTION, "media-col-database", media, card),
            values(KEYWORD, "print-color-mode-supported", "color", "monochrome"),
            values(KEYWORD, "print-color-mode-default", "color"),
            values(KEYWORD, "print-scaling-supported", "none"),
            values(
                *(KEYWORD, "job-creation-attributes-supported", "copies", "media", "media-col"),
                *("print-color-mode", "print-scaling"),
            ),
            *(values(INTEGER, f"media-{e}-margin-supported", 0) for e in edges),
        ]
        return b"".join(parts)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that was killed is part of the test."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _handler(printer: ScriptedPrinter) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

        def do_POST(self) -> None:
            data = b"".join(self._body())
            script = printer.script
            if len(data) < 8:  # a client that was killed
                self.close_connection = True
                return
            if script.silent:
                script.speak.wait()
                self.close_connection = True
                return
            answer = script.answer if script.answer is not None else printer.answer(data)
            if answer is None:
                self.close_connection = True
                return
            self.send_response(script.http_status)
            self.send_header("Content-Type", "application/ipp")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def _body(self) -> Iterator[bytes]:
            if self.headers.get("Transfer-Encoding") != "chunked":
                yield self.rfile.read(int(self.headers["Content-Length"]))
                return
            while size := int(self.rfile.readline().split(b";")[0], 16):
                yield self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()

    return Handler


def _job(job: Job, uri: str) -> bytes:
    return b"".join(
        (
            b"\2",
            values(INTEGER, "job-id", job.number),
            values(URI, "job-uri", f"{uri}/{job.number}"),
            values(ENUM, "job-state", job.state),
            values(KEYWORD, "job-state-reasons", *job.reasons),
            values(TEXT, "job-printer-state-message", job.message),
            values(NAME, "job-name", job.name),
            values(INTEGER, "job-impressions-completed", _impressions(job)),
        )
    )


def _media(width: int, height: int, edges: tuple[str, ...]) -> list[Any]:
    size = [(INTEGER, "x-dimension", width), (INTEGER, "y-dimension", height)]
    return [
        (COLLECTION, "media-size", size),
        *((INTEGER, f"media-{edge}-margin", 0) for edge in edges),
    ]


def _impressions(job: Job) -> int:
    return int(job.state == COMPLETED) if job.impressions is None else job.impressions
