"""Two cameras, one guest: the code counts once."""

from concurrent.futures import ThreadPoolExecutor

from kiosk.services.shared_scanning import SharedScanning


def test_a_code_that_two_cameras_see_counts_once() -> None:
    scanning = SharedScanning(3.0)
    assert scanning.fresh(["A"], 10.0) == ("A",)
    assert scanning.fresh(["A", "B"], 9.9) == ("B",)  # the other camera's frame was older
    scanning.release("A")
    assert scanning.fresh(["A"], 10.1) == ("A",)


def test_many_threads_at_once_count_each_code_once() -> None:
    scanning = SharedScanning(1e9)
    texts = [str(number) for number in range(200)]
    with ThreadPoolExecutor(8) as threads:
        counted = list(threads.map(lambda at: scanning.fresh(texts, at), range(200)))
    assert sorted(sum(counted, ())) == sorted(texts)
