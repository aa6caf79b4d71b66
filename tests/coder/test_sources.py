"""Who is named as the source of a sentence, and which of its words are his."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("وصلت القافلة إلى حلب، بحسب مصدر دبلوماسي.", [("مصدر دبلوماسي", "وصلت القافلة إلى حلب")]),
        (
            "تعهدت دول عدة بالدعم، في حين اعتذرت دولة أوروبية عن المشاركة، بحسب مصدر دبلوماسي.",
            [("مصدر دبلوماسي", "اعتذرت دولة أوروبية عن المشاركة")],
        ),
        ("ستنسحب القوات من المدينة وفق القانون الدولي لحماية فرنسا.", []),
        ("وقال بيان لوزارة الدفاع العراقية إن الجانبين بحثا التعاون.", [("وزارة الدفاع العراقية", "إن الجانبين بحثا التعاون")]),
    ],
)
def test_sources(told: Callable[..., list[tuple[str, str, str, str]]], text: str, told_of: list[tuple[str, str]]) -> None:
    assert [(s[0], s[3]) for s in told(text)] == told_of
