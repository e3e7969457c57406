"""A real pretix on loopback: installed once from the package index, then begun anew in seconds.

pretix is AGPL: the product speaks HTTP to it and nothing else; it lives in a venv of its own.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.hubs.cluster import free_port

HERE = Path(__file__).parent
HOME = HERE.parents[1] / "build" / "pretix"
VERSION = "2026.8.0"
CONFIG = """
[pretix]
instance_name=Kiosk test
url={url}
currency=CNY
datadir={data}
registration=off
ecb_rates=off
loglevel=WARNING
[locale]
default=en
timezone=Asia/Shanghai
[languages]
enabled=en,zh-hans
[database]
backend=sqlite3
name={data}/db.sqlite3
[django]
debug=off
"""


@dataclass(frozen=True)
class Pretix:
    """A running server; `known` is what the seed made: ids, tokens, secrets."""

    url: str
    known: dict[str, Any]
    database: Path

    def ask(self, question: str, *values: object) -> list[Any]:
        """Of its database, past the API."""
        with closing(sqlite3.connect(self.database, timeout=30)) as raw:
            return raw.execute(question, values).fetchall()


def prepare() -> Path:
    """Install and seed where that has not been done; the folder of the seeded database."""
    bin_ = HOME / VERSION / ("Scripts" if sys.platform == "win32" else "bin")
    done = HOME / VERSION / "installed"
    if not done.exists():
        venv.create(HOME / VERSION, with_pip=True, clear=True)
        quiet = "--quiet", "--disable-pip-version-check", "--prefer-binary"
        pinned = "-c", str(HERE / "constraints.txt"), f"pretix=={VERSION}", "gunicorn"
        subprocess.run([bin_ / "python", "-m", "pip", "install", *quiet, *pinned], check=True)
        done.touch()
    seeded = HOME / f"seeded-{VERSION}-{_age_of_seed()}"
    if not seeded.exists():
        part = Path(tempfile.mkdtemp(dir=HOME))
        environment = _environment(part, "http://127.0.0.1:1")
        run = [str(bin_ / "python"), "-W", "ignore"]
        tables = [*run, "-m", "pretix", "migrate", "--run-syncdb", "--noinput", "-v", "0"]
        subprocess.run(tables, env=environment, check=True)
        seed = [*run, str(HERE / "seed.py"), str(part / "known.json")]
        subprocess.run(seed, env=environment, check=True)
        with closing(sqlite3.connect(part / "data" / "db.sqlite3")) as raw:
            raw.execute("VACUUM INTO ?", (str(part / "seeded.sqlite3"),))
        part.rename(seeded)
    return seeded


def _age_of_seed() -> int:
    return max(int((HERE / name).stat().st_mtime) for name in ("seed.py", "settings_here.py"))


def _environment(folder: Path, url: str) -> dict[str, str]:
    data = folder / "data"
    for name in ("logs", "media", "cache"):
        (data / name).mkdir(parents=True, exist_ok=True)
    config = folder / "pretix.cfg"
    config.write_text(CONFIG.format(url=url, data=data), encoding="utf-8")
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return ours | {
        "PRETIX_CONFIG_FILE": str(config),
        "DJANGO_SETTINGS_MODULE": "settings_here",
        "PYTHONPATH": str(HERE),
    }


@contextmanager
def running_pretix() -> Iterator[Pretix]:
    """A freshly seeded server, until the block ends."""
    seeded = prepare()
    folder = Path(tempfile.mkdtemp(prefix="kiosk-pretix-"))
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    environment = _environment(folder, url)
    shutil.copy(seeded / "seeded.sqlite3", folder / "data" / "db.sqlite3")
    words = ["pretix.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "4"]
    process = subprocess.Popen(
        [HOME / VERSION / "bin" / "python", "-m", "gunicorn", *words, "--preload"],
        env=environment,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stderr
    try:
        said = []
        for line in process.stderr:
            said.append(line)
            if "Listening at" in line:
                break
        assert process.poll() is None, "".join(said)
        known = json.loads((seeded / "known.json").read_text(encoding="utf-8"))
        yield Pretix(url, known, folder / "data" / "db.sqlite3")
    finally:
        process.terminate()
        process.communicate(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    prepare()
