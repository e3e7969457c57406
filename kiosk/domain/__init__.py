"""What is true: pure values and rules. No clock, no files, no Qt, no SQL."""
