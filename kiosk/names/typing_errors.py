"""One slip of the fingers: a letter too many, too few, another one, or two changed over."""

from string import ascii_lowercase

LETTERS = ascii_lowercase


def one_apart(typed: str, meant: str) -> bool:
    """Whether just one slip lies between the two."""
    if abs(len(typed) - len(meant)) > 1 or typed == meant:
        return False
    start = 0
    for one, other in zip(typed, meant, strict=False):
        if one != other:
            break
        start += 1
    left, right = typed[start:], meant[start:]
    if len(left) == len(right):
        changed_over = left[:2] == right[:2][::-1] and left[2:] == right[2:]
        return left[1:] == right[1:] or changed_over
    return left[1:] == right or left == right[1:]


def one_away(typed: str, letters: str = LETTERS) -> tuple[str, ...]:
    """Every word that is one slip from `typed`; about 54 for each of its letters."""
    cuts = [(typed[:place], typed[place:]) for place in range(len(typed) + 1)]
    away = {left + right[1:] for left, right in cuts if right}
    away.update(left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1)
    away.update(left + new + right[1:] for left, right in cuts if right for new in letters)
    away.update(left + new + right for left, right in cuts for new in letters)
    away.discard(typed)
    away.discard("")
    return tuple(sorted(away))
