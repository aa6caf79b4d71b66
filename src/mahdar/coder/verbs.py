"""The verbs of a sentence: which forms are verbs in their place, and what the particles before them add."""

from typing import TYPE_CHECKING

from mahdar.coder.mentions import Mention
from mahdar.coder.tokens import VerbReading, Word

if TYPE_CHECKING:
    from mahdar.coder.clauses import Clauses

_SPEECH_MARKS = frozenset(':«"“”')
# States whose names are masculine; the rest are feminine.
MASCULINE_STATES = frozenset({"JOR", "IRQ", "LBN", "MAR", "YEM", "SDN", "SSD", "VAT"})
_COMMON = 8000  # rank up to which a word is an everyday noun
_OURS, _WEAK = "نا", frozenset("اويى")
_NO_VERBS = frozenset({"complementizers", "prepositions_with_pronoun"})
_SELDOM = frozenset({"prepositions", "adverbs"})
_SUBJECT = 10  # words within which the subject of a verb of speech ends
_NO_PHRASE = frozenset({"clause_openers", "true_relatives", "negation_before_verb"})  # words that end it
AGREEING = frozenset({"3mp", "3md", "3fd", "3fp"})  # persons in which a verb agrees with a subject before it


class Verb:
    """A verb in the sentence with the particles before it."""

    __slots__ = (
        "completed",
        "conjunction",
        "future",
        "i",
        "negated",
        "passive",
        "past",
        "person",
        "pluperfect",
        "pronoun",
        "readings",
        "relative",
    )

    def __init__(self, i: int, readings: tuple[VerbReading, ...]) -> None:
        self.i = i
        self.readings = readings
        self.negated = False
        self.completed = False
        self.pluperfect = False
        self.relative = False
        first = readings[0]
        self.future = first.future
        self.person = first.tag[1:]
        self.past = first.tag[0] in "pP"
        self.passive = first.tag[0] in "PIJ"
        self.conjunction = first.conjunction
        self.pronoun = first.pronoun


def verb_at(clauses: "Clauses", i: int) -> Verb | None:
    """The verb at token `i`, or None where the form is a noun or a particle here."""
    word = clauses.tokens[i].word
    if word.tags and not (word.tags.isdisjoint(_NO_VERBS) and (word.tags.isdisjoint(_SELDOM) or verb_all_the_same(clauses, i))):
        return None
    readings = fitting(clauses, i, word.verbs)
    if readings[0].tag[0] in "jJ" and not jussive(clauses, i):
        return None
    if word.rank is not None and readings[0].pronoun == "ك":
        return None  # فيسبوك, هناك: news does not address its reader
    if not word.certain and not verbal(clauses, i):
        return None
    verb = Verb(i, readings)
    j = i - 1
    while j >= 0 and i - j <= 4:
        tags = clauses.tokens[j].word.tags
        if "negation_before_verb" in tags and j == i - 1:
            verb.negated = True
            if clauses.tokens[j].word.form.lstrip("وف") == "لن":
                verb.future = True
        elif "future" in tags and j == i - 1:
            verb.future = True
        elif "completed" in tags and j == i - 1:
            verb.completed = True
        elif "pluperfect" in tags:
            verb.pluperfect = readings[0].tag[0] in "pP" or verb.completed
            was = j > 0 and "true_relatives" in clauses.tokens[j - 1].word.tags  # الذي كان يتحدث
            verb.relative = was and not opens_clause(clauses, j - 1)
            break
        elif "true_relatives" in tags:
            verb.relative = not opens_clause(clauses, j)
            break
        elif not ("adverbs" in tags or j in clauses.mention_at or j in clauses.date_tokens):
            break
        j -= 1
    if not verb.pluperfect and readings[0].tag[0] in "pP":
        verb.pluperfect = opened_by_was(clauses, i)
    if i and "true_relatives" in clauses.tokens[i - 1].word.tags:
        verb.relative = not opens_clause(clauses, i - 1)
    return verb


