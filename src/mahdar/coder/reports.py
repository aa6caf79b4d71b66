"""The words that report: verbs, participles, nouns and phrases of speech, and prepositional sources."""

from mahdar.coder.clauses import Clauses
from mahdar.coder.coreference import Cast
from mahdar.coder.tokens import NounReading
from mahdar.coder.verbs import Verb
from mahdar.languages.ar.clitics import preposition as usual_preposition
from mahdar.lexicon.entries import Cue, Source, SpeechPhrase

OPENING = frozenset('«"“„‹”')
CLOSING = frozenset('»"”›“')
HE_SHE_THEY = ("ه", "ها", "هم", "هما")


class Report:
    """A reporting word in a sentence: the cue's tokens, its entry, and how its content is found."""

    __slots__ = ("cue", "end", "first", "i", "kind", "noun_end", "phrase", "rule", "takes")

    def __init__(self, i: int, end: int, kind: str, rule: str, takes: tuple[str, ...], cue: Cue | None) -> None:
        self.i = i
        self.end = end
        self.kind = kind  # verb, participle, noun, source, said (source with a verb)
        self.rule = rule
        self.takes = takes
        self.cue = cue
        self.first = i
        self.noun_end = end
        self.phrase: SpeechPhrase | None = None


class ReportFinder:
    """Finds the reporting words of a sentence."""

    def __init__(self, cast: Cast) -> None:
        self.lexicon = cast.lexicon
        self.sources = cast.analyser.sources

    def reports(self, clauses: Clauses) -> list[Report]:
        """The reporting words of a sentence, in order; of overlapping ones the more particular."""
        found: list[Report] = []
        tokens, lexicon = clauses.tokens, self.lexicon
        consumed, relay = 0, -1
        anonymity = clauses.spanned.get("anonymity", ())
        for i in [i for i in clauses.telling if clauses.words[i].reports]:
            word = tokens[i].word
            if i < consumed and i not in clauses.verbs:
                continue
            if not word.is_word or i in clauses.mention_at and i not in clauses.verbs:
                source = self.source(clauses, i) if word.source else None
                if source is not None:
                    found.append(source)
                continue
            if word.source and (source := self.source(clauses, i)) is not None:
                found.append(source)
                continue
            if i + 1 in anonymity:
                continue  # طلب عدم ذكر اسمه
            verb = clauses.verbs.get(i)
            if verb is not None and not dual_in_form(clauses, verb):
                if verb.relative and verb.pronoun or verb.negated and not self.ruled_out(verb) or unsaid(clauses, verb):
                    continue
                for reading in verb.readings:
                    lemma = lexicon.lemmas[reading.lemma]
                    if "impersonal_reports" in word.tags and says_nobody(clauses, i):
                        break
                    plain = bool(lemma.cues) and lexicon.cues[lemma.cues[0]].plain
                    if lemma.speech and not plain and (report := self.speech_phrase(clauses, i, lemma.speech, "verb")):
                        found.append(report)
                        consumed = report.noun_end
                        break
                    if lemma.cues:
                        cue = lexicon.cues[lemma.cues[0]]
                        relays = cue.speaker_after and saying_follows(clauses, i)
                        relay = i if relays else relay
                        if not (relays or has_object(verb, cue) or own_voice(verb, cue) or measures(clauses, verb, cue)):
                            report = Report(i, i + 1, "verb", cue.id, cue.takes, cue)
                            report.first = i - verb.negated
                            found.append(report)
                        break
                continue
            speech = lexicon.speech_participles.get(word.form, ())
            adverb = "adverbs" in word.tags and i > 0 and tokens[i - 1].word.is_word  # أكد مجددا رفضه
            if speech and not adverb and (report := self.speech_phrase(clauses, i, speech, "participle")):
                found.append(report)
                consumed = report.noun_end
                continue
            if word.participles:
                if not circumstantial(clauses, i):
                    continue
                cue = lexicon.cues[word.participles[0]]
                found.append(Report(i, i + 1, "participle", cue.id, cue.takes, cue))
                continue
            for noun in word.nouns:
                if noun.use.kind == "cue" and not lexicon.cues[noun.use.entry].doubtful and noun_reports(clauses, i, noun):
                    cue = lexicon.cues[noun.use.entry]
                    report = Report(i, i + 1, "noun", cue.id, cue.takes, cue)
                    report.first, relay = relay if relay >= 0 else i, -1  # ونقلت عنه الوكالة قوله
                    found.append(report)
                    break
        return found

    def ruled_out(self, verb: Verb) -> bool:
        """Whether a negated verb still reports: لم يستبعد, لم ينف."""
        return any(self.lexicon.cues[entry].negatable for r in verb.readings for entry in self.lexicon.lemmas[r.lemma].cues)

    def speech_phrase(self, clauses: Clauses, i: int, entries: tuple[int, ...], kind: str) -> Report | None:
        """A verb with the noun that makes it report: أعرب … عن أمله. The noun stands in the verb's own clause."""
        tokens = clauses.tokens
        end = min(clauses.clause_end(i), i + 18)
        for j in range(i + 1, end):
            for noun in tokens[j].word.nouns:
                if noun.use.kind == "speech" and noun.use.entry in entries:
                    phrase = self.lexicon.speech[noun.use.entry]
                    if phrase.preposition and not governed_by(clauses, j, phrase.preposition, noun.proclitics):
                        continue
                    report = Report(i, i + 1, kind, phrase.id, phrase.takes, None)
                    report.noun_end = j + 1
                    report.phrase = phrase
                    return report
        return None

    def source(self, clauses: Clauses, i: int) -> Report | None:
        """Words that name the source of the sentence: وفق، بحسب، على حد قول."""
        tokens = clauses.tokens
        following = tokens[i + 1].word.form if i + 1 < len(tokens) else ""
        for clitics, base in tokens[i].word.phrases:
            if clitics not in ("", "و", "ف") or clitics == "ف" and i and tokens[i - 1].word.is_word:
                continue  # فحسب behind a word is: only
            known = self.sources.get(base)
            if known is None or not following.startswith(known.seconds):
                continue
            for use in known.uses:
                if use.rest and not following.startswith(use.rest[0]):
                    continue
                end = i + 1 + len(use.rest)
                rest = use.rest
                if rest and rest[-1] in ("ل",):
                    end -= 1
                    rest = rest[:-1]
                    if not (end < len(tokens) and tokens[end].word.form.startswith("ل")):
                        continue
                if all(
                    i + 1 + k < len(tokens) and same_or_possessed(tokens[i + 1 + k].word.form, w, k == len(rest) - 1)
                    for k, w in enumerate(rest)
                ):
                    source = self.lexicon.sources[use.entry]
                    if source.verb:
                        return self.said_by_verb(clauses, i, end, source)
                    return Report(i, end, "source", source.id, ("source",), None)
        return None

    def said_by_verb(self, clauses: Clauses, i: int, end: int, source: Source) -> Report | None:
        """A source behind a verb of saying; none at the head of a sentence where the words join a further report (كما أكد أن)."""
        verb = clauses.verbs.get(end)
        if verb is None or verb.person.startswith("1"):
            return None
        if source.also and not any(t.word.is_word for t in clauses.tokens[:i]):
            return None
        for reading in verb.readings:
            lemma = self.lexicon.lemmas[reading.lemma]
            cue = self.lexicon.cues[lemma.cues[0]] if lemma.cues else None
            if cue is not None and cue.plain:
                report = Report(end, end + 1, "said", source.id, ("source",), cue if source.also else None)
                report.first = i
                return report
        return None


