"""What a word of stance or promise governs: the words of its complement, found as its entry says."""

from collections.abc import Sequence

from mahdar.coder.arguments import ArgumentFinder
from mahdar.coder.clauses import Clauses
from mahdar.coder.entities import Entity
from mahdar.coder.phrases import Phrase
from mahdar.coder.said import Said
from mahdar.coder.subjects import disagrees, first_of
from mahdar.coder.tokens import QUOTES, VerbReading
from mahdar.coder.verbs import is_feminine
from mahdar.languages.ar.clitics import PREPOSITIONS, preposition

_WAYS = frozenset({"object", "genitive", "that"})  # what `takes` may hold besides prepositions and nouns
_ENDS = frozenset(".؛;:!?؟")
_COMMAS = frozenset("،,")
_BESIDES = ("ا", "ه", "ين")  # endings of participles that tell what is done besides: رفضت القرار متوعدة بـ…
_CLOSING = frozenset({"»", '"', "”", ")"})
_REACH = 26  # words behind a word of stance or promise within which its complement begins
_THAT = 8  # words behind the subject within which a clause with أن is the complement
_SPELLED = frozenset({"إلى", "على", "عن", "من", "في"})  # prepositions that are words of their own
_LONG = 18  # words of a complement, behind which it ends at the first comma or joined clause
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا")


def complement(
    clauses: Clauses,
    i: int,
    takes: tuple[str, ...],
    said: Said | None,
    noun: bool,
    subject: Sequence[Phrase] = (),
) -> tuple[int, int] | None:
    """(first token, token after the last) of what the word at `i` governs by one of the ways in `takes`.

    `subject`: the phrases of the subject behind a verb, which are passed over.
    """
    tokens = clauses.tokens
    limit = min(len(tokens), i + _REACH, said.content[1] if said is not None and said.content[0] <= i else len(tokens))
    owned = any(n.pronoun for n in tokens[i].word.nouns)  # قلقها: the pronoun has the place of the genitive
    if noun and "genitive" in takes and not owned and not tokens[i].word.definite:
        phrase = clauses.phrase_at.get(i)
        if phrase is not None and phrase.end > i + 1 and not any(m.start == i + 1 for m in phrase.mentions):
            return i + 1, end_of(clauses, i + 1, said)
    of_subject = {k for p in subject for k in range(p.start, p.end)}
    after_subject = max((p.end for p in subject), default=i + 1)
    compound, demonstratives = clauses.lists["compound"], clauses.lists["demonstratives"]
    held: tuple[int, int] | None = None
    needs = {clauses.analyser.language.fold(way) for way in takes if len(way) > 3 and way not in _WAYS}
    inserted = 0  # the end of an insertion between commas
    described = False  # a verb describes what stands before it, and its subject is to come
    for j in range(i + 1, limit):
        word = tokens[j].word
        if j < inserted:
            continue
        if word.form in _COMMAS:
            inserted = after_insertion(clauses, j, limit)
            if not inserted and j + 1 < limit and turns_away(clauses, j + 1):
                break
            continue
        if word.form in _ENDS or j in clauses.verbs and not describes(clauses, j):
            break
        described = described or j in clauses.verbs and bool(clauses.verbs[j].pronoun)
        named = clauses.mention_at.get(j)
        if j in of_subject or named is not None and named.start < j or j in clauses.asides or "adverbs" in word.tags:
            continue
        if needs and not needs.isdisjoint(word.stems):
            while j + 2 < limit and not needs.isdisjoint(tokens[j + 1].word.stems):
                j += 1
            return (j + 1, end_of(clauses, j + 2, said)) if j + 1 < limit else None
        if "complementizers" in word.tags:
            if j - after_subject > _THAT and "that" in takes:
                break
            return (j, end_of(clauses, j + 1, said)) if "that" in takes or governed(clauses, j, takes) else held
        if tokens[j - 1].word.form in compound:
            continue
        if posted(clauses, j):
            continue
        if "prepositions" in word.tags and word.form[:1] == "و" and word.form not in clauses.lists["prepositions"]:
            break  # … ومن حقه: something else
        if "prepositions" in word.tags and preposition(word.form) in takes and j + 1 < len(tokens):
            return j + 1, end_of(clauses, j + 1, said)
        if word.form[:1] in takes and word.tail in demonstratives:
            return j, end_of(clauses, j + 1, said)  # ترحب بهذا الاتفاق
        phrase = clauses.phrase_at.get(j)
        if phrase is not None and phrase.start == j:
            if described and not phrase.prep:
                described, inserted = False, phrase.end
                continue
            mention = clauses.mention_at.get(j)
            clitics = mention.clitics if mention is not None else word.clitics
            if clitics[-1:] in PREPOSITIONS and clitics[-1] in takes:
                if clitics[-1] != takes[0] and takes[0] in _SPELLED:
                    held = held or (j, end_of(clauses, j + 1, said))  # الممثل الأعلى للسياسة … إلى الالتحاق
                    continue
                return j, end_of(clauses, j + 1, said)
            takes_object = not noun or owned and j == next_word(clauses, i) or noun and j == after_owner(clauses, i)
            if "object" in takes and takes_object and not phrase.prep and j >= after_subject and held is None:
                held = j, end_of(clauses, j + 1, said)
                if takes[0] == "object" or owned and j == next_word(clauses, i):
                    break
    return held


