"""When typed text is saved."""

from pytestqt.qtbot import QtBot

from gui.fields.auto_save import AutoSave, SaveClock


def test_touch_waits_for_a_pause_and_no_longer_than_the_limit() -> None:
    clock = SaveClock(500, 1_000)
    assert clock.touch(0) == 500
    assert clock.touch(400) == 500
    assert clock.touch(800) == 200
    assert clock.touch(1_200) == 0


def test_clear_starts_a_new_wait() -> None:
    clock = SaveClock(500, 1_000)
    clock.touch(0)
    clock.clear()
    assert not clock.is_pending
    assert clock.touch(5_000) == 500


def test_touch_emits_once_after_the_pause(qtbot: QtBot) -> None:
    saving = AutoSave(idle_ms=1, limit_ms=50)
    with qtbot.waitSignal(saving.save_due):
        saving.touch()
    assert not saving.is_pending


def test_flush_emits_at_once_and_only_what_is_pending(qtbot: QtBot) -> None:
    saving = AutoSave(idle_ms=60_000, limit_ms=60_000)
    saving.touch()
    with qtbot.waitSignal(saving.save_due):
        saving.flush()
    with qtbot.assertNotEmitted(saving.save_due):
        saving.flush()


def test_cancel_gives_up_what_is_pending(qtbot: QtBot) -> None:
    saving = AutoSave(idle_ms=60_000, limit_ms=60_000)
    saving.touch()
    saving.cancel()
    with qtbot.assertNotEmitted(saving.save_due):
        saving.flush()
