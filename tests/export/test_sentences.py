"""Sentences by line breaks and marks; an abbreviation ends none."""

from mahdar.export.sentences import Sentences

TEXT = "العنوان\nقال د. سامي: «نعم!» ثم مضى. وعاد؟ لا\n\nانتهى."


def test_numbers_and_bounds() -> None:
    sentences = Sentences(TEXT)
    found = [TEXT[start:end] for start, end in (sentences.around(start) for start in sentences.starts)]
    assert found == ["العنوان", "قال د. سامي: «نعم!»", "ثم مضى.", "وعاد؟", "لا", "انتهى."]
    assert [sentences.number(TEXT.index(word)) for word in ("العنوان", "سامي", "مضى", "انتهى")] == [1, 2, 3, 6]


def test_a_text_without_end() -> None:
    assert Sentences("").around(0) == (0, 0)
    assert Sentences("نص").number(5) == 1
