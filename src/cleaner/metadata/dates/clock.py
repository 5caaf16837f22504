"""Times of day beside a date, with their zones, and a date and its time as one moment."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from cleaner.once import compiled

# Offsets from UTC in minutes. Left out: names that several zones share (IST, CST outside America, BST in Bangladesh).
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "cest": 120, "mez": 60, "mesz": 120,
    "eet": 120, "eest": 180, "sast": 120, "cat": 120, "wat": 60, "eat": 180, "msk": 180, "мск": 180, "trt": 180,
    "gst": 240, "pkt": 300, "wib": 420, "ict": 420, "sgt": 480, "hkt": 480, "myt": 480, "pht": 480, "awst": 480,
    "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "brt": -180, "art": -180,
}  # fmt: skip

_CONTEXT = 24  # characters before a date in which its time may stand
# Words after the hour that say that it is past noon, and leave no other reading.
_LATE = r"μ\.μ|ප\.\s?ව|غ\.و|ب\.ظ|د\.ن|பிற்பகல்|ಅಪರಾಹ್ನ|अपराह्न|अपरान्ह|ညနေ|ຫຼັງທ່ຽງ|រសៀល|ល្ងាច"
_AFTER = compiled(
    rf"""
    [^\d\n]{{0,14}}?                                              # at, um, kl., |, T
    (?P<half> 午前|午後|上午|下午|오전|오후 )? \s?
    (?<!\d) (?P<hour> [01]?\d | 2[0-4] )
    (?: \s? (?: [:.h時点點시] | Uhr ) \s? (?P<minute> [0-5]\d ) (?: [:.] (?P<second> [0-5]\d ) (?: [.,]\d+ )? )?
        (?: [分분] | \s? (?: Uhr | uur | hrs? | hod | horas ) \b )?
        (?! \d | \.\d | \s?min\b )                              # nor the length of a film
      | (?= \s? [ap]\.?m\b ) )
    (?: \s? (?: (?P<ampm> [ap] ) \.? m\b \.? | (?P<late> {_LATE} ) ) )?
    (?: \s? \(? (?P<zone>
        (?: Z | UTC | GMT | CES?T | [EP][SD]T | IST | WIB | МСК )\b | (?-i: [A-Z]{{2,5}} )\b ) )?  # no `Mis à jour`
    (?: \s? (?P<sign> [+−-] ) (?P<off> \d\d? ) (?: :? (?P<offmin> [0-5]\d ) )? (?! [\d/] ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE = compiled(
    r"""
    (?<![\d.:]) (?P<hour> [01]?\d | 2[0-3] ) [:.h] (?P<minute> [0-5]\d ) (?: : (?P<second> [0-5]\d ) )?
    (?: \s? (?P<ampm> [ap] ) \.? m\b \.? )? (?: \s? (?P<zone> [A-Z]{2,5} | МСК )\b )?
    (?: \s? (?P<sign> [+−-] ) (?P<off> \d\d? ) (?: :? (?P<offmin> [0-5]\d ) )? )?
    [^\w\n]{1,4} $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TIME_ALONE = compiled(r"\W*(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)\W*(?:Uhr|h)?\W*$", re.IGNORECASE)


def beside(text: str, start: int, end: int) -> re.Match[str] | None:
    """The time of day that follows a date, or stands before it, of a text in which the date has this place."""
    time = _AFTER.match(text, end)
    if time is None or "updat" in time[0].lower():
        time = _BEFORE.search(text, max(0, start - _CONTEXT), start)
    return time


def alone(line: str) -> str | None:
    """The time of a line that says nothing else.

    >>> alone("• 17:50"), alone("9.05 Uhr"), alone("17:50 Foreign policy")
    ('17:50:00', '09:05:00', None)
    """
    time = _TIME_ALONE.match(line)
    return f"{int(time['hour']):02}:{time['minute']}:00" if time else None


def moment(day: date, time: re.Match[str] | None) -> str:
    """RFC 3339 with a zone where one is given, a local date-time where only the hour is, else the day."""
    if time is None:
        return day.isoformat()
    parts = time.groupdict()
    hour, minute, second = int(parts["hour"]), int(parts.get("minute") or 0), int(parts.get("second") or 0)
    half = (parts.get("ampm") or "").lower() or {"午後": "p", "下午": "p", "오후": "p"}.get(parts.get("half") or "", "")
    half = "p" if parts.get("late") else half
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    if hour > 23:
        return day.isoformat()
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=_zone(parts)).isoformat()


def _zone(parts: dict[str, str | None]) -> timezone | None:
    """The offset from UTC that a time names: by letters, by sign and hours, or by both (GMT+10)."""
    name = (parts.get("zone") or "").lower()
    base = _ZONES.get(name)
    if parts.get("off") and (base == 0 or not name):
        minutes = int(parts["off"] or 0) * 60 + int(parts.get("offmin") or 0)
        base = -minutes if parts["sign"] in "-−" else minutes  # type: ignore[operator]
    if base is None or abs(base) > 14 * 60:
        return None
    return timezone(timedelta(minutes=base))
