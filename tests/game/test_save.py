import errno
import hashlib
import json
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.exits import INPUT, MACHINE
from engine.game import chain
from engine.game.chain import START, canonical, read_run, seal
from engine.game.disk import Disk
from engine.game.folder import NAME, SUFFIX, default_path
from engine.game.save import SaveError, SaveFile, load
from engine.language.catalogue import say
from tests.hostile import HOSTILE

HEADER = {"engine": "0.1.0", "seed": 7, "sources": {"a.yaml": "title: Übung\n"}}
ORDERS = [{"kind": "lay", "team": "embassy", "card": f"card_{n}", "at": "2031-04-10T08:00:00Z"} for n in range(5)]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc\n\u00e9"), inner, max_size=3),
    max_leaves=8,
)
records = st.builds(lambda kind, value: {"kind": kind, "value": value}, st.text(), json_values)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "exercise.ghx"


def written(path, orders=ORDERS):
    with SaveFile.create(path, HEADER) as save:
        for order in orders:
            save.append(order)
    return path


def refusal(action, *arguments):
    with pytest.raises(SaveError) as caught:
        action(*arguments)
    for lang in ("en", "id"):
        assert say(lang, caught.value.message)
    return caught.value.message.code, caught.value.exit_code


def test_what_is_appended_is_read_back(path):
    with SaveFile.create(path, HEADER) as save:
        heads = [save.head]
        for order in ORDERS:
            save.append(order)
            heads.append(save.head)
        assert (load(path).header, load(path).records) == (HEADER, tuple(ORDERS))
    loaded = load(path)
    assert (loaded.head, loaded.trouble, loaded.writable) == (heads[-1], None, True)
    assert len(set(heads)) == len(heads)
    assert loaded.head_code() == save.head_code() == heads[-1][:8]


def test_an_exercise_goes_on_after_it_is_reopened(path):
    written(path, ORDERS[:2])
    save, loaded = SaveFile.reopen(path)
    with save:
        assert (loaded.records, loaded.trouble, save.head) == (tuple(ORDERS[:2]), None, loaded.head)
        save.append(ORDERS[2])
    assert load(path).records == tuple(ORDERS[:3])


def test_the_file_is_canonical_json_lines_each_with_the_hash_of_the_line_before(path):
    previous = ""
    for number, raw in enumerate(written(path).read_bytes().splitlines()):
        line = json.loads(raw)
        assert json.dumps(line, sort_keys=True, separators=(",", ":")).encode("ascii") == raw
        assert line["previous"] == previous
        previous = line.pop("hash")
        body = json.dumps(line, sort_keys=True, separators=(",", ":")).encode("ascii")
        assert hashlib.sha256(body).hexdigest() == previous
        assert line.get("golden_hour") == (1 if number == 0 else None)


def test_equal_exercises_have_different_heads_so_that_a_guess_cannot_be_confirmed(tmp_path):
    heads = {load(written(tmp_path / f"{n}.ghx", ORDERS[:1])).head for n in range(3)}
    assert len(heads) == 3


def test_a_save_is_private_to_its_user(path):
    assert written(path).stat().st_mode & 0o077 == 0


@given(st.lists(records, max_size=4))
def test_any_json_record_survives_the_chain(items):
    data, place = seal(HEADER, START)
    for item in items:
        line, place = seal(item, place)
        data += line
    run = read_run(data, START)
    assert (run.records, run.place, run.torn, run.broken) == ((HEADER, *items), place, False, False)


def deep(levels):
    value = []
    for _ in range(levels):
        value = [value]
    return {"kind": "x", "value": value}


