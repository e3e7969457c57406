"""The compose file: its syntax, as far as that can be told without Docker.

It is written as JSON, which is YAML, so that the standard library can read it.
"""

import json
from pathlib import Path

FILE = Path(__file__).parents[2] / "docs" / "hub" / "compose.yaml"


def test_the_compose_file_can_be_read_and_names_what_it_uses() -> None:
    said = json.loads(FILE.read_text(encoding="utf-8"))
    assert set(said["services"]) == {"database", "hub"}
    for service in said["services"].values():
        for volume in service["volumes"]:
            name = volume.partition(":")[0]
            assert name in said["volumes"] or name.startswith(".")
        for needed in service.get("depends_on", ()):
            assert needed in said["services"]
    assert "main.py hub --db postgresql" in said["services"]["hub"]["command"][-1]