def posted(clauses: Clauses, j: int) -> bool:
    """Whether a preposition and a country say where a title holds office: المبعوث الأممي إلى اليمن."""
    place, title = clauses.mention_at.get(j + 1), clauses.mention_at.get(j - 1)
    if (
        "prepositions" not in clauses.tokens[j].word.tags
        or place is None
        or place.kind not in ("state", "capital", "place")
        or title is None
    ):
        return False
    phrase = clauses.phrase_at.get(j + 1)
    return phrase is not None and phrase.end == place.end and title.kind in ("title", "person", "org", "body")


def describes(clauses: Clauses, j: int) -> bool:
    """Whether the verb at token `j` tells nothing new: it describes a noun (بيان نشرته الوزارة) or is governed by أن."""
    before = clauses.tokens[j - 1].word
    if clauses.verbs[j].relative or "complementizers" in before.tags:
        return True
    phrase = clauses.phrase_at.get(j - 1)
    return bool(clauses.verbs[j].pronoun) and phrase is not None and bool(phrase.prep) and not clauses.verbs[j].conjunction


def after_insertion(clauses: Clauses, comma: int, limit: int) -> int:
    """The token behind the comma that closes words of circumstance: رفض الوزير، في مؤتمر صحافي …، الربط بين …; 0 for none."""
    tokens = clauses.tokens
    if comma + 1 >= limit or "prepositions" not in tokens[comma + 1].word.tags:
        return 0
    return next((k + 1 for k in range(comma + 2, min(limit, comma + 14)) if tokens[k].word.form in _COMMAS), 0)


def next_word(clauses: Clauses, i: int) -> int:
    """The word behind token `i`, quotation marks passed over."""
    return i + 2 if i + 1 < len(clauses.tokens) and clauses.tokens[i + 1].word.form in QUOTES else i + 1


def after_owner(clauses: Clauses, i: int) -> int:
    """The token behind the owner of a noun, where its object may stand: دعم المجلس | جهود اللجنة."""
    phrase = clauses.phrase_at.get(i)
    if phrase is None or not any(m.start == i + 1 and m.kind != "nisba" for m in phrase.mentions):
        return -1
    return phrase.end


def actors(
    arguments: ArgumentFinder, clauses: Clauses, i: int, takes: tuple[str, ...], whom: bool = False
) -> tuple[list[Entity], list[Phrase]]:
    """Who does what the verb at `i` says, and the phrases of its subject that stand behind it.

    Whoever takes a stand or promises is somebody: a thing behind the verb is its object (وهي تدعم الانتقال السياسي), and
    so are those whom a joined verb asks (وحثت السلطات على …, where `whom`).
    """
    verb = clauses.verbs[i]
    subject = clauses.subject(i) or []
    if verb.person.startswith("1") and arguments.statement_at(clauses, i) is None:
        return [], []  # a columnist's own words
    if verb.person.startswith("1") or i and clauses.tokens[i - 1].word.tags & {"subject_pronouns", "who_is"}:
        subject = []
    elif subject and subject[0].start > i and not somebody(arguments, clauses, i, subject, whom):
        if not whom and "object" not in takes:
            return [], []  # تدعو الضرورة إلى …: nobody's stand
        subject = []
    quoted = None if subject else before_quote(clauses, i)
    if quoted is not None and (who := arguments.entities(clauses, clauses.with_joined(first_of(clauses, quoted)))):
        return who, []
    who = arguments.entities(clauses, subject) if subject else arguments.unsaid(clauses, i)
    return who, [p for p in subject if p.start > i]


def before_quote(clauses: Clauses, i: int) -> Phrase | None:
    """The phrase before an opening quotation mark behind which the words at token `i` stand: بلاده «لن تتسامح»."""
    j = i - 1
    while j >= 0 and "negation_before_verb" in clauses.tokens[j].word.tags:
        j -= 1
    if j < 1 or clauses.tokens[j].word.form not in QUOTES:
        return None
    phrase = clauses.phrase_at.get(j - 1)
    return phrase if phrase is not None and not phrase.prep else None