@pytest.mark.parametrize(
    "record",
    [
        {"kind": "x", "value": 0.5},
        {"kind": "x", "value": float("nan")},
        {"kind": "x", "value": b"bytes"},
        {"kind": "x", "value": {1: 2}},
        {"kind": "x", "value": {1, 2}},
        {"kind": "x", "value": Path()},
        {"value": 1},
        {"kind": 1},
        deep(40),
        deep(100_000),
    ],
    ids=range(10),
)
def test_a_record_that_is_not_plain_json_is_refused_and_the_save_goes_on(path, record):
    with SaveFile.create(path, HEADER) as save:
        with pytest.raises((TypeError, ValueError)):
            save.append(record)
        save.append(ORDERS[0])
    assert load(path).records == (ORDERS[0],)


def test_a_line_that_could_not_be_read_back_is_not_written(path):
    with SaveFile.create(path, HEADER) as save:
        big = {"kind": "x", "value": "y" * chain.LINE_LIMIT}
        assert refusal(save.append, big) == ("save.too_large", INPUT)
        room = chain.LINE_LIMIT - len(seal({"kind": "x", "value": ""}, save._place)[0])
        save.append({"kind": "x", "value": "y" * room})
        assert refusal(save.append, {"kind": "x", "value": "y" * (room + 1)}) == ("save.too_large", INPUT)
        save._place = replace(save._place, end=chain.FILE_LIMIT - 100)
        assert refusal(save.append, ORDERS[0]) == ("save.too_large", INPUT)
        assert not save.failed
    assert len(load(path).records) == 1


def test_creating_never_overwrites(path, tmp_path):
    before = written(path).read_bytes()
    assert refusal(SaveFile.create, path, HEADER) == ("save.exists", INPUT)
    assert path.read_bytes() == before
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("folder", "link"):
        assert refusal(SaveFile.create, tmp_path / name, HEADER) == ("save.exists", INPUT)
    assert not (tmp_path / "nowhere").exists()


def test_creating_makes_the_folder(tmp_path):
    deep_path = tmp_path / "a" / "b" / "c.ghx"
    assert load(written(deep_path)).records == tuple(ORDERS)
    assert refusal(SaveFile.create, deep_path / "d.ghx", HEADER) == ("save.not_created", MACHINE)


def test_after_close_nothing_is_taken_and_closing_again_is_harmless(path):
    with SaveFile.create(path, HEADER) as save:
        pass
    save.close()
    assert refusal(save.append, ORDERS[0]) == ("save.stopped", MACHINE)


