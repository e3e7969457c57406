"""How names read: normalising, pinyin, keys to search by, masking for public screens.

Nothing is imported here: the first paint needs `why` alone, and the patterns of the rest take
some milliseconds.
"""
