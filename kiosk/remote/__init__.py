"""What this computer asks of others: the hub from a station, the platform from a hub."""