def test_a_second_writer_is_refused_and_a_reader_is_not(path):
    with SaveFile.create(path, HEADER) as save:
        save.append(ORDERS[0])
        assert refusal(SaveFile.reopen, path) == ("save.locked", MACHINE)
        assert load(path).records == (ORDERS[0],)
        save.append(ORDERS[1])
    SaveFile.reopen(path)[0].close()
    assert load(path).records == tuple(ORDERS[:2])


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": "x"}', "[" * 900, '{"pid": 1, "host": "\\u001b[2J"}'])
def test_whatever_stands_in_the_lock_file_the_refusal_is_a_message(path, text):
    with SaveFile.create(path, HEADER):
        Path(f"{path}.lock").write_text(text)
        code, exit_code = refusal(SaveFile.reopen, path)
        assert (code, exit_code) == ("save.locked", MACHINE)


def test_the_refusal_names_the_process_that_holds_the_lock(path):
    with SaveFile.create(path, HEADER):
        with pytest.raises(SaveError) as caught:
            SaveFile.reopen(path)
        assert f"process {os.getpid():d} on " in say("en", caught.value.message)


if sys.platform != "win32":

    def test_a_save_is_locked_under_every_name_that_it_has(path):
        written(path)
        other = path.with_name("another_name.ghx")
        os.link(path, other)
        with SaveFile.reopen(path)[0]:
            assert refusal(SaveFile.reopen, other) == ("save.locked", MACHINE)
            assert load(other).writable
        SaveFile.reopen(other)[0].close()
        fresh = path.with_name("fresh.ghx")
        with SaveFile.create(fresh, HEADER):
            fresh.with_name("second.ghx").hardlink_to(fresh)
            assert refusal(SaveFile.reopen, fresh.with_name("second.ghx")) == ("save.locked", MACHINE)


@pytest.mark.parametrize("error", ["EACCES", "EPERM", "EROFS", "ENOSPC"])
def test_where_nothing_can_be_written_it_is_not_the_lock_that_is_blamed(path, error):
    class Closed(Disk):
        def open_lock(self, path):
            raise OSError(getattr(errno, error), error, str(path))

    assert refusal(SaveFile.create, path, HEADER, Closed()) == ("save.not_created", MACHINE)
    written(path)
    assert refusal(SaveFile.reopen, path, Closed()) == ("save.not_reopened", MACHINE)


def test_a_lock_file_that_is_a_link_or_a_folder_is_not_used(path, tmp_path):
    written(path)
    lock = Path(f"{path}.lock")
    lock.unlink()
    (tmp_path / "precious").write_text("precious")
    lock.symlink_to(tmp_path / "precious")
    assert refusal(SaveFile.reopen, path) == ("save.not_locked", MACHINE)
    assert (tmp_path / "precious").read_text() == "precious"
    lock.unlink()
    lock.mkdir()
    assert refusal(SaveFile.reopen, path) == ("save.not_locked", MACHINE)


def change(path):
    path.write_bytes(path.read_bytes() + b"x")


def shorten(path):
    os.truncate(path, 10)


def replace_file(path):
    copy = path.with_suffix(".copy")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)


@pytest.mark.parametrize("meddle", [change, shorten, replace_file, Path.unlink])
def test_an_order_is_not_acknowledged_into_a_file_that_another_program_changed(path, meddle):
    with SaveFile.create(path, HEADER) as save:
        save.append(ORDERS[0])
        meddle(path)
        after = path.read_bytes() if path.exists() else None
        assert refusal(save.append, ORDERS[1]) == ("save.changed", MACHINE)
        assert refusal(save.append, ORDERS[1]) == ("save.stopped", MACHINE)
        assert save.failed
    assert (path.read_bytes() if path.exists() else None) == after


def test_an_interrupt_while_an_order_is_written_leaves_what_was_acknowledged(path):
    class Interrupted(Disk):
        armed = False

        def sync(self, handle):
            if self.armed:
                raise KeyboardInterrupt
            super().sync(handle)

    disk = Interrupted()
    with SaveFile.create(path, HEADER, disk) as save:
        save.append(ORDERS[0])
        disk.armed = True
        with pytest.raises(KeyboardInterrupt):
            save.append(ORDERS[1])
        assert refusal(save.append, ORDERS[1]) == ("save.stopped", MACHINE)
    loaded = load(path)
    assert (loaded.records, loaded.trouble) == ((ORDERS[0],), None)


@pytest.mark.parametrize("raw", ["two_words", "x" * 80, "CON", "___", *HOSTILE])
def test_the_name_of_a_save_is_safe_whatever_the_scenario_is_called(raw):
    path = default_path(raw, datetime(2031, 4, 10, 8, 0, 5, tzinfo=UTC))
    assert path.suffix == SUFFIX
    assert NAME.fullmatch(path.stem)
    assert path.stem.endswith("-20310410-080005")
    assert path.parent.name == "exercises"


def test_two_exercises_that_begin_in_the_same_second_have_two_names(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path)
    moment = datetime(2031, 4, 10, tzinfo=UTC)
    names = []
    for _ in range(3):
        path = written(default_path("torch", moment))
        names.append(path.name)
    stem = "torch-20310410-000000"
    assert names == [f"{stem}.ghx", f"{stem}-2.ghx", f"{stem}-3.ghx"]


def test_canonical_json_has_one_spelling():
    assert canonical({"b": (1, True, None), "a": "é\n"}) == b'{"a":"\\u00e9\\n","b":[1,true,null]}'
