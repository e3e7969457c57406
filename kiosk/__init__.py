"""Yuelai Kiosk: scan, look up, admit, record, badge, print."""

__version__ = "0.1.0"
