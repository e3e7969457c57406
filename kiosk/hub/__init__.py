"""The hub: where stations meet. Server side of `kiosk.wire`."""
