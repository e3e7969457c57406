"""What the kiosk does, spoken through small protocols; standard library only."""
