"""Pieces that both faces are made of."""
