"""A CUPS of our own in a folder of its own; it touches nothing of the system's."""

import getpass
import grp
import os
import shutil
import socket
import subprocess
from pathlib import Path
from typing import Final, Self

CUPSD: Final = next(
    (p for p in (shutil.which("cupsd"), "/usr/sbin/cupsd") if p and Path(p).exists()), None
)
LPADMIN: Final = shutil.which("lpadmin") or "/usr/sbin/lpadmin"
MISSING: Final = (
    "" if CUPSD and Path(LPADMIN).exists() else "cupsd is not installed (apt install cups)"
)

_CUPSD_CONF: Final = """
Listen localhost:{port}
Browsing Off
WebInterface No
DefaultAuthType None
LogLevel info
MaxLogSize 0
JobRetryInterval 1
ErrorPolicy retry-job
<Location />
  Order allow,deny
  Allow from localhost
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
# Printcap must be said, or cupsd writes the system's own.
_FILES_CONF: Final = """
ServerRoot {root}/etc
ServerBin /usr/lib/cups
DataDir /usr/share/cups
DocumentRoot /usr/share/cups/doc-root
CacheDir {root}/cache
StateDir {root}/run
RequestRoot {root}/requests
TempDir {root}/tmp
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
ServerKeychain {root}/etc/ssl
Printcap {root}/run/printcap
FileDevice Yes
SystemGroup {group}
{user}
"""


class PrivateCups:
    """`with PrivateCups(folder) as cups:` then `cups.add(name, uri)` gives a queue's URI."""

    def __init__(self, folder: Path) -> None:
        self._root = folder
        self._port = _free_port()

    def __enter__(self) -> Self:
        for name in ("etc/ppd", "etc/ssl", "cache", "run", "requests", "log", "tmp"):
            (self._root / name).mkdir(parents=True)
        self._root.chmod(0o755)
        (self._root / "tmp").chmod(0o1777)
        as_root = os.geteuid() == 0
        files = _FILES_CONF.format(
            root=self._root,
            group="root" if as_root else grp.getgrgid(os.getgid()).gr_name,
            user="User lp\nGroup lp" if as_root else f"User {getpass.getuser()}",
        )
        conf = self._root / "etc/cupsd.conf"
        conf.write_text(_CUPSD_CONF.format(port=self._port))
        (self._root / "etc/cups-files.conf").write_text(files)
        assert CUPSD
        with (self._root / "log/stderr").open("w") as errors:
            self._daemon = subprocess.Popen(
                [CUPSD, "-f", "-c", str(conf), "-s", str(self._root / "etc/cups-files.conf")],
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )
        self._wait_until_it_listens()
        return self

    def __exit__(self, *_: object) -> None:
        self._daemon.terminate()
        self._daemon.wait(10)

    def add(self, queue: str, device: str, driver: str = "everywhere") -> str:
        """A queue that prints at `device`: an IPP printer, or what one of CUPS's drivers serves."""
        subprocess.run(
            [LPADMIN, "-p", queue, "-E", "-v", device, "-m", driver],
            env={**os.environ, "CUPS_SERVER": f"localhost:{self._port}"},
            capture_output=True,
            check=True,
            timeout=30,
        )
        return f"ipp://localhost:{self._port}/printers/{queue}"

    def _wait_until_it_listens(self) -> None:
        while self._daemon.poll() is None:
            try:
                socket.create_connection(("localhost", self._port), 0.2).close()
            except OSError:
                # Waits for the process, not for the clock: at most a hundredth at a time.
                try:
                    self._daemon.wait(0.01)
                except subprocess.TimeoutExpired:
                    continue
            else:
                return
        raise RuntimeError((self._root / "log/stderr").read_text())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
