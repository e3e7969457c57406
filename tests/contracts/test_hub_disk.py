"""What a hub acknowledges is on the disk: its flushes are counted."""

import shutil
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.hubs.cluster import a_cluster

ROOT = Path(__file__).parents[2]
PUSHES = 30


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_every_acknowledgement_waited_for_the_disk(tmp_path: Path) -> None:
    log = tmp_path / "strace.log"
    trace = ["strace", "-f", "-y", "-e", "trace=fdatasync,fsync", "-o", str(log)]
    program = [sys.executable, "-m", "tests.hubs.pusher", str(tmp_path / "hub.db"), str(PUSHES)]
    done = subprocess.run([*trace, *program], cwd=ROOT, text=True, capture_output=True, check=False)
    if "ptrace" in done.stderr.lower():
        pytest.skip("strace may not trace here")
    assert done.returncode == 0, done.stderr
    synced = [line for line in log.read_text().splitlines() if "hub.db-wal>" in line]
    assert len(synced) >= PUSHES


def test_postgresql_flushes_as_it_comes() -> None:
    with (
        a_cluster() as cluster,
        psycopg.connect(f"host=127.0.0.1 port={cluster.port} user={cluster.owner}") as connection,
    ):
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            (said,) = connection.execute(f"SHOW {setting}".encode()).fetchone() or ("",)
            assert said == "on", setting
