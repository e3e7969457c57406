"""Lists in and out: what organisers send the night before, and what they get back."""
