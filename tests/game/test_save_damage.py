import json
import os
import random
from errno import EACCES, EIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.exits import INPUT, MACHINE
from engine.game import chain
from engine.game.chain import START, canonical, read_run, seal
from engine.game.disk import Disk
from engine.game.load import SaveError, judge, load
from engine.game.save import SaveFile
from engine.language.catalogue import say
from tests.game.bad_disk import BadDisk, fail_at
from tests.game.test_save import HEADER, ORDERS, refusal, written
from tests.hostile import HOSTILE


@pytest.fixture
def path(tmp_path):
    return written(tmp_path / "exercise.ghx")


def lines_of(path):
    return path.read_bytes().splitlines(keepends=True)


def judged(data):
    """Return what `data` holds, or the refusal."""
    try:
        return judge(Path("exercise.ghx"), data)
    except SaveError as error:
        return error


def test_a_last_line_torn_at_any_byte_is_cut_and_kept_in_a_copy(path):
    whole = path.read_bytes()
    last = lines_of(path)[-1]
    for kept in range(1, len(last) - 1):
        path.write_bytes(whole[: len(whole) - len(last) + kept])
        loaded = load(path)
        assert (loaded.trouble.code, loaded.writable) == ("save.torn", True)
        save, loaded = SaveFile.reopen(path)
        save.close()
        assert loaded.records == tuple(ORDERS[:-1])
        assert loaded.trouble.code == "save.torn_cut"
        copy = path.with_name(f"{path.name}.torn-{kept}")
        assert str(loaded.trouble.get("copy")) == str(copy)
        assert copy.read_bytes() == last[:kept]
        assert path.read_bytes() == whole[: -len(last)]


@pytest.mark.parametrize("orders", [[], ORDERS])
@pytest.mark.parametrize("instead", [b"", b"\x00" * 50])
def test_a_last_line_that_lacks_its_newline_alone_counts_and_is_ended(tmp_path, orders, instead):
    path = written(tmp_path / "exercise.ghx", orders)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + instead)
    assert (load(path).records, load(path).trouble) == (tuple(orders), None)
    assert path.read_bytes() == whole[:-1] + instead
    save, loaded = SaveFile.reopen(path)
    assert (loaded.records, loaded.trouble, path.read_bytes()) == (tuple(orders), None, whole)
    with save:
        save.append(ORDERS[0])
    assert load(path).records == (*orders, ORDERS[0])


@pytest.mark.parametrize(
    "tail", [b"\x00" * 5000, b"x", b"{}", b"\xff\xfe", b"\x00" * 512 + b'"}\n', b'{"hash\x00\x00"}\n']
)
def test_a_last_line_that_was_not_written_whole_is_cut_and_kept_in_a_copy(path, tail):
    whole = path.read_bytes()
    path.write_bytes(whole + tail)
    save, loaded = SaveFile.reopen(path)
    with save:
        save.append(ORDERS[0])
    assert loaded.records == tuple(ORDERS)
    assert path.with_name(f"{path.name}.torn-1").read_bytes() == tail
    assert load(path).records == (*ORDERS, ORDERS[0])


@pytest.mark.parametrize("tail", [b"\n", b"{}\n", b"null\n", b"\xff\xfe\n"])
def test_a_whole_last_line_that_is_no_line_of_ours_is_not_cut(path, tail):
    whole = path.read_bytes()
    path.write_bytes(whole + tail)
    loaded = load(path)
    assert (loaded.records, loaded.writable, loaded.trouble.code) == (tuple(ORDERS), False, "save.broken")
    assert refusal(SaveFile.reopen, path) == ("save.broken", INPUT)
    assert path.read_bytes() == whole + tail


def test_a_last_line_that_was_damaged_later_is_not_cut(path):
    whole = path.read_bytes()
    last = lines_of(path)[-1]
    for at in range(len(last) - 1):
        flipped = bytearray(whole)
        flipped[len(whole) - len(last) + at] ^= 2
        path.write_bytes(flipped)
        loaded = load(path)
        assert (loaded.records, loaded.writable) == (tuple(ORDERS[:-1]), False)
        assert refusal(SaveFile.reopen, path) == ("save.broken", INPUT)
        assert path.read_bytes() == flipped


