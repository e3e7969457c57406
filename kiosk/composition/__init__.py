"""The roof: the only place that knows every room and starts every thread."""
