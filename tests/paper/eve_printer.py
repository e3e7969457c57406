"""CUPS's own sample printer, ippeveprinter: an IPP printer that none of us wrote."""

import os
import shutil
import socket
import subprocess
from pathlib import Path
from typing import Final, Self

_PROGRAM: Final = shutil.which("ippeveprinter") or "/usr/sbin/ippeveprinter"
_COMPILER: Final = shutil.which("cc")
MISSING: Final = (
    "ippeveprinter is not installed (apt install cups-ipp-utils)"
    if not Path(_PROGRAM).exists()
    else ""
    if _COMPILER
    else "no C compiler for the stand-in of Avahi (apt install gcc)"
)
_SIZES: Final = ((9000, 13000), (8600, 5400))
# A fault stands in a file as long as it lasts: a state reason, or "abort".
_COMMAND: Final = """#!/bin/sh
while [ -s "{fault}" ]; do
    reason=$(cat "{fault}")
    [ "$reason" = abort ] && exit 1
    [ "$reason" = "$said" ] || echo "STATE: +$reason" >&2
    said=$reason
    sleep 0.02
done
[ -n "$said" ] && echo "STATE: -$said" >&2
cp "$1" "{out}/$IPP_JOB_ID.pdf"
"""


class EvePrinter:
    """`with EvePrinter(folder) as printer:` listens on `printer.uri`; papers lie in `out`."""

    def __init__(self, folder: Path) -> None:
        self._folder, self.out = folder, folder / "out"
        self._fault = folder / "fault"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self.uri = f"ipp://localhost:{self._port}/ipp/print"

    def __enter__(self) -> Self:
        self.out.mkdir(parents=True)
        (self._folder / "spool").mkdir()
        shim = self._folder / "no_avahi.so"
        source = Path(__file__).with_name("no_avahi.c")
        assert _COMPILER, MISSING
        subprocess.run(
            [_COMPILER, "-shared", "-fPIC", "-w", "-o", str(shim), str(source)], check=True
        )
        command = self._folder / "command.sh"
        command.write_text(_COMMAND.format(fault=self._fault, out=self.out))
        command.chmod(0o755)
        attributes = self._folder / "attributes"
        attributes.write_text(_attributes())
        self._log = (self._folder / "log").open("w")
        self._process = subprocess.Popen(
            [_PROGRAM, "-p", str(self._port), "-d", str(self._folder / "spool"), "-n", "localhost",
             "-k", "-a", str(attributes), "-c", str(command), "badge"],
            env={**os.environ, "LD_PRELOAD": str(shim)},
            stdout=subprocess.DEVNULL,
            stderr=self._log,
        )  # fmt: skip
        self._wait_until_it_listens()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(10)
        self._log.close()

    def fault(self, reason: str) -> None:
        """From now on, until it is empty."""
        self._fault.write_text(reason)

    def papers(self) -> list[bytes]:
        """What came out."""
        return [file.read_bytes() for file in sorted(self.out.iterdir())]

    def _wait_until_it_listens(self) -> None:
        while self._process.poll() is None:
            try:
                socket.create_connection(("localhost", self._port), 0.2).close()
            except OSError:
                # waits for the process, at most a hundredth of a second at a time
                try:
                    self._process.wait(0.01)
                except subprocess.TimeoutExpired:
                    continue
            else:
                return
        raise RuntimeError((self._folder / "log").read_text())


def _attributes() -> str:
    sizes = ",".join(
        f"{{ MEMBER integer x-dimension {w} MEMBER integer y-dimension {h} }}" for w, h in _SIZES
    )
    names = ",".join(
        f"custom_badge{w // 100}x{h // 100}_{w // 100}x{h // 100}mm" for w, h in _SIZES
    )
    edges = " ".join(
        f"MEMBER integer media-{e}-margin 0" for e in ("bottom", "left", "right", "top")
    )
    columns = ",".join(
        "{ MEMBER collection media-size "
        f"{{ MEMBER integer x-dimension {w} MEMBER integer y-dimension {h} }} {edges} }}"
        for w, h in _SIZES
    )
    first = columns.split("},{")[0] + "}" if "},{" in columns else columns
    return "\n".join(
        (
            f"ATTR keyword media-supported {names}",
            f"ATTR keyword media-default {names.split(',')[0]}",
            f"ATTR collection media-size-supported {sizes}",
            f"ATTR collection media-col-database {columns}",
            f"ATTR collection media-col-default {first}",
            "ATTR keyword print-scaling-supported none",
            "ATTR mimeMediaType document-format-supported application/pdf",
            "ATTR mimeMediaType document-format-default application/pdf",
            "",
        )
    )
