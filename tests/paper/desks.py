"""Printers of every kind behind one face, for tests that hold for all of them."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from kiosk.devices.printer_folder import FolderPrinter
from kiosk.devices.printer_ipp import IppPrinter
from kiosk.services.ports import Printer
from tests.paper.scripted_printer import ScriptedPrinter

_Told = TypeVar("_Told")


@dataclass
class Desk:
    """A printer, what came out of it, and a way to break it."""

    printer: Printer
    again: Callable[[], Printer]
    papers: Callable[[], list[bytes]]
    break_it: Callable[[], None]


def folder_desk(folder: Path) -> Desk:
    """A desk that prints to a folder."""

    def papers() -> list[bytes]:
        return [file.read_bytes() for file in sorted(folder.glob("*"))]

    def break_it() -> None:
        folder.mkdir(exist_ok=True)
        folder.rmdir()
        folder.write_text("a file is in the way")

    def made() -> FolderPrinter:
        return FolderPrinter("desk", folder)

    return Desk(made(), made, papers, break_it)


def ipp_desk(scripted: ScriptedPrinter, uri: str) -> Desk:
    """A desk that prints at `uri`, where the scripted printer stands behind."""

    def break_it() -> None:
        scripted.script.reasons = ("media-empty-error",)
        scripted.script.state = 5

    def made() -> IppPrinter:
        return IppPrinter("desk", uri)

    return Desk(made(), made, lambda: [j.document for j in scripted.jobs], break_it)


def until(ask: Callable[[], _Told], enough: Callable[[_Told], bool]) -> _Told:
    """Ask again until it is enough; fails after half a minute."""
    pause = threading.Event()
    told = ask()
    for _ in range(1500):
        if enough(told):
            return told
        pause.wait(0.02)
        told = ask()
    pytest.fail(f"still {told}")