def opens_clause(clauses: "Clauses", j: int) -> bool:
    """Whether the relative word at `j` is the last of a phrase that opens a clause: في الوقت الذي."""
    return any(tag == "clause_openers" and end == j + 1 for k in range(max(0, j - 3), j) for tag, end in clauses.spans.get(k, ()))


def jussive(clauses: "Clauses", i: int) -> bool:
    """Whether a particle of the jussive stands before token `i` or on it: لم يصف, لا يصف, ليصف."""
    word = clauses.tokens[i].word
    if word.form.removeprefix(word.verbs[0].conjunction).startswith("ل"):
        return True
    return i > 0 and "jussive_particles" in clauses.tokens[i - 1].word.tags


def verb_all_the_same(clauses: "Clauses", i: int) -> bool:
    """Whether what looks like a particle is a verb here: صدر الحكم, and فتحت مصر, which is no فـ and تحت."""
    word = clauses.tokens[i].word
    joined = word.form[0] in "وف" and word.form not in clauses.lexicon.grammar["prepositions"]
    whole = joined and word.rank is not None and any(not r.conjunction for r in word.verbs)
    if "negation" not in word.tags and first(clauses, i) and reports(clauses, word, True) and speech_behind(clauses, i + 1):
        return True  # وبين التقرير أن, كما أبان أن
    if whole and i and clauses.tokens[i - 1].word.is_word and not clauses.tokens[i - 1].word.tags:
        return True  # الدبابات فتحت النار: فـ would open a clause
    return ("verbs_when_first" in word.tags or whole) and opens_person(clauses, i)


def fitting(clauses: "Clauses", i: int, readings: tuple[VerbReading, ...]) -> tuple[VerbReading, ...]:
    """Readings as a verb, first those that agree with a name right behind (توجه الوزير, توجه موسكو)."""
    mention = clauses.mention_at.get(i + 1)
    feminine = is_feminine(clauses, mention) if mention is not None and mention.start == i + 1 and not mention.prep else None
    if feminine is None and i and {"subject_pronouns", "complementizers"} <= clauses.tokens[i - 1].word.tags:
        before = clauses.tokens[i - 1].form  # بأنه تحصل is he, بأنها تحصل she
        feminine = True if before.endswith("ها") else False if before.endswith("ه") else None
    if readings[0].pronoun == _OURS and clauses.tokens[i].word.form[-3:-2] not in _WEAK:
        ours = tuple(r._replace(tag="p1p", pronoun="") for r in readings if r.tag == "p3ms")
        return (*ours, *readings)  # طلبنا: we asked, rather than he asked us
    if len(readings) > 1 and feminine is None and readings[0].tag == "i3fs" and many(clauses, i + 1):
        return tuple(sorted(readings, key=lambda r: r.tag != "p3ms"))  # تجمع متظاهرون: they gathered
    if len(readings) < 2 or feminine is None:
        return readings
    other = "3ms" if feminine else "3fs"
    return tuple(sorted(readings, key=lambda r: (r.tag[1:] == other, r.tag[0] in "PIJ")))


def many(clauses: "Clauses", i: int) -> bool:
    """Whether the word at `i` is a masculine plural or a quantity, with which no verb of feminine form agrees."""
    word = clauses.tokens[i].word if i < len(clauses.tokens) else None
    return word is not None and (word.form.endswith("ون") or "numbers" in word.tags or word.number)


def opened_by_was(clauses: "Clauses", i: int) -> bool:
    """كان + subject + verb in the past: an act before the news, with at most a name between."""
    j = i - 1
    while j >= 0 and i - j <= 12:
        token = clauses.tokens[j]
        if "pluperfect" in token.word.tags:
            return True
        if not token.word.is_word or token.word.verbs and j not in clauses.mention_at or "complementizers" in token.word.tags:
            return False
        j -= 1
    return False


