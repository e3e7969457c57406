"""What travels between stations and hub: versioned messages, the same for both ends."""
