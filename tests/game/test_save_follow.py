import pytest

from engine.game.chain import seal
from engine.game.follow import follow
from engine.game.save import SaveFile, load
from engine.language.catalogue import say
from tests.game.bad_disk import BadDisk, fail_at
from tests.game.test_save import HEADER, ORDERS, written


@pytest.fixture
def path(tmp_path):
    return tmp_path / "exercise.ghx"


def test_a_board_sees_each_order_once_while_another_writes(path):
    with SaveFile.create(path, HEADER) as save:
        place = load(path).place
        for number, order in enumerate(ORDERS):
            save.append(order)
            news = follow(path, place)
            assert (news.records, news.trouble, news.place.line) == ((order,), None, number + 2)
            place = news.place
            assert follow(path, place) == type(news)((), place)
        assert place.head == save.head


def test_a_board_that_joins_late_sees_all_that_came_since(path):
    with SaveFile.create(path, HEADER) as save:
        save.append(ORDERS[0])
        place = load(path).place
        for order in ORDERS[1:]:
            save.append(order)
    assert follow(path, place).records == tuple(ORDERS[1:])


def test_a_line_that_is_still_being_written_waits(path):
    written(path, ORDERS[:2])
    place = load(path).place
    line, after = seal(ORDERS[2], place)
    before = path.read_bytes()
    for length in range(len(line)):
        path.write_bytes(before + line[:length])
        assert follow(path, place) == type(follow(path, place))((), place)
    path.write_bytes(before + line)
    news = follow(path, place)
    assert (news.records, news.place, news.trouble) == ((ORDERS[2],), after, None)


def test_a_board_hears_of_a_break(path):
    written(path, ORDERS[:1])
    place = load(path).place
    written_on, _ = seal(ORDERS[1], place)
    path.write_bytes(path.read_bytes() + b"noise\n" + written_on)
    news = follow(path, place)
    assert (news.records, news.trouble.code, news.trouble.get("line")) == ((), "save.broken", 3)
    assert say("id", news.trouble)


def test_a_board_that_saw_an_order_which_was_cut_back_is_told_to_read_again(path, tmp_path):
    seen = []

    class Watched(BadDisk):
        def truncate(self, handle, size):
            seen.append(follow(path, place))
            super().truncate(handle, size)

    disk = Watched(tmp_path)
    with SaveFile.create(path, HEADER, disk) as save:
        place = load(path).place
        disk.counts.clear()
        disk.fails = fail_at("sync", 1)
        with pytest.raises(Exception, match=r"save\.failed"):
            save.append(ORDERS[0])
    assert seen[0].records == (ORDERS[0],)
    assert follow(path, seen[0].place).trouble.code == "save.rewritten"
    with SaveFile.reopen(path)[0] as save:
        save.append(ORDERS[0])
    news = follow(path, seen[0].place)
    assert (news.records, news.trouble.code) == ((), "save.rewritten")


@pytest.mark.parametrize("content", [b"", b"\n" * 5000, b"x" * 5000])
def test_a_board_whose_file_was_replaced_is_told_so(path, content):
    written(path)
    place = load(path).place
    path.write_bytes(content)
    assert follow(path, place).trouble.code == "save.rewritten"
    path.unlink()
    assert follow(path, place).trouble.code == "save.unreadable"
    path.mkdir()
    assert follow(path, place).trouble.code == "save.unreadable"
