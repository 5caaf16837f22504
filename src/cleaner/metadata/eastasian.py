"""Names and bylines in Chinese, Japanese and Korean, which stand beside job titles and places without a blank."""

from __future__ import annotations

import re
from functools import cache

from cleaner.metadata.wordlists import listed, roles, table
from cleaner.once import compiled

CJK = compiled(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A letter of Japanese, Chinese or Korean."""

_HAN = r"\u3400-\u9fff\u3005"
_NAME = compiled(
    rf"""
      [{_HAN}]{{2,6}}                                        # 山田花子
    | [{_HAN}]{{1,4}} [\ \u3000] [{_HAN}\u3041-\u3096]{{1,4}}  # 山田 花子
    | [\uac00-\ud7af]{{2,4}}                                 # 박민수
    | [\u30a1-\u30fa\u30fc]{{2,10}} [・＝] [\u30a1-\u30fa\u30fc・＝]{{2,16}}  # アナ・クルス
    """,
    re.VERBOSE,
)
_PLACE = "(?:[台臺][北中南東东]|新北|桃園|高雄|新竹|基隆|嘉義|苗栗|彰化|南投|雲林|屏東|宜蘭|花蓮|澎湖|金門)"
_CHINESE = compiled(
    rf"""^[\s（(【\[〔［*]* (?: \d[\d\s年月日/.:-]{{7,20}} )?
      (?P<paper>特[约約]|[{_HAN}]{{1,6}}[社报報網网台刊])? [\s／/]?
      (?:实习|見習)? (?:记者|記者|通讯员) [\s:：]*
      (?P<names> [{_HAN}]{{2,4}}? (?: [\s、,，]+ [{_HAN}]{{2,4}}? ){{0,5}}? ) \s*
      (?P<end> [／/|｜] | {_PLACE}? (?:综合|綜合|现场|現場)? (?:[报報][道導导] | [电電摄攝撰]) | [）)】\]] | $ )""",
    re.VERBOSE,
)
_REPORTING = compiled(
    rf"[^，。！？（）()]{{0,24}}[（(](?:本[报報刊][\s]?)?(?:实习|見習)?(?:记者|記者)[\s:：]*"
    rf"(?P<names>[{_HAN}]{{2,4}}(?:[\s、,，]+[{_HAN}]{{2,4}}){{0,4}})[）)]"
)
_DESK = compiled(
    rf"(?:社会|政治|経済|国際|外信|文化|生活|科学|運動|学芸|地域|教育|報道|写真)部[\s　・](?P<name>[{_HAN}]{{3,6}})"
)
_KOREAN_NAME = r"[\uac00-\ud7af]{2,4}"
# A reporter's name behind the job title: by the commonest surnames, since what is no name stands behind it as well.
_KOREAN_BEFORE = compiled(
    r"(?:기자|글|취재|작성자) (?!이야기|이유|정보|조건|한국|서울|전국|오늘|고발|백서)"
    r"(?P<name>[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용][\uac00-\ud7af]{2})"
)
_BETWEEN = r"\s*[,·ㆍ・/&、]\s*"
_LAST_WORD = compiled(r"[=・\s]")  # between a place or paper and the name
_BRACKETS = "【】[]()（）〔〕= "


@cache
def _after() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Job titles behind names: in Korean, where one title may follow several names, and in Japanese."""
    cues = [word[1:] for words in table("bylines.txt").values() for word in words if word.startswith("+")]
    korean = "|".join(c for c in sorted(cues, key=lambda c: (-len(c), c)) if c[0] >= "\uac00")
    other = "|".join(c for c in sorted(cues, key=lambda c: (-len(c), c)) if not c[0] >= "\uac00")
    end = r"(?=$|[\s=)\]】）|·ㆍ,/(])"
    return (
        re.compile(
            rf"(?<![\uac00-\ud7af])(?P<names>{_KOREAN_NAME}(?:{_BETWEEN}{_KOREAN_NAME}){{0,5}})\s*"
            rf"(?:\s[\uac00-\ud7af]{{1,4}})?(?:{korean}){end}"
        ),
        re.compile(rf"(?P<names>\S.{{0,40}}?)\s*(?:{other}){end}"),
    )


@cache
def words() -> frozenset[str]:
    """Give the job titles, and the words of organisations and sections, in these scripts."""
    return frozenset(w for w in roles() | listed("organisations") | listed("sections") if CJK.search(w))


@cache
def _role() -> re.Pattern[str]:
    titles = sorted(w for w in roles() - listed("organisations") if CJK.search(w))
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, titles))})(?=$|\s)")


