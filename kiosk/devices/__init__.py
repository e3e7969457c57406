"""The hardware around a station: cameras, scanners and printers."""