def unsaid(clauses: Clauses, verb: Verb) -> bool:
    """Whether a verb tells of words that nobody spoke: دون أن يوضح, يجب أن يؤكد; but قبل أن يؤكد he did."""
    i = verb.i
    if verb.past or i < 1 or clauses.tokens[i - 1].word.form != "ان":
        return False
    return i < 2 or clauses.tokens[i - 2].word.form not in clauses.lexicon.grammar["beforehand"]


def measures(clauses: Clauses, verb: Verb, cue: Cue) -> bool:
    """Whether a verb of telling somebody tells how much something comes to: تبلغ ثلاثة آلاف, يبلغ عددها ألفين."""
    if not cue.object_is_target or verb.past:
        return False
    words = [t.word for t in clauses.tokens[verb.i + 1 : verb.i + 3]]
    return any(w.number or "numbers" in w.tags for w in words[: 1 + bool(words and words[0].owned)])


def own_voice(verb: Verb, cue: Cue) -> bool:
    """Whether a verb is what a writer or speaker says of himself (نعتقد أن); what he said before is speech (قلنا إن)."""
    return verb.person.startswith("1") and not (verb.past and cue.plain)


def has_object(verb: Verb, cue: Cue) -> bool:
    """Whether a pronoun on the verb stands for what is said: أبرزها, وهو ما لم ينفه."""
    told = cue.object_is_target or "object" in cue.addressee
    return bool(verb.pronoun) and not verb.conjunction and "object" in cue.takes and not told


