"""Printers for tests: a scripted one, and a private CUPS."""
