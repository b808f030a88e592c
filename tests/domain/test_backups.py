"""Which backups stay: the last ten, one of each of thirty days, the newest hourly one."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.backups import DAYS, LAST, Backup, BackupKind, to_drop

TODAY = date(2027, 3, 2)
NOON = datetime(2027, 3, 2, 12, 0).astimezone()  # of the local clock, as days are


def backup(days=0, kind=BackupKind.DAILY, minutes=0):
    """A backup made so long before noon of today."""
    at = (NOON - timedelta(days=days, minutes=minutes)).astimezone(UTC)
    return Backup(at, kind, f"{at.isoformat()} {kind}")


backups = st.lists(
    st.builds(
        backup, st.integers(0, 90), st.sampled_from(BackupKind), minutes=st.integers(0, 11 * 60)
    ),
    max_size=80,
    unique_by=lambda made: made.at,
)


def kept(made):
    return set(made) - set(to_drop(made, TODAY))


def lasting(made):
    return sorted((one for one in made if one.kind is not BackupKind.HOURLY), reverse=True)


def day_of(made):
    return made.at.astimezone().date()


def newest_of_days(made):
    """The newest lasting backup of each day that has any."""
    return set({day_of(one): one for one in reversed(lasting(made))}.values())


@given(backups)
def test_what_goes_was_there_and_goes_oldest_first(made):
    dropped = to_drop(made, TODAY)
    assert set(dropped) <= set(made)
    assert list(dropped) == sorted(set(dropped))


@given(backups)
def test_the_last_ones_stay_whatever_their_age(made):
    assert set(lasting(made)[:LAST]) <= kept(made)


@given(backups)
def test_of_each_recent_day_the_newest_stays(made):
    recent = {one for one in newest_of_days(made) if (TODAY - day_of(one)).days < DAYS}
    assert recent <= kept(made)


@given(backups)
def test_of_the_hourly_ones_the_newest_stays_alone(made):
    hourly = {one for one in made if one.kind is BackupKind.HOURLY}
    assert hourly & kept(made) == ({max(hourly)} if hourly else set())


@given(backups)
def test_nothing_stays_without_a_reason(made):
    for one in set(lasting(made)) & kept(made):
        recent = (TODAY - day_of(one)).days < DAYS
        assert one in lasting(made)[:LAST] or (one in newest_of_days(made) and recent)
    assert len(kept(made)) <= LAST + DAYS + 1


@given(backups)
def test_dropping_again_drops_nothing(made):
    assert to_drop(kept(made), TODAY) == ()


@given(backups, st.randoms())
def test_the_order_does_not_matter(made, random):
    shuffled = random.sample(made, len(made))
    assert to_drop(shuffled, TODAY) == to_drop(made, TODAY)


@given(backups, st.integers(0, 40))
def test_what_may_go_today_may_go_for_good(made, days):
    """Neither a newer backup nor a later day gives a reason to keep what had none."""
    later = backup(-days - 1)
    assert set(to_drop(made, TODAY)) <= set(
        to_drop([*made, later], TODAY + timedelta(days=days + 1))
    )


def test_one_a_day_stays_for_thirty_days():
    made = [backup(days) for days in range(60)]
    assert to_drop(made, TODAY) == tuple(reversed(made[DAYS:]))


def test_where_somebody_seldom_works_the_last_ten_stay():
    made = [backup(30 * month) for month in range(15)]
    assert to_drop(made, TODAY) == tuple(reversed(made[LAST:]))


def test_a_newer_one_of_the_same_day_takes_the_place():
    full = [backup(days) for days in range(1, LAST + 2)]
    first, second = backup(20, minutes=60), backup(20)
    assert to_drop([*full, first, second], TODAY) == (first,)


def test_an_hourly_one_takes_no_place_of_a_lasting_one():
    made = [backup(0, BackupKind.HOURLY), backup(0, minutes=30)]
    assert to_drop(made, TODAY) == ()
