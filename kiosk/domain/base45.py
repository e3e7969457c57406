"""Base45 (RFC 9285): bytes as the characters that a QR code packs best.

The QR alphanumeric mode takes 11 bits for two of these 45 characters, so a signed code
fits 37 modules where base64 in a URL needs 49.
"""

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUE = {character: value for value, character in enumerate(ALPHABET)}


def encode(data: bytes) -> str:
    """The text for `data`: three characters for two bytes, two for a last single one."""
    out: list[str] = []
    for start in range(0, len(data) - 1, 2):
        high, low = divmod(data[start] << 8 | data[start + 1], 45 * 45)
        out += ALPHABET[low % 45], ALPHABET[low // 45], ALPHABET[high]
    if len(data) % 2:
        out += ALPHABET[data[-1] % 45], ALPHABET[data[-1] // 45]
    return "".join(out)


def decode(text: str) -> bytes | None:
    """The bytes that `text` stands for, or None where it is not base45."""
    if len(text) % 3 == 1 or any(character not in _VALUE for character in text):
        return None
    out = bytearray()
    for start in range(0, len(text), 3):
        values = [_VALUE[character] for character in text[start : start + 3]]
        number = sum(value * 45**place for place, value in enumerate(values))
        size = len(values) - 1
        if number >> 8 * size:
            return None
        out += number.to_bytes(size, "big")
    return bytes(out)
