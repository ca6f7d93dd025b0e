import random
import subprocess
import sys
from pathlib import Path

import pytest

from engine.game.save import SaveFile, load
from tests.game.test_save import HEADER, ORDERS

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from pathlib import Path
from engine.game.save import SaveFile
path = Path(sys.argv[1])
save = SaveFile.reopen(path)[0] if path.exists() else SaveFile.create(path, {"seed": 7})
with save:
    for number in range(int(sys.argv[2]), 10**9):
        save.append({"kind": "lay", "number": number})
        print(number, flush=True)
"""

SECOND = """
import sys
from pathlib import Path
from engine.game.save import SaveError, SaveFile
try:
    SaveFile.reopen(Path(sys.argv[1]))
except SaveError as error:
    print(error.message.code)
    sys.exit(error.exit_code)
"""

CRAMPED = """
import resource, sys
from pathlib import Path
from engine.game.save import SaveError, SaveFile
with SaveFile.create(Path(sys.argv[1]), {"seed": 7}) as save:
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, resource.RLIM_INFINITY))
    try:
        for number in range(1000):
            save.append({"kind": "lay", "number": number})
            print(number, flush=True)
    except SaveError as error:
        print(error.message.code)
        sys.exit(error.exit_code)
"""


def start(script, *arguments):
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def numbers(records):
    return [record["number"] for record in records]


@pytest.mark.parametrize("round_number", range(20))
def test_an_order_acknowledged_before_a_kill_is_there_after_it(tmp_path, round_number):
    path = tmp_path / "exercise.ghx"
    known = 0
    for _ in range(2):  # the second process goes on with what the first one left
        process = start(WRITER, path, known)
        for _ in range(random.Random(round_number).randrange(1, 40)):
            process.stdout.readline()
        process.kill()
        said = [int(line) for line in process.stdout.read().split("\n") if line.isdigit()]
        process.stdout.close()
        process.wait()
        found = numbers(load(path).records)
        assert found == list(range(len(found)))
        assert not said or said[-1] + 1 <= len(found) <= said[-1] + 2
        known = len(found)


def test_a_second_process_is_refused_with_exit_code_3_and_harms_nothing(tmp_path):
    path = tmp_path / "exercise.ghx"
    with SaveFile.create(path, HEADER) as save:
        save.append(ORDERS[0])
        before = path.read_bytes()
        second = start(SECOND, path)
        assert (second.communicate()[0], second.returncode) == ("save.locked\n", 3)
        assert path.read_bytes() == before
        save.append(ORDERS[1])
    assert load(path).records == tuple(ORDERS[:2])


def test_a_process_that_may_write_no_more_keeps_what_it_acknowledged(tmp_path):
    path = tmp_path / "exercise.ghx"
    process = start(CRAMPED, path)
    *said, code = process.communicate()[0].split()
    assert (code, process.returncode) == ("save.failed", 3)
    loaded = load(path)
    assert (numbers(loaded.records), loaded.trouble) == ([int(number) for number in said], None)
    assert len(said) > 3


def test_whoever_reads_while_another_process_writes_sees_every_order_once(tmp_path):
    path = tmp_path / "exercise.ghx"
    process = start(WRITER, path, 0)
    process.stdout.readline()
    seen = []
    while len(seen) < 100:
        loaded = load(path)
        assert loaded.trouble is None or loaded.trouble.code == "save.torn"
        seen, before = numbers(loaded.records), seen
        assert seen == list(range(len(seen)))
        assert len(seen) >= len(before)
    process.kill()
    process.communicate()
