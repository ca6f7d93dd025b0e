from errno import EIO, ENOSPC
from itertools import count

import pytest

from engine.exits import MACHINE
from engine.game.save import SaveError, SaveFile, load
from tests.game.bad_disk import IMAGES, BadDisk, PowerCutError, fail_at
from tests.game.test_save import HEADER, ORDERS, written


class Table:
    """An exercise as the table sees it: what was acknowledged, and the order that is on its way."""

    def __init__(self, path, disk, before):
        self.path, self.disk = path, disk
        self.begun = before is not None
        self.acknowledged = before or []
        self.underway = None
        self.save = None

    def create(self):
        self.save = SaveFile.create(self.path, HEADER, self.disk)
        self.begun = True

    def reopen(self):
        self.save, loaded = SaveFile.reopen(self.path, self.disk)
        self.begun = True
        self.acknowledged = list(loaded.records)  # the table is shown them: they may not go any more

    def lay(self, order):
        self.underway = order
        self.save.append(order)
        self.acknowledged.append(order)
        self.underway = None

    def leave(self):
        self.save.close()


def a_whole_exercise(table):
    table.create()
    for order in ORDERS[:3]:
        table.lay(order)
    table.leave()
    table.reopen()
    table.lay(ORDERS[3])
    table.leave()


def an_exercise_whose_disk_fails_once(table):
    table.disk.fails = fail_at("sync", 3)
    table.create()
    table.lay(ORDERS[0])
    with pytest.raises(SaveError):
        table.lay(ORDERS[1])
    table.leave()
    table.reopen()
    table.lay(ORDERS[2])
    table.leave()


def an_exercise_that_was_torn(table):
    table.reopen()
    assert table.acknowledged == ORDERS[:2]
    for order in ORDERS[2:4]:
        table.lay(order)
    table.leave()


def a_torn_file(path):
    written(path, ORDERS[:3])
    path.write_bytes(path.read_bytes()[:-20])
    return ORDERS[:2]


def an_exercise_whose_last_line_was_not_ended(table):
    table.reopen()
    assert table.acknowledged == ORDERS[:3]
    for order in ORDERS[3:]:
        table.lay(order)
    table.leave()


def a_file_without_its_last_newline(path):
    written(path, ORDERS[:3])
    path.write_bytes(path.read_bytes()[:-1])
    return ORDERS[:3]


def nothing(_path):
    return None


STORIES = [
    (nothing, a_whole_exercise),
    (nothing, an_exercise_whose_disk_fails_once),
    (a_torn_file, an_exercise_that_was_torn),
    (a_file_without_its_last_newline, an_exercise_whose_last_line_was_not_ended),
]


def interrupted(tmp_path, prepare, story):
    """Yield the table of `story`, cut off at every step in turn, until it comes to its end."""
    for step in count():
        folder = tmp_path / f"step-{step}"
        folder.mkdir()
        path = folder / "exercise.ghx"
        before = prepare(path)
        table = Table(path, BadDisk(folder, dies_at=step), before)
        try:
            story(table)
        except PowerCutError:
            if table.save is not None:
                table.save._lock.release()
            yield table
        else:
            assert step > 15
            return


def check_that_the_table_lost_nothing(table):
    if not table.begun:
        check_a_file_that_was_never_acknowledged(table.path)
        return
    save, loaded = SaveFile.reopen(table.path)
    known = len(table.acknowledged)
    assert list(loaded.records[:known]) == table.acknowledged
    assert loaded.records[known:] in ((), (table.underway,))
    with save:
        save.append(ORDERS[4])
    again = load(table.path)
    assert (again.records, again.trouble) == ((*loaded.records, ORDERS[4]), None)


def check_a_file_that_was_never_acknowledged(path):
    try:
        left = load(path).records
    except SaveError as error:
        left = error.message.code
    assert left in ("save.missing", "save.foreign", "save.headless", ())


@pytest.mark.parametrize("image", IMAGES)
@pytest.mark.parametrize(("prepare", "story"), STORIES)
def test_a_power_cut_at_any_step_loses_no_acknowledged_order(tmp_path, prepare, story, image):
    for table in interrupted(tmp_path, prepare, story):
        table.disk.power_cut(image)
        check_that_the_table_lost_nothing(table)