def test_a_break_in_the_middle_is_read_up_to_it_and_never_written(path):
    lines = lines_of(path)
    for number in range(1, len(lines) - 1):
        for damage in (b"", b"\n", lines[number][:-9] + b"\n", lines[0], lines[number] * 2):
            path.write_bytes(b"".join([*lines[:number], damage, *lines[number + 1 :]]))
            before = path.read_bytes()
            loaded = load(path)
            repeated = damage == lines[number] * 2
            assert loaded.records == tuple(ORDERS[: number - 1 + repeated])
            assert (loaded.writable, loaded.trouble.code) == (False, "save.broken")
            assert loaded.trouble.get("line") == number + 1 + repeated
            assert refusal(SaveFile.reopen, path) == ("save.broken", INPUT)
            assert path.read_bytes() == before
    assert sorted(item.suffix for item in path.parent.iterdir()) == [".ghx", ".lock"]


def test_no_flipped_bit_goes_unnoticed(path):
    whole = bytearray(path.read_bytes())
    for at in random.Random(1).sample(range(len(whole) * 8), 2000):
        flipped = bytearray(whole)
        flipped[at // 8] ^= 1 << at % 8
        loaded = judged(bytes(flipped))
        if isinstance(loaded, SaveError):
            continue
        assert loaded.trouble is not None
        assert loaded.header == HEADER
        assert list(loaded.records) == ORDERS[: len(loaded.records)]
        assert len(loaded.records) < len(ORDERS)


@given(st.binary(max_size=200), st.integers(0, 2000), st.integers(0, 2000))
def test_a_damaged_file_is_a_prefix_or_a_message(noise, start, length):
    data, place = seal(HEADER, START)
    for order in ORDERS:
        line, place = seal(order, place)
        data += line
    damaged = data[:start] + noise + data[start + length :]
    loaded = judged(damaged)
    if not isinstance(loaded, SaveError):
        assert list(loaded.records) == ORDERS[: len(loaded.records)]
        known = data[: loaded.place.end]
        assert loaded.trouble is not None or known in {damaged, damaged.rstrip(b"\x00") + b"\n"}


def sealed(body):
    """Return a line with a right hash over a wrong body: what another hand could write."""
    return canonical({**body, "hash": chain._hash(body)}) + b"\n"


@pytest.mark.parametrize(
    "change",
    [
        {"nonce": "12"},
        {"nonce": 12},
        {"record": []},
        {"record": {}},
        {"record": {"kind": None}},
        {"previous": "0" * 64},
        {"extra": 1},
        {"golden_hour": 1},
    ],
    ids=str,
)
def test_a_line_of_another_shape_is_damaged_even_with_a_right_hash(path, change):
    body = json.loads(lines_of(path)[-1])
    del body["hash"]
    path.write_bytes(b"".join(lines_of(path)[:-1]) + sealed(body | change))
    assert load(path).records == tuple(ORDERS[:-1])
    path.write_bytes(b"".join(lines_of(path)[:-1]) + sealed(body))
    assert load(path).records == tuple(ORDERS)


@pytest.mark.parametrize("raw", [b"1.5", b"[[", b"[" * 100_000, b"1" * 5000, b"NaN", b'{"a":1,"a":2}'])
def test_json_that_we_never_write_is_a_damaged_line(path, raw):
    broken = lines_of(path)[-1].replace(b'"kind":"lay"', b'"kind":"lay","x":' + raw)
    path.write_bytes(b"".join(lines_of(path)[:-1]) + broken)
    assert load(path).records == tuple(ORDERS[:-1])


FOREIGN = [
    b"",
    b"\x00",
    b"\n",
    b"{}\n",
    b"\x7fELF" * 100,
    b'{"golden hour":1}\n',
    b"\xef\xbb\xbf" + b'{"golden_hour":1',
]
HEADLESS = [
    b'{"golden_hour":',
    b'{"golden_hour":1',
    b'{"golden_hour":1,"a":2}\n',
    b'{"golden_hour":0,"a":2}\n',
]


@pytest.mark.parametrize("action", [load, SaveFile.reopen])
@pytest.mark.parametrize(
    ("content", "code"),
    [
        *((data, "save.foreign") for data in FOREIGN),
        *((raw.encode("utf-8", "surrogatepass"), "save.foreign") for raw in HOSTILE),
        *((data, "save.headless") for data in HEADLESS),
    ],
)
def test_what_is_no_save_is_refused_with_one_message_and_left_alone(path, content, code, action):
    path.write_bytes(content)
    assert refusal(action, path) == (code, INPUT)
    assert path.read_bytes() == content


@pytest.mark.parametrize("rest", [b',"hash":"x"}\n', b"}", b', anything else\n{"a":1}\n'])
def test_a_newer_format_is_refused_naming_both(path, rest):
    path.write_bytes(b'{"golden_hour":12' + rest)
    with pytest.raises(SaveError) as caught:
        load(path)
    message = caught.value.message
    assert (message.code, message.get("found"), message.get("known")) == ("save.newer", 12, 1)
    assert refusal(SaveFile.reopen, path) == ("save.newer", INPUT)


@pytest.mark.parametrize("action", [load, SaveFile.reopen])
def test_what_is_no_plain_file_is_refused_with_one_message(path, tmp_path, action):
    (tmp_path / "link.ghx").symlink_to(path)
    os.mkfifo(tmp_path / "pipe.ghx")
    for name in ("", "link.ghx", "pipe.ghx"):
        assert refusal(action, tmp_path / name) == ("save.not_a_file", INPUT)
    for name in ("none.ghx", "none/none.ghx", "exercise.ghx/x.ghx", "a\x00b.ghx"):
        assert refusal(action, tmp_path / name) == ("save.missing", INPUT)
    assert refusal(action, tmp_path / ("x" * 300)) == ("save.unreadable", MACHINE)


@pytest.mark.parametrize("number", [EACCES, EIO])
def test_an_unreadable_file_is_refused_with_one_message(path, tmp_path, number):
    for action in (load, SaveFile.reopen):
        disk = BadDisk(tmp_path, fails=fail_at("read", 1, number))
        assert refusal(action, path, disk) == ("save.unreadable", MACHINE)
    assert load(path).records == tuple(ORDERS)


def test_a_name_with_a_null_character_cannot_be_created(tmp_path):
    assert refusal(SaveFile.create, tmp_path / "a\x00b.ghx", HEADER)[1] == MACHINE
    assert refusal(SaveFile.create, tmp_path / "a\x00b" / "c.ghx", HEADER)[1] == MACHINE


def test_a_huge_file_is_refused_before_it_is_read_whole(path):
    os.truncate(path, 2**40)
    taken = []

    class Counting(Disk):
        def read(self, path, start, limit):
            taken.append(limit)
            return super().read(path, start, limit)

    assert refusal(load, path, Counting()) == ("save.too_large", INPUT)
    assert taken == [chain.FILE_LIMIT + 1]


def test_a_huge_line_is_a_damaged_line():
    data, place = seal(HEADER, START)
    line, _ = seal({"kind": "x", "value": "y" * chain.LINE_LIMIT}, place)
    run = read_run(data + line, START)
    assert (run.place, run.broken) == (place, True)


def test_only_so_many_copies_of_torn_lines_are_kept(path):
    for number in range(1, 999):
        path.with_name(f"{path.name}.torn-{number}").touch()
    path.write_bytes(path.read_bytes() + b"x")
    SaveFile.reopen(path)[0].close()
    assert path.with_name(f"{path.name}.torn-999").read_bytes() == b"x"
    path.write_bytes(path.read_bytes() + b"y")
    assert refusal(SaveFile.reopen, path) == ("save.not_reopened", MACHINE)
    assert load(path).records == tuple(ORDERS)


def test_the_remedy_that_is_told_for_a_damaged_line_opens_the_rest_for_going_on(path):
    lines = lines_of(path)
    path.write_bytes(b"".join([*lines[:2], lines[2].replace(b":", b";", 1), *lines[3:]]))
    trouble = load(path).trouble
    assert "delete line 3 and all below it in the copy" in say("en", trouble)
    copy = path.with_name("copy.ghx")
    copy.write_bytes(b"".join(lines_of(path)[:2]))
    save, loaded = SaveFile.reopen(copy)
    save.close()
    assert (loaded.trouble, loaded.writable, loaded.records) == (None, True, tuple(ORDERS[:1]))
