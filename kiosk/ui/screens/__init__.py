"""The two faces of a station, and the screen for when nothing works."""
