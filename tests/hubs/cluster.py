"""A PostgreSQL cluster of its own in a temporary folder; never the system's."""

import getpass
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_buffers = 32MB
max_connections = 60
"""


def free_port() -> int:
    """A port that nobody listens at now."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@dataclass(frozen=True)
class Cluster:
    """`base` makes databases; `stop_at_once` is a crash, `start` what follows it."""

    folder: Path
    port: int
    owner: str

    def dsn(self, base: str) -> str:
        """Of a database, as the hub takes it."""
        return f"postgresql+psycopg://{self.owner}@127.0.0.1:{self.port}/{base}"

    def base(self, name: str) -> str:
        """A new, empty database; its DSN."""
        where = f"host=127.0.0.1 port={self.port} user={self.owner} dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"'.encode())
        return self.dsn(name)

    def start(self) -> None:
        """Start it, after a crash as well."""
        log = self.folder.parent / "log"
        self._control("start", "-l", str(log), "-o", f"-p {self.port}", "-t", "60")

    def stop_at_once(self) -> None:
        """As if the power went: no shutdown, no checkpoint."""
        self._control("stop", "-m", "immediate")

    def _control(self, *words: str) -> None:
        program("pg_ctl", "-D", str(self.folder), "-w", *words)


def program(name: str, *words: str) -> None:
    """Run one of PostgreSQL's programs; it refuses to run as root."""
    whole = [str(PROGRAMS[-1] / name), *words]
    if os.geteuid() == 0:
        whole = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *whole]
    # to a file: the server inherits the pipe and would keep it open
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(whole, stdout=said, stderr=said, cwd="/", timeout=120, check=False)
        said.seek(0)
        assert done.returncode == 0, said.read().decode()


@contextmanager
def a_cluster() -> Iterator[Cluster]:
    """A running cluster, gone afterwards."""
    owner = "postgres" if os.geteuid() == 0 else getpass.getuser()
    folder = Path(tempfile.mkdtemp(prefix="kiosk-pg-"))
    if os.geteuid() == 0:
        os.chown(folder, pwd.getpwnam(owner).pw_uid, -1)
    data = folder / "data"
    cluster = Cluster(data, free_port(), owner)
    try:
        program("initdb", "-D", str(data), "-U", owner, "-A", "trust", "-E", "UTF8", "--no-locale")
        with (data / "postgresql.auto.conf").open("a", encoding="ascii") as file:
            file.write(SETTINGS)
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop_at_once()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