def verbal(clauses: "Clauses", i: int) -> bool:
    """Whether a form that may be a noun as well is a verb in its place."""
    word = clauses.tokens[i].word
    form = word.form
    readings = word.verbs
    before = clauses.tokens[i - 1] if i else None
    if word.definite and not form.startswith(("الت", "الق", "وال", "فال")) and form.removeprefix("ال") in clauses.lexicon.common:
        return False
    if before is not None and "true_relatives" in before.word.tags and not word.definite:
        return True  # العلاقات التي قطعتها واشنطن
    if form in clauses.lexicon.grammar["day_parts"] and i + 1 in clauses.date_tokens:
        return False
    nominal = [n for n in word.nouns if not n.pronoun or readings[0].pronoun]
    named = i - 1
    while named in clauses.mention_at:
        named = clauses.mention_at[named].start - 1
    if readings[0].tag == "p3ms" and not readings[0].conjunction and named < i - 1 and named in clauses.verbs:
        return False  # اقترحت الجامعة عقد اجتماع: behind verb and subject stands a noun
    if readings[0].tag == "p3fs" and readings[0].pronoun and nominal and i - 1 in clauses.mention_at:
        return False  # قدم الوزير استقالته
    if before is not None and "prepositions" in before.word.tags:
        return False
    if readings[0].tag == "p3fs" and readings[0].pronoun and before is not None and before.word.is_word:
        stem = form.removesuffix(readings[0].pronoun)[:-1] + "ه"
        rank = clauses.lexicon.common.get(stem)
        if rank is not None and rank < _COMMON:
            return False  # حملتها is her campaign rather than it carried her
    if before is not None and before.word.form in clauses.lexicon.grammar["manner"]:
        return False
    if nominal and word.rank is None and any(n.proclitics.endswith(("ب", "ل", "ك")) for n in nominal):
        return False
    first_only = "verbs_when_first" in word.tags or (form[:1] in "وف" and form[1:] in clauses.lexicon.grammar["verbs_when_first"])
    if not nominal and not first_only:
        return not (word.rank is None and before is not None and before.word.is_word and form[:2] == "ال")
    if nominal and readings[0].tag == "p3ms" and readings[0].conjunction and joins_noun(clauses, i):
        return False
    if before is None or not before.word.is_word:
        following = clauses.tokens[i + 1].word if i + 1 < len(clauses.tokens) else None
        return following is not None and (opens_subject(clauses, i + 1) or opens_speech(clauses, word, i + 1))
    if before.word.tags & {"completed", "negation_before_verb", "future", "true_relatives", "pluperfect"}:
        return True
    if readings[0].conjunction or readings[0].tag in ("p3fs", "p3mp") or readings[0].tag[0] == "i":
        if readings[0].tag[0] == "i" and nominal:
            return i - 1 in clauses.mention_at or "clause_openers" in before.word.tags
        return True
    if "turn_words" in before.word.tags:
        return opens_subject(clauses, i + 1)
    if "clause_openers" in before.word.tags and opens_speech(clauses, word, i + 1):
        return True
    if "clause_openers" in before.word.tags or "complementizers" in before.word.tags and before.word.form[-1] not in "ن":
        return opens_subject(clauses, i + 1)
    mention = clauses.mention_at.get(i - 1)
    if mention is not None and mention.start and clauses.tokens[mention.start - 1].word.verbs:
        return False  # the mention is the subject of the verb before it
    return mention is not None and mention.kind not in ("nisba", "place") and not mention.prep


def joins_noun(clauses: "Clauses", i: int) -> bool:
    """Whether what looks like a verb in the masculine has no subject: قررت روسيا استدعاء سفيرها، وطرد دبلوماسيين."""
    last = next(reversed(clauses.verbs.values()), None)
    if last is None or last.person != "3fs" or last.relative:
        return False
    following = clauses.tokens[i + 1].word if i + 1 < len(clauses.tokens) else None
    if following is None or following.form.endswith("ين") and i + 1 not in clauses.mention_at:
        return True
    return not opens_subject(clauses, i + 1)