@pytest.mark.parametrize(("prepare", "story"), STORIES)
def test_what_is_reopened_after_a_crash_survives_a_power_cut(tmp_path, prepare, story):
    for table in interrupted(tmp_path, prepare, story):
        table.disk.process_ends()
        try:
            table.reopen()
        except SaveError:
            assert not table.begun
            continue
        table.leave()
        table.underway = None
        table.disk.power_cut("least")
        check_that_the_table_lost_nothing(table)


@pytest.mark.parametrize("nth", [2, 3, 4])
@pytest.mark.parametrize("bite", [None, 100])
def test_a_full_disk_stops_the_save_at_what_was_acknowledged(tmp_path, nth, bite):
    path = tmp_path / "exercise.ghx"
    disk = BadDisk(tmp_path, bite=bite)
    with SaveFile.create(path, HEADER, disk) as save:
        disk.counts.clear()
        disk.fails = fail_at("write", nth, ENOSPC)
        acknowledged = lay_until_refused(save)
    loaded = load(path)
    assert (list(loaded.records), loaded.trouble) == (acknowledged, None)
    save, loaded = SaveFile.reopen(path)
    with save:
        save.append(ORDERS[0])
    assert list(load(path).records) == [*acknowledged, ORDERS[0]]


def lay_all(save, acknowledged):
    for order in ORDERS:
        save.append(order)
        acknowledged.append(order)


def lay_until_refused(save):
    acknowledged = []
    with pytest.raises(SaveError) as caught:
        lay_all(save, acknowledged)
    assert (caught.value.message.code, caught.value.exit_code) == ("save.failed", MACHINE)
    assert save.failed
    head = save.head
    with pytest.raises(SaveError) as caught:
        save.append(ORDERS[0])
    assert (caught.value.message.code, caught.value.exit_code) == ("save.stopped", MACHINE)
    assert save.head == head
    return acknowledged


@pytest.mark.parametrize("nth", [1, 2, 3, 4, 5])
def test_a_disk_that_cannot_keep_its_promise_stops_the_save(tmp_path, nth):
    disk = BadDisk(tmp_path)
    path = tmp_path / "exercise.ghx"
    with SaveFile.create(path, HEADER, disk) as save:
        disk.counts.clear()
        disk.fails = fail_at("sync", nth)
        acknowledged = lay_until_refused(save)
    assert (len(acknowledged), list(load(path).records)) == (nth - 1, acknowledged)


@pytest.mark.parametrize("step", ["open_old", "truncate", "read", "close"])
def test_where_even_cutting_back_fails_the_table_is_told_so(tmp_path, step):
    disk = BadDisk(tmp_path)
    path = tmp_path / "exercise.ghx"
    with SaveFile.create(path, HEADER, disk) as save:
        save.append(ORDERS[0])
        disk.counts.clear()
        disk.fails = lambda name, nth: EIO if name == step or (name, nth) == ("sync", 1) else None
        with pytest.raises(SaveError) as caught:
            save.append(ORDERS[1])
        assert (caught.value.message.code, caught.value.exit_code) == ("save.failed_uncut", MACHINE)
    assert load(path).records in ((ORDERS[0],), tuple(ORDERS[:2]))


@pytest.mark.parametrize("step", ["open_new", "write", "sync", "sync_folder"])
def test_a_save_that_cannot_be_begun_leaves_nothing_behind(tmp_path, step):
    path = tmp_path / "exercise.ghx"
    with pytest.raises(SaveError) as caught:
        SaveFile.create(path, HEADER, BadDisk(tmp_path, bite=50, fails=fail_at(step, 1, ENOSPC)))
    assert (caught.value.message.code, caught.value.exit_code) == ("save.not_created", MACHINE)
    assert not path.exists()
    SaveFile.create(path, HEADER).close()


@pytest.mark.parametrize("step", ["open_new", "write", "sync", "sync_folder", "open_old", "truncate"])
def test_a_torn_save_that_cannot_be_mended_is_refused_and_stays_readable(tmp_path, step):
    path = tmp_path / "exercise.ghx"
    a_torn_file(path)
    with pytest.raises(SaveError) as caught:
        SaveFile.reopen(path, BadDisk(tmp_path, bite=50, fails=fail_at(step, 1, ENOSPC)))
    assert (caught.value.message.code, caught.value.exit_code) == ("save.not_reopened", MACHINE)
    assert load(path).records == tuple(ORDERS[:2])
    save, loaded = SaveFile.reopen(path)
    save.close()
    assert loaded.records == tuple(ORDERS[:2])
