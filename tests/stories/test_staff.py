"""The people at the desk, from the command line."""

from tests.stories.kiosk_command import Desk


def test_people_are_added_listed_and_struck_off(desk: Desk) -> None:
    added = desk("staff", "add", "李娜", "--role", "supervisor", "--pin", "2468")
    assert (added.code, added.json) == (0, {"name": "李娜", "role": "supervisor"})
    assert desk("staff", "list").json == [{"name": "李娜", "role": "supervisor"}]
    assert desk("staff", "add", "Wang", "--pin", "12").code == 2
    assert desk("staff", "add", " ", "--pin", "1234").code == 2
    assert desk("staff", "remove", "李娜").code == 0
    assert desk("staff", "remove", "李娜").code == 1
