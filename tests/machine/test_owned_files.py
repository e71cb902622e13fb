"""Files that are written whole, for certain eyes, and never through a link in their way."""

import os
import stat

import pytest

from common.machine.owned_files import ALONE, create, hand_over, write_whole

links = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")


@links
def test_what_is_written_takes_the_place_of_a_link_and_not_of_what_it_leads_to(tmp_path):
    others, file = tmp_path / "others", tmp_path / "file"
    others.write_bytes(b"theirs")
    file.symlink_to(others)
    write_whole(file, "叫号\n".encode(), 0o640)
    assert others.read_bytes() == b"theirs"
    assert file.read_text(encoding="utf-8") == "叫号\n" and not file.is_symlink()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "others"]


@links
def test_a_file_is_made_for_one_alone_and_only_where_nothing_stands(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        create(tmp_path / "link")
    before = os.umask(0)
    create(tmp_path / "file")
    os.umask(before)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == ALONE
    assert not (tmp_path / "elsewhere").exists()


@links
def test_only_what_stands_there_itself_is_handed_over(tmp_path):
    file = tmp_path / "file"
    file.touch(ALONE)
    (tmp_path / "symbolic").symlink_to(file)
    (tmp_path / "hard").hardlink_to(file)
    os.mkfifo(tmp_path / "pipe")
    for name in ("symbolic", "hard", "pipe"):
        with pytest.raises(OSError, match="symbolic links"):
            hand_over(tmp_path / name, 0o666)
    assert stat.S_IMODE(file.stat().st_mode) == ALONE
    (tmp_path / "hard").unlink()
    hand_over(file, 0o640)
    hand_over(tmp_path, 0o750)
    assert [stat.S_IMODE(one.stat().st_mode) for one in (file, tmp_path)] == [0o640, 0o750]
