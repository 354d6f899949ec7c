"""Work in many threads of Python, and in processes that are forked from one that has worked already."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest

wc = pytest.importorskip("wirecheck")


#: fork copies a parent that has worked; the others start anew and get their work pickled.
STARTS = multiprocessing.get_all_start_methods()


def _told(_: int) -> tuple[int, int]:
    claims = wc.extract(wc.samples())
    return len(claims.casualties), len(wc.check(claims).relations)


def test_threads_do_not_disturb_each_other() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(_told, range(8))) == {_told(0)}


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_process_works_after_its_parent_has_worked(start: str) -> None:
    """Of a fork the threads of the parent are gone in the child, which would wait for them for ever."""
    here = _told(0)
    pool = ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(start))
    try:
        assert [task.result(timeout=120) for task in [pool.submit(_told, n) for n in range(4)]] == [here] * 4
    finally:
        for child in list((pool._processes or {}).values()):
            child.kill()
        pool.shutdown(cancel_futures=True)
