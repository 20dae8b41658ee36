"""Do the data folder, its socket and its programs lie where the server's account can reach them?"""

import os
import stat
from pathlib import Path

import pytest

from homeward.foundation.postgres.account import Account, can_reach, server_account
from homeward.foundation.postgres.binaries import Binaries, find, within_reach
from homeward.foundation.postgres.folders import LONGEST_SOCKET_FOLDER, closed_folder, data_folder, folders
from homeward.foundation.postgres.lock import Busy, only_one

STRANGER = Account(uid=65533, gid=65533, name="stranger", switch=True)


def test_the_data_folder_is_the_one_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOMEWARD_DATA", str(tmp_path / "here"))
    assert data_folder() == tmp_path / "here"


def test_a_checkout_keeps_its_data_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOMEWARD_DATA", raising=False)
    assert (data_folder().parent / "pyproject.toml").exists()


def test_a_long_path_gets_a_short_socket(tmp_path: Path) -> None:
    deep = tmp_path / ("deep" * 30)
    assert len(os.fsencode(folders(deep).socket)) <= LONGEST_SOCKET_FOLDER


def test_a_closed_folder_is_seen_to_be_out_of_reach(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    assert not can_reach(tmp_path / "later", STRANGER)
    open_to_all = tmp_path.parent.parent.parent
    assert can_reach(open_to_all, STRANGER) == bool(open_to_all.stat().st_mode & stat.S_IXOTH)


def test_programs_behind_a_closed_folder_are_copied_with_their_libraries(tmp_path: Path) -> None:
    closed, store = tmp_path / "closed", tmp_path / "store"
    programs = closed / "wheel" / "pginstall" / "bin"
    programs.mkdir(parents=True)
    (programs / "postgres").write_text("")
    (closed / "wheel.libs").mkdir()
    (closed / "wheel.libs" / "libpq.so").write_text("")
    closed.chmod(0o700)
    found = within_reach(Binaries(folder=programs, version=18), account=STRANGER, store=store)
    assert found.folder.is_relative_to(store) and (found.folder / "postgres").exists()
    assert (found.folder.parents[2] / "wheel.libs" / "libpq.so").exists()
    assert within_reach(Binaries(folder=programs, version=18), account=STRANGER, store=store) == found


def test_programs_named_by_hand_are_used_or_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOMEWARD_PG_BIN", str(tmp_path))
    with pytest.raises(FileNotFoundError, match="HOMEWARD_PG_BIN"):
        find()


def test_another_accounts_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "socket"
    folder.mkdir()
    other = Account(uid=os.geteuid() + 1, gid=os.getegid(), name="other", switch=False)
    with pytest.raises(PermissionError, match="another account"):
        closed_folder(folder, other)


def test_the_second_to_hold_a_data_folder_is_told_who_holds_it(tmp_path: Path) -> None:
    with only_one(tmp_path, words="serving"), pytest.raises(Busy) as caught, only_one(tmp_path, words="too late"):
        pass
    assert f"serving (process {os.getpid()})" in caught.value.holder
    with only_one(tmp_path, words="next"):
        pass


def test_root_never_runs_the_server_as_root() -> None:
    assert server_account().uid != 0