def opens_person(clauses: "Clauses", i: int) -> bool:
    """Whether the form at `i` opens its clause and somebody who acts stands right after it."""
    if i and clauses.tokens[i - 1].word.is_word and not clauses.tokens[i - 1].word.tags & {"completed", "clause_openers"}:
        return False
    mention = clauses.mention_at.get(i + 1)
    return mention is not None and mention.kind in ("person", "title", "org", "group", "state", "body", "people")


def opens_speech(clauses: "Clauses", word: Word, i: int) -> bool:
    """Whether a word at the head of its clause may report what follows, a name between at most: وتابع: «…», وذكر سعيد أن."""
    if not speech_follows(clauses, i) and not (speech_follows(clauses, i + 1) and clauses.tokens[i].word.is_word):
        return speech_behind(clauses, i) and reports(clauses, word)
    return reports(clauses, word)


def reports(clauses: "Clauses", word: Word, certain: bool = False) -> bool:
    """Whether a word is, as a verb, one of pure speech; `certain`: and of nothing else."""
    cues, lemmas = clauses.lexicon.cues, clauses.lexicon.lemmas
    return any(cues[c].plain and not (certain and cues[c].doubtful) for r in word.verbs for c in lemmas[r.lemma].cues)


def first(clauses: "Clauses", i: int) -> bool:
    """Whether token `i` opens its sentence or clause."""
    before = clauses.tokens[i - 1].word if i else None
    return before is None or not before.is_word or "clause_openers" in before.tags


def speech_behind(clauses: "Clauses", i: int) -> bool:
    """Whether words of speech open behind the noun phrases at token `i`: وذكر بيان مشترك في موسكو أن."""
    for j, token in enumerate(clauses.tokens[i : i + _SUBJECT], i):
        word = token.word
        if "complementizers" in word.tags:
            return not word.form.startswith("ل")
        if j in clauses.mention_at:
            continue
        if not word.is_word or word.verbs and not word.nouns or word.tags & _NO_PHRASE:
            return False
    return False


def speech_follows(clauses: "Clauses", i: int) -> bool:
    """Whether words of speech may open at token `i`."""
    if i >= len(clauses.tokens):
        return False
    word = clauses.tokens[i].word
    return word.form in _SPEECH_MARKS or "complementizers" in word.tags


def opens_subject(clauses: "Clauses", i: int) -> bool:
    """Whether a subject may start at token `i`: a mention that is no adjective, or a definite noun or number."""
    if i >= len(clauses.tokens):
        return False
    mention = clauses.mention_at.get(i)
    if mention is not None:
        nominative = clauses.tokens[i].word.form.endswith(("يون", "يان"))  # قتل إسرائيليان: owned, they would be إسرائيليين
        return (mention.kind != "nisba" or nominative) and not (mention.kind == "body" and mention.prep)
    word = clauses.tokens[i].word
    aside = i in clauses.spanned.get("adverbs", ())  # قتل ما لا يقل عن عشرة
    return aside or word.number or word.definite or bool(word.tags & {"numbers", "adverbs", "demonstratives"})


def is_feminine(clauses: "Clauses", mention: Mention) -> bool | None:
    """The gender that a mention's kind and first word show; None where they show none."""
    first = clauses.tokens[mention.start].word.form
    if mention.kind == "state":
        return mention.codes[0] not in MASCULINE_STATES
    if mention.kind == "capital":
        return None
    if mention.kind == "person":
        return None if mention.start == (mention.name or (0, 0))[0] else first.endswith("ه")
    if mention.kind in ("title", "people", "counterpart"):
        return first.endswith("ه") if mention.number == "s" else None
    if mention.kind in ("body", "org", "group"):
        return (
            True
            if first.endswith(("ه", "ات"))
            else None
            if first.endswith(("ين", "ون", "ان")) or mention.kind != "body"
            else False
        )
    return None
