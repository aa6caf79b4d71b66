"""The date grammar: what expressions it finds, what they mean, and what it leaves alone."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mahdar.languages.ar
from mahdar.coder.dates import DateExpression, DateGrammar

DATA = tomllib.loads((Path(next(iter(mahdar.languages.ar.__path__))) / "dates.toml").read_text("utf-8"))
GRAMMAR = DateGrammar(DATA)
TUESDAY = date(2015, 7, 21)


def found(text: str, published: date | None = TUESDAY) -> list[tuple[str, str | None, str]]:
    """The exact words, value and relation of each expression."""
    return [(text[e.start : e.end], e.value, e.relation) for e in GRAMMAR.find(text, published)]


def only(text: str, published: date | None = TUESDAY) -> DateExpression:
    (expression,) = GRAMMAR.find(text, published)
    return expression


@pytest.mark.parametrize(
    ("text", "exact", "value"),
    [
        ("29 كانون الأول/ديسمبر 2020", "29 كانون الأول/ديسمبر 2020", "2020-12-29"),
        ("التقاه في 14 يوليو (تموز) الماضي في فيينا", "14 يوليو (تموز) الماضي", "2015-07-14"),
        ("في 14 تموز / يوليو 2015", "14 تموز / يوليو 2015", "2015-07-14"),
        ("في السابع من يونيو حزيران", "السابع من يونيو حزيران", "2015-06-07"),
        ("في السادس والعشرين من آذار", "السادس والعشرين من آذار", "2015-03-26"),
        ("الـ14 من نوفمبر 2013", "14 من نوفمبر 2013", "2013-11-14"),
        ("بين 14 و16 يوليو", "14 و16 يوليو", "2015-07-14"),
        ("في 30 سبتمبر المقبل", "30 سبتمبر المقبل", "2015-09-30"),
        ("في 10 سبتمبر", "10 سبتمبر", "2015-09-10"),
        ("في 10 ديسمبر", "10 ديسمبر", "2014-12-10"),
        ("17 نيسان/أبريل من العام الماضي", "17 نيسان/أبريل من العام الماضي", "2014-04-17"),
        ("20 من الشهر الجاري", "20 من الشهر الجاري", "2015-07-20"),
        ("في 5 شوال 1436هـ", "5 شوال 1436هـ", "2015-07-21"),
        ("٢٩-١٢-٢٠٢٠", "٢٩-١٢-٢٠٢٠", "2020-12-29"),
        ("يوم 2020/12/29", "2020/12/29", "2020-12-29"),
        ("في 20 جويلية 2015", "20 جويلية 2015", "2015-07-20"),
    ],
)
def test_day_of_a_month(text: str, exact: str, value: str) -> None:
    expression = only(text)
    assert (text[expression.start : expression.end], expression.value) == (exact, value)
    assert expression.precision == "day"


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("أبريل (نيسان) 2014", "2014-04", "month"),
        ("في يونيو الماضي", "2015-06", "month"),
        ("سبتمبر المقبل", "2015-09", "month"),
        ("شهر مارس", "2015-03", "month"),
        ("في مارس", "2015-03", "month"),
        ("الأسبوع الماضي", "2015-07", "month"),
        ("للأسبوع المقبل", "2015-07", "month"),
        ("الشهر الماضي", "2015-06", "month"),
        ("أواخر الشهر الجاري", "2015-07", "month"),
        ("العام الماضي", "2014", "year"),
        ("هذا العام", "2015", "year"),
        ("نهاية العام", "2015", "year"),
        ("مطلع العام المقبل", "2016", "year"),
        ("العام 2021", "2021", "year"),
        ("سنة 2014", "2014", "year"),
        ("في 2014", "2014", "year"),
        ("بين عامي 2011 و2013", "2011", "year"),
    ],
)
def test_months_and_years(text: str, value: str, precision: str) -> None:
    assert (only(text).value, only(text).precision) == (value, precision)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("بحلول 11 مارس", "2016-03-11"),
        ("بحلول يوم 11 مارس", "2016-03-11"),
        ("بحلول مارس", "2016-03"),
        ("بحلول نهاية مايو", "2016-05"),
        ("في موعد أقصاه 11 مارس", "2016-03-11"),
        ("بحلول الجمعة", "2015-07-24"),
        ("بحلول يوليو", "2015-07"),
        ("بحلول 11 مارس 2014", "2014-03-11"),
    ],
)
def test_what_is_due_lies_ahead(text: str, value: str) -> None:
    expression = only(text)
    assert (expression.value, expression.future_value, expression.relation) == (value, None, "until")


@pytest.mark.parametrize(
    ("text", "value", "future"),
    [
        ("في 11 مارس", "2015-03-11", "2016-03-11"),
        ("في شهر مارس", "2015-03", "2016-03"),
        ("في 10 يوليو", "2015-07-10", None),
        ("في 11 مارس الماضي", "2015-03-11", None),
        ("في 10 سبتمبر", "2015-09-10", None),
    ],
)
def test_a_day_long_past_may_be_to_come(text: str, value: str, future: str | None) -> None:
    assert (only(text).value, only(text).future_value) == (value, future)


def test_last_week_across_the_turn_of_the_month() -> None:
    assert only("الأسبوع الماضي", date(2015, 8, 5)).value == "2015-07"
    assert only("الأسبوع الماضي", date(2015, 7, 8)).value == "2015-07"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("اليوم", "2015-07-21"),
        ("أمس", "2015-07-20"),
        ("أمس (الاثنين)", "2015-07-20"),
        ("أول من أمس الأحد", "2015-07-19"),
        ("الليلة الماضية", "2015-07-20"),
        ("غدًا", "2015-07-22"),
        ("بعد غد", "2015-07-23"),
    ],
)
def test_relative_days(text: str, value: str) -> None:
    expression = only(text)
    assert (expression.start, expression.end) == (0, len(text))
    assert (expression.value, expression.kind) == (value, "relative")


def test_the_weekday_corrects_today() -> None:
    assert only("اليوم الاثنين").value == "2015-07-20"


@pytest.mark.parametrize(
    ("text", "value", "future"),
    [
        ("الثلاثاء", "2015-07-21", "2015-07-28"),
        ("يوم الخميس", "2015-07-16", "2015-07-23"),
        ("الثُّلاثاءَ الماضي", "2015-07-14", None),
        ("الخميس المقبل", "2015-07-23", None),
        ("للثلاثاء القادم", "2015-07-28", None),
        ("الاربعاء", "2015-07-15", "2015-07-22"),
    ],
)
def test_weekdays(text: str, value: str, future: str | None) -> None:
    expression = only(text)
    assert (expression.value, expression.future_value, expression.kind) == (value, future, "weekday")


@pytest.mark.parametrize(
    ("text", "value", "precision", "relation"),
    [
        ("قبل أربعة أيام", "2015-07-17", "day", "ago"),
        ("قبل عامين", "2013", "year", "ago"),
        ("قبل ثلاثة أشهر", "2015-04", "month", "ago"),
        ("قبل نحو خمسة وعشرين عاماً", "1990", "year", "ago"),
        ("منذ خمس سنوات", "2010", "year", "since"),
        ("قبل سنوات", None, "year", "ago"),
        ("قبل يومين من الموعد", None, "day", "before"),
        ("بعد ثلاثة أسابيع", "2015-08", "month", "in"),
        ("في غضون أسبوعين", "2015-08", "month", "in"),
    ],
)
def test_counted(text: str, value: str | None, precision: str, relation: str) -> None:
    expression = only(text)
    assert (expression.value, expression.precision, expression.relation) == (value, precision, relation)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("منذ 2011", "since"),
        ("ومنذ يوم السبت الماضي", "since"),
        ("حتى نهاية العام", "until"),
        ("بحلول 2030", "until"),
        ("قبل 30 يونيو", "before"),
        ("بعد عام 2003", "after"),
        ("خلال الشهر الجاري", "in"),
        ("اعتبارا من الأحد المقبل", "since"),
        ("في عام 2003", "at"),
    ],
)
def test_relations(text: str, relation: str) -> None:
    assert only(text).relation == relation


@pytest.mark.parametrize(
    "text",
    [
        "لا أحد يعلم",
        "مارس الضغط على الحكومة",
        "قال أب لأبنائه",
        "الأمين العام الحالي",
        "في اليوم التالي",
        "بأمس الحاجة إليه",
        "بعد صلاة الجمعة",
        "ثورة 25 يناير 2011",
        "السنوات الـ5 المقبلة",
        "قتل 2014 شخصا",
        "رجب طيب أردوغان",
        "في 29/2/2021",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []


def test_several_in_order() -> None:
    text = "أعلن أمس الاثنين أنه سيزور موسكو الخميس المقبل بعد زيارته في أبريل (نيسان) 2014"
    assert found(text) == [
        ("أمس الاثنين", "2015-07-20", "at"),
        ("الخميس المقبل", "2015-07-23", "at"),
        ("أبريل (نيسان) 2014", "2014-04", "at"),
    ]


def test_without_publication_only_full_dates_resolve() -> None:
    assert [value for _, value, _ in found("أمس ثم 14 يوليو، والخميس، وقبل يومين، و14 يوليو 2015", None)] == [
        None, None, None, None, "2015-07-14",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29 ديسمبر 2020", date(2020, 12, 29)),
        ("الثلاثاء 12 كانون الثاني/يناير 2021 - 14:30", date(2021, 1, 12)),
        ("2020/12/29", date(2020, 12, 29)),
        ("٢٩-١٢-٢٠٢٠", date(2020, 12, 29)),
        ("5 شوال 1436هـ", date(2015, 7, 21)),
        ("الثلاثاء 5 شوال 1436هـ - 21 يوليو 2015", date(2015, 7, 21)),
        ("آخر تحديث: 29 ديسمبر 2020، الساعة 10:30 مساءً بتوقيت غرينتش", date(2020, 12, 29)),
        ("2020-12-29T10:30:00Z", date(2020, 12, 29)),
        ("فجر الثلاثاء، 29 ديسمبر 2020 م", date(2020, 12, 29)),
        ("وصل الوفد في 29 ديسمبر 2020.", None),
        ("قمة 29 ديسمبر 2020", None),
        ("29 ديسمبر", None),
        ("31/2/2020", None),
        ("", None),
    ],
)
def test_parse_day(text: str, day: date | None) -> None:
    assert GRAMMAR.parse_day(text) == day


WORDS = [
    "اليوم", "أمس", "الثلاثاء", "الماضي", "المقبل", "14", "١٤", "2014", "1436", "هـ", "يوليو", "(تموز)",
    "كانون الأول", "من", "و", "في", "منذ", "قبل", "بعد", "ثلاثة", "أيام", "عام", "العام", "نهاية",
    "الشهر", "هذا", "السابع", "رمضان", "/", "-", "31", "غداً", "شهر", "الأسبوع", "2020/12/29", "خمسة وعشرين",
    "سنة", "لل", "،", "َّ", "ـ", "الـ", "999", "عقود",
]  # fmt: skip


def check(text: str, published: date | None) -> None:
    end = 0
    for expression in GRAMMAR.find(text, published):
        assert end <= expression.start < expression.end <= len(text)
        assert text[expression.start : expression.end].strip() == text[expression.start : expression.end]
        end = expression.end
        if expression.value is not None:
            assert len(expression.value) == {"day": 10, "month": 7, "year": 4}[expression.precision]
            date.fromisoformat(f"{expression.value}-01-01"[:10])


@given(st.text(), st.none() | st.dates())
def test_any_text(text: str, published: date | None) -> None:
    check(text, published)
    GRAMMAR.parse_day(text)


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from([" ", ""]), st.none() | st.dates())
def test_any_string_of_date_words(words: list[str], space: str, published: date | None) -> None:
    check(space.join(words), published)
    GRAMMAR.parse_day(space.join(words))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("يلتقي الوزراء غدا الاثنين.", date(2015, 7, 19)),
        ("يلتقي الوزراء اليوم (الاثنين).", date(2015, 7, 20)),
        ("التقى الوزراء أمس الأحد.", date(2015, 7, 20)),
        ("التقى الوزراء أمس.", TUESDAY),
        ("التقى الوزراء اليوم الجمعة.", TUESDAY),  # too far off: another week, or a slip
        ("في المادة الخامس الأحد.", TUESDAY),
    ],
)
def test_a_text_that_names_its_today_tells_when_it_was_written(text: str, written: date) -> None:
    assert GRAMMAR.written(text, GRAMMAR.find(text, TUESDAY), TUESDAY) == written
    assert GRAMMAR.written(text, GRAMMAR.find(text, None), None) is None
