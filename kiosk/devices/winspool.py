"""The Windows spooler's own calls. Not tried on Windows yet; see docs/printers.md."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from typing import Any, Final

from kiosk.devices.printer_spooler import QueueStatus, SpoolJob

_MOST_JOBS: Final = 500
_WORK_OFFLINE: Final = 0x400
_CANCEL: Final = 3


class _JobInfo(ctypes.Structure):
    """JOB_INFO_1W."""

    _fields_ = (
        ("JobId", wintypes.DWORD),
        ("pPrinterName", wintypes.LPWSTR),
        ("pMachineName", wintypes.LPWSTR),
        ("pUserName", wintypes.LPWSTR),
        ("pDocument", wintypes.LPWSTR),
        ("pDatatype", wintypes.LPWSTR),
        ("pStatus", wintypes.LPWSTR),
        ("Status", wintypes.DWORD),
        ("Priority", wintypes.DWORD),
        ("Position", wintypes.DWORD),
        ("TotalPages", wintypes.DWORD),
        ("PagesPrinted", wintypes.DWORD),
        ("Submitted", wintypes.WORD * 8),
    )


class _PrinterInfo(ctypes.Structure):
    """PRINTER_INFO_2W."""

    _fields_ = (
        *((name, wintypes.LPWSTR) for name in (
            "pServerName", "pPrinterName", "pShareName", "pPortName", "pDriverName", "pComment",
            "pLocation",
        )),
        ("pDevMode", ctypes.c_void_p),
        *((name, wintypes.LPWSTR) for name in (
            "pSepFile", "pPrintProcessor", "pDatatype", "pParameters",
        )),
        ("pSecurityDescriptor", ctypes.c_void_p),
        *((name, wintypes.DWORD) for name in (
            "Attributes", "Priority", "DefaultPriority", "StartTime", "UntilTime", "Status",
            "cJobs", "AveragePPM",
        )),
    )  # fmt: skip


class WindowsSpooler:
    """Implements `Spooler` for one queue by its name in Windows."""

    def __init__(self, queue: str) -> None:
        self._queue = queue
        self._calls: Any = ctypes.WinDLL("winspool.drv", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]

    def jobs(self) -> tuple[SpoolJob, ...]:
        with self._opened() as handle:
            needed, count = wintypes.DWORD(), wintypes.DWORD()
            ask = self._calls.EnumJobsW
            ask(handle, 0, _MOST_JOBS, 1, None, 0, ctypes.byref(needed), ctypes.byref(count))
            if not needed.value:
                return ()
            room = ctypes.create_string_buffer(needed.value)
            asked = (handle, 0, _MOST_JOBS, 1, room, needed, ctypes.byref(needed))
            self._done(ask(*asked, ctypes.byref(count)))
            found = ctypes.cast(room, ctypes.POINTER(_JobInfo))
            return tuple(
                SpoolJob(one.JobId, one.pDocument or "", one.Status, one.PagesPrinted)
                for one in (found[place] for place in range(count.value))
            )

    def status(self) -> int:
        with self._opened() as handle:
            needed = wintypes.DWORD()
            self._calls.GetPrinterW(handle, 2, None, 0, ctypes.byref(needed))
            room = ctypes.create_string_buffer(max(needed.value, ctypes.sizeof(_PrinterInfo)))
            self._done(self._calls.GetPrinterW(handle, 2, room, needed, ctypes.byref(needed)))
            about = ctypes.cast(room, ctypes.POINTER(_PrinterInfo)).contents
            offline = QueueStatus.WORK_OFFLINE if about.Attributes & _WORK_OFFLINE else 0
            return int(about.Status | offline)

    def delete(self, number: int) -> None:
        with self._opened() as handle:
            self._done(self._calls.SetJobW(handle, number, 0, None, _CANCEL))

    @contextmanager
    def _opened(self) -> Iterator[wintypes.HANDLE]:
        handle = wintypes.HANDLE()
        self._done(self._calls.OpenPrinterW(self._queue, ctypes.byref(handle), None))
        try:
            yield handle
        finally:
            self._calls.ClosePrinter(handle)

    def _done(self, worked: int) -> None:
        if not worked:
            raise ctypes.WinError(ctypes.get_last_error())  # type: ignore[attr-defined,unused-ignore]