def is_name(text: str) -> bool:
    """Tell whether a text has the shape of a person's name in these scripts.

    >>> [is_name(x) for x in ("山田花子", "大渡 美咲", "박민수", "アナ・クルス", "編集部", "川の水位が上昇")]
    [True, True, True, True, False, False]
    """
    return _NAME.fullmatch(text) is not None and not any(w in text for w in words())


def without_role(name: str) -> str:
    """Take the job title off the end of a name, and a place or paper off its beginning.

    >>> without_role("박민수 기자 외 1명"), without_role("山田 花子"), without_role("서울=박민수 기자")
    ('박민수', '山田 花子', '박민수')
    """
    role = _role().search(name)
    return _last(name[: role.start()].strip()) if role else name


def _last(text: str) -> str:
    """The name at the end of a text; none where a blank may part the name itself as well as a place from it.

    >>> _last("서울=박민수"), _last("社会部 山田花子"), _last("山田 花子")
    ('박민수', '山田花子', '')
    """
    *before, last = _LAST_WORD.split(text)
    short = before and len(last) < 3 and re.fullmatch(rf"[{_HAN}]{{1,3}}", before[-1]) and last[:1] < "\uac00"
    return "" if short else last


def apart(name: str, language: str | None = None) -> list[str]:
    """Take Chinese names apart that only blanks part: in a text in Chinese, or where they cannot be one Japanese name.

    >>> apart("王小明 李大華"), apart("王明 李大華 陳光"), apart("山田 花子")
    (['王小明', '李大華'], ['王明', '李大華', '陳光'], ['山田 花子'])
    >>> apart("王小明 李華", "zh"), apart("長谷川 健太", "ja"), apart("王 小明", "zh")
    (['王小明', '李華'], ['長谷川 健太'], ['王 小明'])
    """
    parts = name.split()
    chinese = all(re.fullmatch(rf"[{_HAN}]{{2,4}}", part) for part in parts)
    several = len(parts) > 2 or language == "zh" or [len(part) for part in parts] == [3, 3]
    return parts if chinese and several and "々" not in name else [name]


def byline(text: str) -> list[str]:
    """Give the people on a line that names them beside their job title.

    >>> byline("박민수·김지은 기자"), byline("記者王小明／台北報導"), byline("（本报记者 王小明 李华）")
    (['박민수', '김지은'], ['王小明'], ['王小明', '李华'])
    >>> byline("记者 王小明 李华 报道"), byline("社会部 山田花子"), byline("政治部 会議")
    (['王小明', '李华'], ['山田花子'], [])
    >>> byline("기자 박민수"), byline("기자 간담회"), byline("기자 이야기")
    (['박민수'], [], [])
    >>> byline("记者招待会"), byline("山田花子記者"), byline("新聞記者")
    ([], ['山田花子'], [])
    """
    if (found := _DESK.fullmatch(text.strip(_BRACKETS))) and is_name(found["name"]):
        return [found["name"]]
    if found := _CHINESE.match(text):
        sure = found["paper"] or found["end"]
        return _people(re.split(r"[\s、,，]+", found["names"])) if sure else []
    if found := _KOREAN_BEFORE.fullmatch(text):
        return [found["name"]]
    korean, other = _after()
    people = [n for m in korean.finditer(text) for n in re.split(_BETWEEN, m["names"])]
    if not people and (found := other.search(text.strip(_BRACKETS))):
        people = [_last(found["names"]).strip(_BRACKETS)]
    return _people(people)


def reporting(text: str) -> list[str]:
    """Give the reporters whom a Chinese paragraph names in brackets where it begins, behind agency and place.

    >>> reporting("本报讯（记者王小明 李华）旧桥关闭。"), reporting("新港社7月10日电（记者 王小明）旧桥关闭。")
    (['王小明', '李华'], ['王小明'])
    >>> reporting("旧桥星期一关闭，市长说（记者会后）。")
    []
    """
    found = _REPORTING.match(text)
    return _people(re.split(r"[\s、,，]+", found["names"])) if found else []


def _people(names: list[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if is_name(name)]