def somebody(arguments: ArgumentFinder, clauses: Clauses, i: int, subject: list[Phrase], whom: bool) -> bool:
    """Whether the phrase behind a verb is who acts, rather than what or who is acted upon."""
    phrase = subject[0]
    if disagrees(clauses, clauses.verbs[i], phrase) and arguments.unsaid(clauses, i):
        return False
    first = clauses.tokens[phrase.start].word
    if phrase.head is None:
        return "dual_reference" in first.tags or not first.stems.isdisjoint(clauses.lists["unnamed"])
    oblique = any(
        clauses.tokens[k].word.definite and clauses.tokens[k].word.form.endswith("ين") and len(clauses.tokens[k].word.form) > 6
        for k in range(phrase.start, phrase.end)
        if (mention := clauses.mention_at.get(k)) is None or mention.kind in ("nisba", "people", "title")
    )
    if phrase.head.kind in ("people", "nation", "title") and oblique:
        return False
    if not whom or not clauses.verbs[i].conjunction or phrase.head.kind not in ("people", "body", "nation"):
        return True
    others = [p for p in clauses.phrases_after(i, clauses.clause_end(i)) if p not in subject and not p.joined and not p.prep]
    return bool(others) or not arguments.unsaid(clauses, i)


def agreeing(clauses: Clauses, i: int) -> tuple[VerbReading, ...]:
    """The readings of the verb at `i` that agree with the subject behind it: تعرض الجيش is no feminine of عرض."""
    readings = clauses.verbs[i].readings
    subject = clauses.subject(i) if {"3ms", "3fs"} <= {r.tag[1:] for r in readings} else None
    if not subject or subject[0].start < i:
        return readings
    head = subject[0].head
    feminine = is_feminine(clauses, head) if head is not None else None
    if feminine is None:
        if head is not None and head.kind == "capital":
            return readings
        feminine = clauses.tokens[subject[0].start].word.form.endswith("ه")
    return tuple(r for r in readings if r.tag[1:] == ("3fs" if feminine else "3ms"))


def governed(clauses: Clauses, j: int, takes: tuple[str, ...]) -> bool:
    before = clauses.tokens[j - 1].word.form
    return preposition(before) in takes or clauses.tokens[j].word.form[:1] in takes


def end_of(clauses: Clauses, j: int, said: Said | None) -> int:
    """Where the words that start at `j` end: at the statement's end, a stop, or where something else is told."""
    tokens = clauses.tokens
    last = min(len(tokens), said.content[1] if said is not None else len(tokens))
    k, words = j, 0
    while k < last:
        word = tokens[k].word
        if word.form in _ENDS:
            break
        if k > j and tokens[k - 1].word.form in _COMMAS and turns_away(clauses, k):
            k -= 1
            break
        if k > j and k in clauses.verbs and clauses.verbs[k].conjunction:
            break
        if k > j + 1 and word.participles and word.form.endswith(_BESIDES) and k not in clauses.phrase_at:
            break
        if k > j and word.tags & {"adversatives", "contrast"} and k not in clauses.mention_at:
            break
        if words >= _LONG and (word.form in _COMMAS or "clause_openers" in word.tags):
            break
        words += word.is_word
        k += 1
    while k > j and not tokens[k - 1].word.is_word and tokens[k - 1].word.form not in _CLOSING:
        k -= 1
    return k


def turns_away(clauses: Clauses, k: int) -> bool:
    """Whether the words from token `k`, behind a comma, tell something else."""
    word = clauses.tokens[k].word
    if k in clauses.verbs or k in clauses.openers or word.participles:
        return True
    if word.tags & {
        "clause_openers",
        "complementizers",
        "who_is",
        "adversatives",
        "turns",
        "prepositions",
        "completed",
        "pluperfect",
    }:
        return True
    return any(tag in ("asides", "adverbs") for tag, _ in clauses.spans.get(k, ()))


def besides(clauses: Clauses, i: int) -> bool:
    """Whether a participle tells what a speaker does besides: …، مطالباً إيران بوقف الهجمات."""
    word, before = clauses.tokens[i].word, clauses.tokens[i - 1].word if i else None
    if word.form.endswith("ا"):
        return before is None or "prepositions" not in before.tags
    return before is None or before.form in _COMMAS or before.form == "."


def of_predicate(arguments: ArgumentFinder, clauses: Clauses, i: int) -> list[Entity]:
    """Of whom an adjective is said: الحكومة مستعدة, أنها جاهزة."""
    before = clauses.phrase_before(i)
    word = clauses.tokens[i - 1].word if i else None
    if word is not None and word.tags & {"who_is", "subject_pronouns"} and "complementizers" not in word.tags:
        return arguments.main_subject(clauses, i) or arguments.speaking(clauses, i)  # وهي مستعدة لـ…
    if before is not None and not before.prep:
        return arguments.entities(clauses, clauses.with_joined(first_of(clauses, before)))
    word = clauses.tokens[i - 1].word if i else None
    said = arguments.statement_at(clauses, i)
    pronoun = word is not None and "complementizers" in word.tags and word.form.endswith(_PRONOUNS)
    return said.speakers if said is not None and (pronoun or word is not None and "first_person" in word.tags) else []
