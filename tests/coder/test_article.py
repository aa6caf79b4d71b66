"""The article cleaned: words stay, page furniture goes, title and day are found where they stand in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.coder.article import identity, tidy, valid_day
from mahdar.coder.coder import Coder, RawArticle
from mahdar.minutes import Article

BODY = "وصل الوفد الأردني إلى بغداد.\nوبدأت المحادثات فورا."


def clean(coder: Coder, text: str, title: str = "", published: str | None = None) -> Article:
    return coder.article(RawArticle(text, title=title, published=published))


def test_text_is_title_newline_body(coder: Coder) -> None:
    article = clean(coder, BODY, title="وفد أردني في بغداد")
    assert article.title == "وفد أردني في بغداد"
    assert article.text == f"وفد أردني في بغداد\n{BODY}"


def test_a_title_that_the_body_repeats_stands_once(coder: Coder) -> None:
    assert clean(coder, f"وفد أردني: في بغداد\n{BODY}", title="وفد أردني في بغداد").text == f"وفد أردني في بغداد\n{BODY}"


def test_a_title_that_the_first_line_starts_with_stands_once(coder: Coder) -> None:
    article = clean(coder, f"وفد أردني في بغداد - {BODY}", title="وفد أردني في بغداد")
    assert article.text == f"وفد أردني في بغداد\n{BODY}"


def test_a_first_line_that_stands_apart_is_the_title(coder: Coder) -> None:
    article = clean(coder, f"وفد أردني في بغداد\n\n{BODY}")
    assert (article.title, article.text) == ("وفد أردني في بغداد", f"وفد أردني في بغداد\n{BODY}")


@pytest.mark.parametrize("first", ["وصل الوفد.", "وصل الوفد،", "بغداد:", "وصل الوفد " * 40])
def test_a_first_line_that_runs_on_is_no_title(coder: Coder, first: str) -> None:
    assert clean(coder, f"{first}\n{BODY}").title == ""


def test_a_single_line_is_no_title(coder: Coder) -> None:
    article = clean(coder, "وصل الوفد الأردني")
    assert (article.title, article.text) == ("", "وصل الوفد الأردني")


def test_a_title_over_two_lines_becomes_one(coder: Coder) -> None:
    assert clean(coder, BODY, title=" وفد أردني\nفي  بغداد ").title == "وفد أردني في بغداد"


@pytest.mark.parametrize(
    "line",
    [
        "شارك الخبر",
        "حجم الخط",
        "+ الخط -",
        "اقرأ أيضاً: الوفد يغادر عمّان",
        "تعليقات",
        "#العراق #الأردن",
        "https://example.org/a",
        "المصدر: وكالات",
        "الوفد لدى وصوله (رويترز)",
        "جميع الحقوق محفوظة 2021",
    ],
)
def test_page_furniture_goes(coder: Coder, line: str) -> None:
    assert clean(coder, f"{line}\n{BODY}\n{line}", title="وفد").text == f"وفد\n{BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "شارك الخبراء في الندوة.",
        "المصدر نفسه أكد وصول الوفد.",
        "قال المتحدث (رويترز) إن الوفد وصل.",
        "اقرأ الوزير البيان أمام الصحفيين.",
    ],
)
def test_sentences_that_look_a_little_like_furniture_stay(coder: Coder, line: str) -> None:
    assert line in clean(coder, f"{BODY}\n{line}", title="وفد").text


def test_a_tail_in_the_last_third_goes_with_all_after_it(coder: Coder) -> None:
    assert clean(coder, f"{BODY}\nرابط الخبر: كذا وكذا", title="وفد").text == f"وفد\n{BODY}"


def test_the_words_of_a_tail_at_the_top_stay(coder: Coder) -> None:
    assert "رابط الخبر" in clean(coder, f"رابط الخبر: ضعيف.\n{BODY}\n{BODY}\n{BODY}", title="وفد").text


@pytest.mark.parametrize("line", ["29 ديسمبر 2020", "29 كانون الأول/ديسمبر 2020", "٢٩ ديسمبر ٢٠٢٠", "الثلاثاء 29 ديسمبر 2020"])
def test_a_date_line_gives_the_day_and_goes(coder: Coder, line: str) -> None:
    article = clean(coder, f"{line}\n{BODY}", title="وفد")
    assert (article.published, article.text) == ("2020-12-29", f"وفد\n{BODY}")


def test_the_given_day_counts_before_a_date_line(coder: Coder) -> None:
    article = clean(coder, f"29 ديسمبر 2020\n{BODY}", title="وفد", published="2021-01-03")
    assert (article.published, article.text) == ("2021-01-03", f"وفد\n{BODY}")


def test_a_date_line_below_the_head_stays(coder: Coder) -> None:
    body = "\n".join([BODY] * 5)
    article = clean(coder, f"{body}\n29 ديسمبر 2020", title="وفد")
    assert (article.published, article.text) == (None, f"وفد\n{body}\n29 ديسمبر 2020")


def test_a_sentence_with_a_date_is_no_date_line(coder: Coder) -> None:
    sentence = "وصل الوفد الأردني الذي يرأسه وزير الخارجية إلى بغداد في 29 ديسمبر 2020."
    article = clean(coder, f"{sentence}\n{BODY}", title="وفد")
    assert (article.published, article.text) == (None, f"وفد\n{sentence}\n{BODY}")


@pytest.mark.parametrize("line", ["وصل الوفد في 29 ديسمبر 2020.", "وصل الوفد في 29 ديسمبر 2020", "قمة 29 ديسمبر 2020"])
def test_a_short_sentence_with_a_date_is_no_date_line(coder: Coder, line: str) -> None:
    article = clean(coder, f"{BODY}\n{line}", title="وفد")
    assert (article.published, article.text) == (None, f"وفد\n{BODY}\n{line}")


@pytest.mark.parametrize("line", ["29 ديسمبر 2020", "شارك الخبر"])
def test_a_line_that_goes_is_not_taken_for_the_title(coder: Coder, line: str) -> None:
    assert clean(coder, f"{line}\nوفد أردني في بغداد\n\n{BODY}").title == "وفد أردني في بغداد"


@pytest.mark.parametrize(
    ("raw", "tidied"),
    [
        ("الوز\u200bير", "الوزير"),
        ("\u202bالوزير\u202c", "الوزير"),
        ("الوز\u00adير", "الوزير"),
        ("\ufeffالوزير", "الوزير"),
        ("الوزير\x00", "الوزير"),
        ("الوزير\u00a0\u2009 التركي", "الوزير التركي"),
        (" الوزير\t", "الوزير"),
        ("الوزير\r\nالتركي", "الوزير\nالتركي"),
        ("الوزير\u2028التركي", "الوزير\nالتركي"),
        ("الوزير\rالتركي", "الوزير\nالتركي"),
        ("الوزيرُ", "الوزيرُ"),
    ],
)
def test_marks_and_spaces_in_order(raw: str, tidied: str) -> None:
    assert tidy(raw) == tidied


@given(st.text())
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.text())
def test_what_is_tidied_can_be_written(text: str) -> None:
    tidied = tidy(text)
    assert tidied.encode("utf-8").decode("utf-8") == tidied
    assert not any(c < " " and c != "\n" for c in tidied)


@pytest.mark.parametrize(
    ("given_day", "day"),
    [
        ("2020-12-29", "2020-12-29"),
        ("2020-12-29T10:00:00Z", "2020-12-29"),
        ("29/12/2020", None),
        ("", None),
        (None, None),
        ("2020-02-30", None),
    ],
)
def test_a_day_is_iso_or_none(given_day: str | None, day: str | None) -> None:
    assert valid_day(given_day) == day


def test_identity_is_the_own_one_then_the_url_then_a_hash() -> None:
    assert identity("7", "https://example.org/a", "نص") == "7"
    assert identity(None, "https://example.org/a", "نص") == "https://example.org/a"
    assert identity(None, None, "نص") == identity("", "", "نص") != identity(None, None, "نص آخر")


def test_a_text_of_furniture_only_is_empty(coder: Coder) -> None:
    assert clean(coder, "شارك الخبر\nطباعة\n#العراق", title="وفد").text.strip() == "وفد"
