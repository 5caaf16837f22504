"""Where the names on a line of credits begin and end: at its date, its place, its agency or another separator."""

from __future__ import annotations

import re

from cleaner.metadata import agencies, dates, names
from cleaner.metadata.dates import datewords
from cleaner.metadata.names import is_name
from cleaner.once import compiled

_TWO = 2  # parts of a line, of which the first may be a section
_BEFORE_DATE = 3  # characters of an item's mark
TRAILING = compiled(r"(?:[\s,]|\b(?:on|at|am|le|el|den|om|vom|il|em|på|op|in|the)\b)+$", re.IGNORECASE)
PART = compiled(r"\s*[|•·⋅∙●–—]\s*|\s-\s|\.-\s|(?<=\d{4})\s+(?=[a-zA-Z])")  # bars, dots, the end of a date
"""Between the parts of a line."""
PLACE = compiled(r"\s(?:in|from|aus)\s[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){0,2}(?=\s?[,;&]|\s(?:and|und)\s)")
"""From where somebody reports."""
_STOP = compiled(
    r"""\s* (?: [|•·⋅∙●\n\t–—(（] | \s (?-i: [^\W\d_] [^\W\d_A-ZÀ-Þ]{1,15} ) \s? [:：]
      | \s? (?: 图片? | [圖摄攝影] | 写真 | 撮影 ) [/／｜:：・]
      | \s-\s | \d{1,2}[./:]\d | \b(?:19|20)\d\d\b | ,\s*\d | \bvor\s\d
      | \s(?:in|aus|from|for|at|on|via|of\sthe)\s | \s(?:le|am|el|il|den|op|em|på)\s\d
      | [\s.](?:photo\w*|fotos?|foto's|foto\w*|bild(?:er)?|фото|video|illustration\w*|graphics?|grafik)
        (?:\s?: | \s(?:by|von|par|de|di|por|av|af|door)\s)
      | [\s.;,](?:additional\sreporting|writing)\sby\b
      | [\s.](?:edited|editing|(?:fact[-\s])?checked|(?:medically\s)?reviewed|translated|illustrated|produced)\sby\b
      | [\s.](?:editor|redaktion|rédaction|edición|editing|reviewer)\s?:
      | (?<!\d)\d+(?:\s?[–-]\s?\d+)?\s(?:min|hour|day|week|stund|tag|час)
      | \s(?:on\sbehalf\sof|Follow|Following|Folgen|Suivre|Seguir|Segui|View|Leave\sa\sComment)\b
      | \s(?:\d+|No)\s(?:comments?|kommentare?r?|commentaires?|comentarios?|commenti|reacties|replies)\b
      | \b(?: published | (?:last\s)?updated | posted | aktualisiert | uppdaterad )\b
      | (?-i: (?<=[a-zß-ÿ]) (?: Published | Updated | Posted | Follow ) \b ) )""",
    re.VERBOSE | re.IGNORECASE,
)


def without_place(rest: str) -> str:
    """Take off the names of a byline the places from where they report.

    >>> without_place("Ana Cruz in Bonn, Tom Weber"), without_place("Ana Cruz in Bonn")
    ('Ana Cruz, Tom Weber', 'Ana Cruz in Bonn')
    """
    return PLACE.sub("", rest)


def until(rest: str) -> str:
    """Cut a byline off at its date and the words on it, its agency, job title or other separator.

    >>> until("Ana Cruz Publié le 10 juillet 2025"), until("Ana Cruz, aktualizováno: 10. 7. 2025")
    ('Ana Cruz', 'Ana Cruz')
    >>> until("Ana Cruz Thu, 10 July 2025"), until("Li Sun, 10 July 2025")
    ('Ana Cruz', 'Li Sun')
    """
    head = TRAILING.sub("", before := before_date(rest))
    if len(before) < len(rest):
        name, _, last = head.strip(" :：,").rpartition(" ")
        head = TRAILING.sub("", name) if name and (datewords.said(last) or datewords.is_weekday(last, name)) else head
    return names.without_role(TRAILING.sub("", agencies.before(head)))


def behind_date(text: str) -> str:
    """What a line goes on with that begins with a date; any other line whole.

    >>> [behind_date(text) for text in ("10 July 2025, 13:06 | Ana Cruz", "Ana Cruz | 10 July 2025", "10 July 2025")]
    ['Ana Cruz', 'Ana Cruz | 10 July 2025', '10 July 2025']
    """
    when = dates.first(text)
    begins = when is not None and when.start <= _BEFORE_DATE and not any(map(str.isalpha, text[: when.start]))
    return (text[when.end :].lstrip(" ,;|•·–—-") if begins and when else "") or text


def among_parts(text: str) -> list[str]:
    """The one name among the parts of a line of which another is a date.

    >>> among_parts("10/07/2025 • Harbour life • Ana Cruz"), among_parts("Ana Cruz • Tom Weber • Harbour life")
    (['Ana Cruz'], [])
    """
    parts = PART.split(text)
    people = [part for part in parts if is_name(part)] if len(parts) > _TWO else []
    return people if len(people) == 1 and dates.first(text) else []


def before_date(rest: str) -> str:
    """Cut a byline off at its date or another separator."""
    stop, date = _STOP.search(rest, 1), dates.first(rest)
    return rest[: min(stop.start() if stop else len(rest), date.start if date else len(rest))]