def dual_in_form(clauses: Clauses, verb: Verb) -> bool:
    """Whether a verb of two is a participle in the accusative (طالباً), two not being spoken of."""
    word = clauses.tokens[verb.i].word
    if verb.person != "3md" or not word.participles or verb.i == 0:
        return False
    return not verb.conjunction or not clauses.tokens[verb.i - 1].word.is_word  # ، واعداً


def saying_follows(clauses: Clauses, i: int) -> bool:
    """Whether a noun of saying carries the content of a relaying verb: نقلت عن الوزير قوله إن."""
    for j in range(i + 1, clauses.clause_end(i)):
        if any(n.use.kind == "cue" and n.pronoun for n in clauses.tokens[j].word.nouns):
            return True
    return False


def says_nobody(clauses: Clauses, i: int) -> bool:
    """يذكر أن, يشار إلى أن at the start of a sentence, no one standing behind the verb (ويتوقع الخبير أن)."""
    if any(t.word.is_word for t in clauses.tokens[:i]):
        return False
    if (phrase := clauses.phrase_at.get(i + 1)) is not None and phrase.head is not None and not phrase.prep:
        return False
    return any("complementizers" in t.word.tags for t in clauses.tokens[i + 1 : i + 4])


def circumstantial(clauses: Clauses, i: int) -> bool:
    """Whether a participle tells how somebody spoke (مؤكداً) rather than describing a noun (جماعة رافضة)."""
    before = clauses.tokens[i - 1].word if i else None
    if before is None or not before.is_word:
        return True
    if not clauses.tokens[i].word.form.endswith("ا") or "prepositions" in before.tags:
        return False
    cue = clauses.lexicon.cues[clauses.tokens[i].word.participles[0]]
    for token in clauses.tokens[i + 1 : i + 5]:
        word = token.word
        if "complementizers" in word.tags or word.form in OPENING | {":"}:
            return True
        if preposition(word.form, cue.takes) or word.clitics[-1:] in cue.takes and word.clitics:
            return True
    return False


def noun_reports(clauses: Clauses, i: int, noun: NounReading) -> bool:
    """Whether a noun of speech has its speaker with it (قوله, تأكيد الوزير) or stands after تم/جرى (تم التأكيد على)."""
    if noun.pronoun in HE_SHE_THEY:
        return True
    if any("impersonal" in t.word.tags for t in clauses.tokens[max(0, i - 2) : i]):
        return True
    phrase = clauses.phrase_at.get(i)
    return phrase is not None and phrase.start == i and any(m.kind in ("person", "title", "org") for m in phrase.mentions)


def governed_by(clauses: Clauses, j: int, preposition: str, proclitics: str) -> bool:
    if len(preposition) == 1:
        return proclitics.endswith(preposition)
    return any(clauses.tokens[k].word.form.lstrip("و") == preposition for k in range(max(0, j - 2), j))


def same_or_possessed(form: str, word: str, last: bool) -> bool:
    """A word of a source phrase, the last one with a pronoun or in the accusative too: قوله, قولها."""
    return form == word or last and form in (word + "ه", word + "ها", word + "هم", word + "هما", word + "ا")


def impersonal(clauses: Clauses, i: int) -> bool:
    """Whether a noun of speech is what is said to have come about (تم التأكيد على), and no reason for it (جاء اعترافاً بـ…)."""
    if clauses.tokens[i].word.form.endswith("ا"):
        return False
    return any("impersonal" in t.word.tags for t in clauses.tokens[max(0, i - 2) : i])


def opened(clauses: Clauses, report: Report, start: int) -> bool:
    """Whether a noun's content opens with أن or a colon, or is quoted behind a noun of plain speech."""
    if "complementizers" in clauses.tokens[start].word.tags or impersonal(clauses, report.i):
        return True
    before = clauses.tokens[start - 1].word.form
    earlier = clauses.tokens[start - 2].word.form if start > 1 else ""
    return (
        before == ":"
        or earlier == ":"
        or report.cue is not None
        and report.cue.id == "say"
        or "complementizers" in clauses.tokens[start - 2].word.tags
    )


def close(clauses: Clauses, report: Report, start: int) -> bool:
    """Whether what a noun introduces starts right behind its phrase."""
    phrase = clauses.phrase_at.get(report.i)
    end = max(report.end, phrase.end if phrase is not None else 0)
    return start - end <= (8 if "complementizers" in clauses.tokens[start].word.tags else 3)


def carries(report: Report) -> bool:
    """Whether a noun phrase is content enough for a cue."""
    if report.cue is None:
        return report.phrase is None or report.phrase.carries
    return report.cue.carries and report.kind != "noun"


def preposition(form: str, takes: tuple[str, ...]) -> str:
    """The preposition of `takes` that a form is, its spellings minded."""
    usual = usual_preposition(form)
    return usual if usual in takes else ""
