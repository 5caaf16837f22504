"""A run that is killed at any moment, and resumed, gives what an undisturbed one gives. `make fuzz` kills 200 times."""

from pathlib import Path

import kill
import pytest


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, dict[str, bytes], float]:
    folder = tmp_path_factory.mktemp("kill")
    corpus = kill.make_corpus(folder, 30)
    return folder, corpus, *kill.undisturbed(folder, corpus)


@pytest.mark.parametrize("seed", range(2))
def test_killed_and_resumed_it_is_as_if_nothing_had_been(whole, seed):
    folder, corpus, files, seconds = whole
    assert len(files) == 2 * 30 + 1
    assert kill.kill_and_resume(folder, corpus, files, seconds, seed) == []


def test_the_check_sees_a_partial_file():
    assert kill.partial({"a.txt": b"who", "b.txt": b"whole"}, {"a.txt": b"whole", "b.txt": b"whole"}) == ["a.txt"]
