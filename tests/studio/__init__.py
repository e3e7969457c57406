"""The studio: seeded pictures and films of people holding codes up to a webcam.

Nothing here is a recording. Every face, hand, phone, name and company is drawn
or invented from a seed, so that a failing test can be repeated exactly and the
demo event can be shipped without anybody's personal data.
"""
