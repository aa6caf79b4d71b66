"""Who said what: reporting words found, their speakers and the words that they report."""

from mahdar.coder.clauses import _COMMAS, AGREEING, Clauses, Phrase, Verb
from mahdar.coder.coreference import Cast, Entity
from mahdar.coder.tokens import STOPS, NounReading, Word
from mahdar.languages.ar.clitics import governing
from mahdar.languages.ar.clitics import preposition as usual_preposition
from mahdar.lexicon.entries import Cue, SpeechPhrase

_OPENING = frozenset('«"“„‹”')
_CLOSING = frozenset('»"”›“')
_TEXTS = frozenset({"stand-in-text", "issue-from"})  # phrases for what stands in a text: جاء في البيان
_HE_SHE_THEY = ("ه", "ها", "هم", "هما")
_NONE: frozenset[str] = frozenset()
_BETWEEN = 24  # words between a cue and the content that it opens
_LINE_HEAD = 12  # tokens within which a line names its speaker
_SPEAKERS = frozenset({"person", "title", "people", "body", "org", "group", "state", "capital"})  # of headlines
_VOICES = frozenset({"person", "title"})  # of lines in the body


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


class Said:
    """A statement found: token ranges of cue and content within its sentence."""

    __slots__ = ("clauses", "content", "cue", "id", "mode", "rule", "span", "speakers", "weight")

    def __init__(
        self,
        clauses: Clauses,
        speakers: list[Entity],
        mode: str,
        cue: tuple[int, int] | None,
        content: tuple[int, int],
        rule: str,
    ) -> None:
        self.clauses = clauses
        self.speakers = speakers
        self.mode = mode
        self.cue = cue
        self.content = content
        self.rule = rule
        self.weight = 0.8
        self.id = ""
        tokens = clauses.tokens
        self.span = (tokens[content[0]].start, tokens[content[1] - 1].end)

    @property
    def speaker(self) -> Entity | None:
        return self.speakers[0] if self.speakers else None


class StatementReader:
    """Reads the statements of an article, sentence by sentence, and keeps who is being spoken of."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.lexicon = cast.lexicon
        self.sources = cast.analyser.sources
        self.trailing = frozenset(cast.lexicon.grammar["trailing"])
        self.topic: list[Entity] = []
        self.last: Said | None = None
        self.topics: dict[int, list[Entity]] = {}
        self.history: list[list[Entity]] = []
        self.paragraph = -1

    # --- finding

    def reports(self, clauses: Clauses) -> list[Report]:
        """The reporting words of a sentence, in order; of overlapping ones the more particular."""
        found: list[Report] = []
        tokens, lexicon = clauses.tokens, self.lexicon
        consumed = 0
        for i in clauses.telling:
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
            if any(tag == "anonymity" for tag, _ in clauses.spans.get(i + 1, ())):
                continue  # طلب عدم ذكر اسمه
            verb = clauses.verbs.get(i)
            if verb is not None and not self.dual_in_form(clauses, verb):
                if verb.relative and verb.pronoun or verb.negated and not self.ruled_out(verb):
                    continue
                for reading in verb.readings:
                    lemma = lexicon.lemmas[reading.lemma]
                    if "impersonal_reports" in word.tags and self.says_nobody(clauses, i):
                        break
                    plain = bool(lemma.cues) and lexicon.cues[lemma.cues[0]].plain
                    if lemma.speech and not plain and (report := self.speech_phrase(clauses, i, lemma.speech, "verb")):
                        found.append(report)
                        consumed = report.noun_end
                        break
                    if lemma.cues:
                        cue = lexicon.cues[lemma.cues[0]]
                        if not (cue.speaker_after and self.saying_follows(clauses, i)):
                            found.append(Report(i, i + 1, "verb", cue.id, cue.takes, cue))
                        break
                continue
            speech = lexicon.speech_participles.get(word.form, ())
            if speech and (report := self.speech_phrase(clauses, i, speech, "participle")):
                found.append(report)
                consumed = report.noun_end
                continue
            if word.participles:
                if not self.circumstantial(clauses, i):
                    continue
                cue = lexicon.cues[word.participles[0]]
                found.append(Report(i, i + 1, "participle", cue.id, cue.takes, cue))
                continue
            for noun in word.nouns:
                if noun.use.kind == "cue" and not lexicon.cues[noun.use.entry].doubtful and self.noun_reports(clauses, i, noun):
                    cue = lexicon.cues[noun.use.entry]
                    found.append(Report(i, i + 1, "noun", cue.id, cue.takes, cue))
                    break
        return found

    def dual_in_form(self, clauses: Clauses, verb: Verb) -> bool:
        """Whether a verb of two is a participle in the accusative (طالباً), two not being spoken of."""
        word = clauses.tokens[verb.i].word
        return verb.person == "3md" and not verb.conjunction and bool(word.participles) and verb.i > 0

    def ruled_out(self, verb: Verb) -> bool:
        """Whether a negated verb still reports: لم يستبعد, لم ينف."""
        return any(self.lexicon.cues[entry].negatable for r in verb.readings for entry in self.lexicon.lemmas[r.lemma].cues)

    def saying_follows(self, clauses: Clauses, i: int) -> bool:
        """Whether a noun of saying carries the content of a relaying verb: نقلت عن الوزير قوله إن."""
        for j in range(i + 1, clauses.clause_end(i)):
            if any(n.use.kind == "cue" and n.pronoun for n in clauses.tokens[j].word.nouns):
                return True
        return False

    def says_nobody(self, clauses: Clauses, i: int) -> bool:
        """يذكر أن, يشار إلى أن at the start of a sentence."""
        if any(t.word.is_word for t in clauses.tokens[:i]):
            return False
        return any("complementizers" in t.word.tags for t in clauses.tokens[i + 1 : i + 4])

    def circumstantial(self, clauses: Clauses, i: int) -> bool:
        """Whether a participle tells how somebody spoke (مؤكداً) rather than describing a noun (جماعة رافضة)."""
        before = clauses.tokens[i - 1].word if i else None
        if before is None or not before.is_word:
            return True
        if not clauses.tokens[i].word.form.endswith("ا") or "prepositions" in before.tags:
            return False
        cue = self.lexicon.cues[clauses.tokens[i].word.participles[0]]
        for token in clauses.tokens[i + 1 : i + 5]:
            word = token.word
            if "complementizers" in word.tags or word.form in _OPENING | {":"}:
                return True
            if preposition(word.form, cue.takes) or word.clitics[-1:] in cue.takes and word.clitics:
                return True
        return False

    def noun_reports(self, clauses: Clauses, i: int, noun: NounReading) -> bool:
        """Whether a noun of speech has its speaker with it (قوله, تأكيد الوزير) or stands after تم/جرى (تم التأكيد على)."""
        if noun.pronoun in _HE_SHE_THEY:
            return True
        if any("impersonal" in t.word.tags for t in clauses.tokens[max(0, i - 2) : i]):
            return True
        phrase = clauses.phrase_at.get(i)
        return phrase is not None and phrase.start == i and any(m.kind in ("person", "title", "org") for m in phrase.mentions)

    def speech_phrase(self, clauses: Clauses, i: int, entries: tuple[int, ...], kind: str) -> Report | None:
        """A verb with the noun that makes it report: أعرب … عن أمله. The noun stands in the verb's own clause."""
        tokens = clauses.tokens
        end = min(clauses.clause_end(i), i + 18)
        for j in range(i + 1, end):
            for noun in tokens[j].word.nouns:
                if noun.use.kind == "speech" and noun.use.entry in entries:
                    phrase = self.lexicon.speech[noun.use.entry]
                    if phrase.preposition and not self.governed_by(clauses, j, phrase.preposition, noun.proclitics):
                        continue
                    report = Report(i, i + 1, kind, phrase.id, phrase.takes, None)
                    report.noun_end = j + 1
                    report.phrase = phrase
                    return report
        return None

    def governed_by(self, clauses: Clauses, j: int, preposition: str, proclitics: str) -> bool:
        if len(preposition) == 1:
            return proclitics.endswith(preposition)
        return any(clauses.tokens[k].word.form.lstrip("و") == preposition for k in range(max(0, j - 2), j))

    def source(self, clauses: Clauses, i: int) -> Report | None:
        """Words that name the source of the sentence: وفق، بحسب، على حد قول."""
        tokens = clauses.tokens
        if not tokens[i].word.source:
            return None
        for clitics, base in tokens[i].word.phrases:
            if clitics not in ("", "و", "ف") or clitics == "ف" and i and tokens[i - 1].word.is_word:
                continue  # فحسب behind a word is: only
            for use in self.sources.get(base, ()):
                if use.rest and not (i + 1 < len(tokens) and tokens[i + 1].word.form.startswith(use.rest[0])):
                    continue
                end = i + 1 + len(use.rest)
                rest = use.rest
                if rest and rest[-1] in ("ل",):
                    end -= 1
                    rest = rest[:-1]
                    if not (end < len(tokens) and tokens[end].word.form.startswith("ل")):
                        continue
                if all(
                    i + 1 + k < len(tokens) and self.same_or_possessed(tokens[i + 1 + k].word.form, w, k == len(rest) - 1)
                    for k, w in enumerate(rest)
                ):
                    source = self.lexicon.sources[use.entry]
                    if source.verb:
                        return self.said_by_verb(clauses, i, end, source.id)
                    return Report(i, end, "source", source.id, ("source",), None)
        return None

    @staticmethod
    def same_or_possessed(form: str, word: str, last: bool) -> bool:
        """A word of a source phrase, the last one with a pronoun or in the accusative too: قوله, قولها."""
        return form == word or last and form in (word + "ه", word + "ها", word + "هم", word + "هما", word + "ا")

    def said_by_verb(self, clauses: Clauses, i: int, end: int, rule: str) -> Report | None:
        verb = clauses.verbs.get(end)
        if verb is None or verb.person.startswith("1"):
            return None
        for reading in verb.readings:
            lemma = self.lexicon.lemmas[reading.lemma]
            if lemma.cues and self.lexicon.cues[lemma.cues[0]].plain:
                report = Report(end, end + 1, "said", rule, ("source",), None)
                report.first = i
                return report
        return None

    # --- reading a sentence

    def read(self, clauses: Clauses) -> list[Said]:
        """The statements of a sentence, in order of their cues."""
        reports = self.reports(clauses)
        sentence = clauses.sentence
        self.topics[sentence.index] = self.topic
        line = self.introduced(clauses) if sentence.title or sentence.paragraph != self.paragraph else None
        self.paragraph = sentence.paragraph
        out: list[Said] = [line] if line is not None else []
        taken: set[int] = set()
        for k, report in enumerate(reports):
            if report.i in taken:
                continue
            quote = sentence.quote_at(report.i)
            if quote is not None and quote.open < report.i and not self.in_own_words(clauses, report):
                continue
            said = self.statement(clauses, report, reports[k + 1 :], out)
            if said is not None:
                out.append(said)
                taken.add(report.i)
        if not out and (running := self.running_quote(clauses)):
            out.append(running)
        if out:
            self.last = outermost(out)
            self.topic = self.last.speakers or self.topic
            self.history.append(self.topic)
        if not out:
            self.last = None
            self.follow_topic(clauses)
        return out

    def introduced(self, clauses: Clauses) -> Said | None:
        """A line that names its speaker and goes on with his words: لافروف: الحوار ضروري, كيري لقناة «العربية»: …"""
        tokens, title = clauses.tokens, clauses.sentence.title
        first = next((i for i, t in enumerate(tokens) if t.word.is_word), 0)
        phrase = clauses.phrase_at.get(first)
        if phrase is None or phrase.prep or phrase.start != first or phrase.head is None:
            return None
        head = phrase.head
        if head.kind not in (_SPEAKERS if title else _VOICES):
            return None
        for form in self.lexicon.headlines:
            k = next((i for i in range(first + 1, min(len(tokens), _LINE_HEAD)) if tokens[i].word.form == form.mark), 0)
            if not k or not self.leads(clauses, phrase.end, k, form.hearer if title else ()):
                continue
            content = self.after_colon(clauses, k, [])
            speakers = self.speakers_of(clauses, clauses.with_joined(phrase))
            if content is None or not speakers:
                return None
            start, end, mode, _ = content
            if sum(t.word.is_word for t in tokens[start:end]) < (2 if title else 4):
                return None
            if head.kind in ("state", "capital") and not self.sounds_spoken(clauses, start, end, head.kind == "capital"):
                return None  # سوريا: مقتل خمسة مدنيين
            return Said(clauses, speakers, mode, None, (start, end), form.id)
        return None

    def leads(self, clauses: Clauses, j: int, k: int, hearer: tuple[str, ...]) -> bool:
        """Whether between a line's speaker and its mark at `k` stands nothing, or to whom or where he spoke."""
        words = [(i, t.word) for i, t in enumerate(clauses.tokens[j:k], j) if t.word.is_word]
        if not words:
            return True
        form = words[0][1].form
        return (
            bool(hearer)
            and not any(i in clauses.verbs or clauses.tokens[i].word.participles for i, _ in words)
            and (form.startswith(hearer) or "prepositions" in words[0][1].tags)
        )

    def sounds_spoken(self, clauses: Clauses, start: int, end: int, definite: bool) -> bool:
        """Whether words behind the name of a state or capital are its own rather than news from there."""
        if any(start <= j < end and verb.person.startswith("1") for j, verb in clauses.verbs.items()):
            return True
        word = clauses.tokens[start].word
        return (
            self.is_quotation(clauses, start)
            and clauses.tokens[start - 1].word.form != ":"
            or "negation_before_verb" in word.tags
            or definite
            and (word.definite or start in clauses.mention_at)
        )

    def in_own_words(self, clauses: Clauses, report: Report) -> bool:
        """Within a quotation only speech with a named speaker counts, and the short marked words of a mixed statement do not."""
        quote = clauses.sentence.quote_at(report.i)
        if quote is None or quote.close - quote.open < 12:
            return False
        if report.kind != "verb" or report.i not in clauses.verbs:
            return False
        phrases = clauses.subject(report.i)
        return bool(phrases and phrases[0].head is not None and phrases[0].head.kind in ("person", "title", "state"))

    def follow_topic(self, clauses: Clauses) -> None:
        """Where nobody speaks, the subject of the sentence's first verb is who is spoken of next."""
        for i in sorted(clauses.verbs):
            verb = clauses.verbs[i]
            if verb.relative or clauses.sentence.quote_at(i):
                continue
            phrases = clauses.subject(i)
            if phrases and phrases[0].head is not None and phrases[0].head.kind not in ("place", "nisba", "capital"):
                who = self.speakers_of(clauses, phrases)
                if who and (who[0].kind in ("person", "organisation") or not self.topic):
                    self.topic = who
            return

    def statement(self, clauses: Clauses, report: Report, later: list[Report], before: list[Said]) -> Said | None:
        if report.kind in ("source", "said"):
            return self.sourced(clauses, report, before)
        content = self.content(clauses, report, later) or self.content_before(clauses, report, before)
        if content is None:
            return None
        start, end, mode, bare = content
        relative = report.kind == "verb" and clauses.verbs[report.i].relative
        if relative and (bare or clauses.tokens[start - 1].word.form in _COMMAS):
            return None  # المصدر، الذي طلب عدم ذكر اسمه، أن …
        if relative and start - 1 > report.end and clauses.tokens[start - 1].word.form in _OPENING:
            before_mark = clauses.tokens[start - 2].word
            if before_mark.form != ":" and "complementizers" not in before_mark.tags:
                return None  # المجلس الذي أقر الاتفاق قد «خرق …»
        if report.kind == "noun" and not (self.close(clauses, report, start) and self.opened(clauses, report, start)):
            return None
        if bare and not self.carries(report) and not (report.kind == "noun" and self.impersonal(clauses, report.i)):
            return None
        if (
            report.cue is not None
            and report.cue.doubtful
            and not self.is_quotation(clauses, start)
            and not (report.cue.plain and "complementizers" in clauses.tokens[start].word.tags)
            and not (report.kind == "participle" and report.cue.carries)
        ):
            return None
        words = [t.word for t in clauses.tokens[start:end] if t.word.is_word]
        if not words or len(words) == 1 and ("complementizers" in words[0].tags or words[0].tags):
            return None
        speakers = self.speaker(clauses, report, before, start if start > report.i else len(clauses.tokens))
        if speakers is None:
            return None
        around = [s for s in before if s.content[0] <= report.i < s.content[1]]
        if around and report.kind != "noun":
            verb = clauses.verbs.get(report.i)
            if verb is not None and verb.person.startswith("1") or same_voice(around[-1].speakers, speakers):
                return None  # what a speaker says of his own saying is part of what he says
        if around and bare:
            end = self.before_that(clauses, start, end)
        return Said(clauses, speakers, mode, (report.i, report.end), (start, end), report.rule)

    def before_that(self, clauses: Clauses, start: int, end: int) -> int:
        """Where a phrase reported within reported words ends: before a further clause of those around it (، وأن …)."""
        tokens = clauses.tokens
        for j in range(start + 2, end):
            form = tokens[j].word.form
            if "complementizers" in tokens[j].word.tags and form[:1] == "و" and tokens[j - 1].word.form in _COMMAS:
                return self.trim(clauses, j)
        return end

    def opened(self, clauses: Clauses, report: Report, start: int) -> bool:
        """Whether a noun's content opens with أن or a colon, or is quoted behind a noun of plain speech."""
        if "complementizers" in clauses.tokens[start].word.tags or self.impersonal(clauses, report.i):
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

    def impersonal(self, clauses: Clauses, i: int) -> bool:
        return any("impersonal" in t.word.tags for t in clauses.tokens[max(0, i - 2) : i])

    def close(self, clauses: Clauses, report: Report, start: int) -> bool:
        """Whether what a noun introduces starts right behind its phrase."""
        phrase = clauses.phrase_at.get(report.i)
        end = max(report.end, phrase.end if phrase is not None else 0)
        return start - end <= (8 if "complementizers" in clauses.tokens[start].word.tags else 3)

    def carries(self, report: Report) -> bool:
        """Whether a noun phrase is content enough for a cue."""
        if report.cue is None:
            return report.phrase is None or report.phrase.carries
        return report.cue.carries and report.kind != "noun"

    def is_quotation(self, clauses: Clauses, start: int) -> bool:
        return start > 0 and clauses.tokens[start - 1].word.form in _OPENING | {":"}

    # --- who speaks

    def speakers_of(self, clauses: Clauses, phrases: list[Phrase]) -> list[Entity]:
        out: list[Entity] = []
        for k, phrase in enumerate(phrases):
            if k + 1 < len(phrases) and self.same_bearer(phrase, phrases[k + 1]):
                continue
            for entity in self.cast.of_phrase(clauses, phrase):
                if entity not in out:
                    out.append(entity)
        return out

    def same_bearer(self, phrase: Phrase, following: Phrase) -> bool:
        """Whether two joined titles are those of the one named behind them: المبعوث الخاص ورئيس البعثة فلان."""
        one, other = phrase.head, following.head
        return (
            one is not None
            and other is not None
            and (one.kind, other.kind) == ("title", "person")
            and (one.number, other.number) == ("s", "s")
            and not one.codes
            and other.name is not None
            and other.name[0] > other.start
        )

    def speaker(self, clauses: Clauses, report: Report, before: list[Said], content: int) -> list[Entity] | None:
        """Who speaks: the subject of the verb, or whoever is being spoken of; None where it is nobody that can be named."""
        if report.kind == "verb":
            verb = clauses.verbs[report.i]
            if report.cue is not None and report.cue.speaker_after:
                for phrase in clauses.phrases_after(report.i, content):
                    if phrase.prep == report.cue.speaker_after and phrase.mentions:
                        return self.speakers_of(clauses, clauses.with_joined(phrase)) or None
            phrases = clauses.subject(report.i)
            if report.phrase is not None and report.phrase.id in _TEXTS and (who := self.issuer(clauses, report, content)):
                return who
            if phrases is not None and self.is_document(clauses, phrases[0]) and (who := self.last_voice(before)):
                return who
            if phrases is not None and self.no_subject(clauses, report, phrases[0]):
                phrases = None
            if phrases is not None and phrases[0].start < content:
                who = self.speakers_of(clauses, phrases)
                if who:
                    return who
                if verb.conjunction == "" or phrases[0].start > report.i:
                    return None  # a noun of speech: the statement, the report
            if verb.person.startswith("1"):
                return outermost(before).speakers if before else self.topic or None
            start = 0
            if before:
                low, high = outermost(before).content
                start = low if low <= report.i < high else high
            who = self.main_subject(clauses, report.i, start)
            return (
                who if who and fits(who, verb.person) else self.antecedents(verb.person, before, clauses.tokens[report.i].start)
            )
        if report.kind == "participle":
            person = person_of(clauses.tokens[report.i].word.form)
            if before:
                last = outermost(before)
                who = self.main_subject(clauses, report.i, last.content[1])
                return who if who and fits(who, person) else last.speakers
            who = self.main_subject(clauses, report.i) or self.first_named(clauses, report.i)
            return who if who and fits(who, person) else self.antecedents(person, before)
        word = clauses.tokens[report.i].word
        noun = next((n for n in word.nouns if n.use.kind == "cue"), None)
        if quoted := self.quoted_source(clauses, report.i):
            return quoted
        holder = clauses.phrase_at.get(report.i)
        if holder is not None and holder.mentions:
            who = self.speakers_of(clauses, [holder])
            if who:
                return who
        if self.impersonal(clauses, report.i):
            return self.cast.speakers_pair() or self.topic or None
        if noun is not None and noun.pronoun:
            if before and outermost(before).content[0] <= report.i:
                return outermost(before).speakers
            return self.main_subject(clauses, report.i) or self.topic or None
        return None

    def no_subject(self, clauses: Clauses, report: Report, phrase: Phrase) -> bool:
        """Whether the phrase behind a joined verb is its object, the subject being the one before (… ووصف الحزب بأنه)."""
        verb = clauses.verbs[report.i]
        if phrase.start < report.i:
            return False
        if self.pronoun_before(clauses, report.i):
            return True
        if not verb.conjunction:
            return False
        if phrase.head is None:
            return True
        targeted = report.cue is not None and (report.cue.object_is_target or report.cue.whole)
        if not targeted or not any(j < report.i for j in clauses.verbs):
            return False
        end = next((p.start for p in clauses.phrases_after(report.i, len(clauses.tokens)) if p.prep in report.takes), None)
        end = min(clauses.clause_end(report.i), end if end is not None else len(clauses.tokens))
        bare = [p for p in clauses.phrases_after(report.i, end) if not p.prep and not p.joined]
        return len(bare) == 1

    def pronoun_before(self, clauses: Clauses, i: int) -> bool:
        """Whether a pronoun on the particle before a verb is its subject: لكنه أنذر, إنها ترفض."""
        word = clauses.tokens[i - 1].word if i else None
        return word is not None and word.form.endswith(_HE_SHE_THEY) and bool(word.tags & {"complementizers", "turns"})

    def issuer(self, clauses: Clauses, report: Report, content: int) -> list[Entity]:
        """Whose text it is in which something stands: جاء في كلمة ألقاها الرئيس, جاء في بيان للوزارة."""
        for phrase in clauses.phrases_after(report.noun_end - 2, content):
            if any(m.kind in _SPEAKERS for m in phrase.mentions) and (who := self.speakers_of(clauses, [phrase])):
                return who
        return []

    def is_document(self, clauses: Clauses, phrase: Phrase) -> bool:
        """Whether a subject is what somebody issued: البيان, الرسالة."""
        word = clauses.tokens[phrase.start].word
        return (
            phrase.head is None
            and not phrase.mentions
            and word.definite
            and any(n.use.kind == "speech" and self.lexicon.speech[n.use.entry].id in _TEXTS for n in word.nouns)
        )

    def last_voice(self, before: list[Said]) -> list[Entity]:
        return (outermost(before).speakers if before else []) or self.topic

    def quoted_source(self, clauses: Clauses, i: int) -> list[Entity]:
        """Who is quoted in نقلت الوكالة عن الوزير قوله: the phrase behind the relaying verb's preposition."""
        for j in clauses.verbs_before(i):
            for reading in clauses.verbs[j].readings:
                for entry in self.lexicon.lemmas[reading.lemma].cues:
                    cue = self.lexicon.cues[entry]
                    for phrase in clauses.phrases_after(j, i):
                        if cue.speaker_after and phrase.prep == cue.speaker_after and phrase.mentions:
                            return self.speakers_of(clauses, clauses.with_joined(phrase))
            break
        return []

    def main_subject(self, clauses: Clauses, i: int, start: int = 0) -> list[Entity]:
        """The subject of the nearest verb before token `i` and after `start`."""
        for j in clauses.verbs_before(i, start):
            if j >= 2 and any(tag == "resumes" for tag, _ in clauses.spans.get(j - 2, ())):  # وهو ما شدد عليه الوزير
                own = next((p for p in clauses.phrases_after(j, i) if p.head is not None and not p.prep), None)
                if own is not None and (who := self.speakers_of(clauses, [own])):
                    return who
                continue
            if clauses.verbs[j].relative:
                continue
            phrases = clauses.subject(j)
            if phrases:
                who = self.speakers_of(clauses, phrases)
                if who:
                    return who
        return []

    def first_named(self, clauses: Clauses, i: int) -> list[Entity]:
        """Who stands at the head of a sentence, behind a verb that the lexicon lacks, say: وحاول كارتر …"""
        for phrase in clauses.phrases[:1]:
            who = next((m for m in phrase.mentions if m.kind != "nisba"), None)
            if who is not None and not phrase.prep and phrase.end <= i and who.start <= phrase.start + 1:
                return self.speakers_of(clauses, [phrase])
        return []

    def antecedents(self, person: str, before: list[Said], at: int = 1 << 40) -> list[Entity] | None:
        """Who an unsaid subject is: the one spoken of, if gender and number fit, else the last speaker that fits."""
        if person in ("3md", "3fd") and (pair := self.cast.speakers_pair()):
            return pair
        chain = [*([outermost(before).speakers] if before else []), self.topic, *reversed(self.history)]
        for who in chain:
            if who and fits(who, person):
                return who
        if self.topic and self.topic[0].kind == "state":
            return self.topic
        for entity in reversed(self.cast.recent):
            named = any(start < at for start, _ in entity.mentions)
            if named and entity.kind in ("person", "organisation", "state") and fits([entity], person):
                return [entity]
        return self.topic or None

    # --- what is said

    def content(self, clauses: Clauses, report: Report, later: list[Report]) -> tuple[int, int, str, bool] | None:
        """(start, end, mode, bare) of the words that a cue reports, or None; bare: a noun phrase, no clause or quotation."""
        tokens = clauses.tokens
        n = len(tokens)
        takes = report.takes
        if report.phrase is not None and report.phrase.own:
            return self.own_content(clauses, report, later)
        if (
            report.phrase is not None
            and report.phrase.whole
            or report.cue is not None
            and report.cue.whole
            and report.kind == "verb"
        ):
            return self.whole_content(clauses, report, later)
        start_from = report.noun_end
        limit = min(n, start_from + _BETWEEN)
        fallback: tuple[int, int, str, bool] | None = None
        j = start_from
        subject_seen = by_object = False
        second = self.second_object(clauses, report)
        while j < limit:
            word = tokens[j].word
            if j == second and fallback is None:
                fallback = self.noun_content(clauses, report, j, later)
            if fallback is None and word.form in _COMMAS and (after := self.insertion(clauses, j, takes, later)):
                j = after
                continue
            mention = clauses.mention_at.get(j)
            held = clauses.phrase_at.get(j)
            if mention is not None and mention.start == j and held is not None and (held.start < j or held.joined):
                j = mention.end
                continue
            if mention is not None and mention.start == j:
                prep = governing(mention.clitics)
                if fallback is None and prep and prep in takes and j > start_from - 1 and not self.is_addressee(report, prep):
                    fallback = self.noun_content(clauses, report, j, later)
                if (
                    "object" in takes
                    and subject_seen
                    and not prep
                    and fallback is None
                    and not mention.prep
                    and not self.targets(report)
                ):
                    fallback, by_object = self.noun_content(clauses, report, j, later), True
                if not mention.prep and not prep:
                    subject_seen = True
                if (quote := clauses.sentence.quote_at(j)) is None or quote.open != j:
                    j = max(mention.end, j + 1)
                    continue
            if word.form == ":" and (report.cue is None or report.cue.plain or "quote" in takes or "that" in takes):
                return self.after_colon(clauses, j, later)
            if word.form in _OPENING and (quote := clauses.sentence.quote_at(j)) and quote.open == j:
                if (
                    "quote" in takes
                    and (quote.close - quote.open > 3 or j == start_from)
                    and not self.name_in_quotes(clauses, quote.open, quote.close)
                ):
                    return self.quoted(clauses, quote.open, quote.close, later, report)
                if fallback is None and "object" in takes and j == start_from:
                    fallback = self.noun_content(clauses, report, j, later)
                j = quote.close + 1
                subject_seen = True
                continue
            if word.form in STOPS:
                break
            if "complementizers" in word.tags and "that" in takes + ("that",) * bool(fallback is None):
                if fallback is None or "that" in takes and (by_object and j - fallback[0] > 2):
                    if "that" not in takes and not self.preposition_before(clauses, j, takes) and j > start_from + 1:
                        j += 1
                        continue
                    return self.clause_content(clauses, report, j, later)
                break
            if j in clauses.verbs and j > report.i and not clauses.verbs[j].relative:
                other = next((r for r in later if r.i == j), None)
                if other is not None or clauses.verbs[j].conjunction or tokens[j - 1].word.form in _COMMAS:
                    break
            if "clause_openers" in word.tags and fallback is not None:
                break
            inner = next((r for r in later if r.i == j), None)
            if (
                inner is not None
                and fallback is not None
                and (inner.kind == "participle" or clauses.verbs.get(j) is not None and clauses.verbs[j].conjunction)
            ):
                break
            if (
                inner is not None
                and fallback is None
                and (inner.kind == "participle" or tokens[j - 1].word.form in _COMMAS and inner.kind == "verb")
            ):
                break
            if fallback is None:
                prep = preposition(word.form, takes) if "prepositions" in word.tags else ""
                if prep and not self.is_addressee(report, prep) and j + 1 < n:
                    following = tokens[j + 1].word
                    if "complementizers" in following.tags:
                        return self.clause_content(clauses, report, j + 1, later)
                    fallback = self.noun_content(clauses, report, j + 1, later)
                elif governing(word.clitics) in takes and word.clitics and not self.is_addressee(report, governing(word.clitics)):
                    fallback = self.noun_content(clauses, report, j, later)
                elif (
                    "object" in takes and not self.targets(report) and j in clauses.phrase_at and clauses.phrase_at[j].start == j
                ):
                    phrase = clauses.phrase_at[j]
                    bare_object = not phrase.prep and (
                        subject_seen
                        or self.subject_known(clauses, report)
                        or phrase.head is None
                        and not self.opens_as_subject(clauses, phrase)
                    )
                    if bare_object and not self.relayed(report, word):
                        fallback, by_object = self.noun_content(clauses, report, j, later), True
                    elif not phrase.prep:
                        subject_seen = True
            if j in clauses.phrase_at and clauses.phrase_at[j].start == j and not clauses.phrase_at[j].prep:
                subject_seen = True
            j += 1
        return fallback

    def content_before(self, clauses: Clauses, report: Report, before: list[Said]) -> tuple[int, int, str, bool] | None:
        """Words that stand before their cue and its named speaker: a quotation, or the sentence so far."""
        tokens = clauses.tokens
        verb = clauses.verbs.get(report.i)
        if report.cue is None or not report.cue.plain or verb is None or verb.conjunction or verb.relative or verb.passive:
            return None
        phrases = clauses.subject(report.i)
        if not phrases or phrases[0].start < report.i or phrases[0].head is None:
            return None
        k = report.i
        if k and "thus" in tokens[k - 1].word.tags:
            k -= 1  # هكذا قال الرئيس
        if k < 2 or tokens[k - 1].word.is_word:
            return None
        end = self.trim(clauses, k)
        start = max((s.content[1] for s in before), default=0)
        quote = clauses.sentence.quote_at(end - 1)
        if quote is not None and quote.close == end - 1 and quote.open >= start:
            name = self.name_in_quotes(clauses, quote.open, quote.close)
            return None if name else (quote.open + 1, quote.close, "direct", False)
        if start or tokens[k - 1].word.form not in _COMMAS or any(t.word.form == ":" for t in tokens[:k]):
            return None
        start = next((j for j in range(end) if tokens[j].word.is_word), end)
        if end - start < 3 or not self.closes(clauses, phrases[-1].end):
            return None
        first_person = any(start <= j < end and v.person.startswith("1") for j, v in clauses.verbs.items())
        circumstance = tokens[start].word.tags & {"prepositions", "clause_openers", "adverbs", "completed"}
        if not first_person and (verb.past or circumstance or start in clauses.openers):
            return None
        return start, end, "direct" if first_person else self.mode(clauses, start, end), False

    def closes(self, clauses: Clauses, j: int) -> bool:
        """Whether nothing but circumstances follows token `j` to the end of the sentence."""
        return not any(k >= j and not clauses.verbs[k].relative for k in clauses.verbs) and not any(
            "complementizers" in t.word.tags for t in clauses.tokens[j:]
        )

    def insertion(self, clauses: Clauses, j: int, takes: tuple[str, ...], later: list[Report]) -> int:
        """The comma that closes the circumstances behind the one at token `j` (، في كلمة ألقاها نيابة عن الملك،); 0 for none."""
        tokens = clauses.tokens
        if j + 1 >= len(tokens) or "prepositions" not in tokens[j + 1].word.tags or preposition(tokens[j + 1].word.form, takes):
            return 0
        reported = {r.i for r in later}
        governed = False
        for k in range(j + 2, min(len(tokens), j + _BETWEEN)):
            word = tokens[k].word
            if word.form in _COMMAS:
                return k if not governed or k + 1 < len(tokens) and preposition(tokens[k + 1].word.form, takes) else 0
            governed = governed or "prepositions" in word.tags and bool(preposition(word.form, takes))
            if k in reported or word.form in STOPS or word.form in _OPENING or "complementizers" in word.tags:
                return 0
        return 0

    def second_object(self, clauses: Clauses, report: Report) -> int:
        """Where what is asked for starts behind whom it is asked of (ناشدت الأمم المتحدة المانحين تقديم الدعم); -1: nowhere."""
        if not self.targets(report) or "object" not in report.takes or report.i not in clauses.verbs:
            return -1
        subject = clauses.subject(report.i)
        before = 1 + (subject is not None and subject[0].start > report.i)
        bare = [p for p in clauses.phrases_after(report.i, clauses.clause_end(report.i)) if not p.prep and not p.joined]
        if len(bare) <= before:
            return -1
        start = bare[before].start
        return start if bare[before].head is None and not clauses.tokens[start].word.definite else -1

    def whole_content(self, clauses: Clauses, report: Report, later: list[Report]) -> tuple[int, int, str, bool]:
        """Content that is all behind the subject: حمّل الوزير الحكومة مسؤولية …"""
        subject = clauses.subject(report.i) if report.i in clauses.verbs else None
        if subject is not None and report.i in clauses.verbs and self.no_subject(clauses, report, subject[0]):
            subject = None
        limit = report.noun_end if report.phrase is not None else len(clauses.tokens)
        start = max((p.end for p in subject or [] if report.i < p.start and p.end < limit), default=report.end)
        end = self.end_of_content(clauses, max(start, report.noun_end), later, True)
        return start, end, self.mode(clauses, start, end), True

    def own_content(self, clauses: Clauses, report: Report, later: list[Report]) -> tuple[int, int, str, bool] | None:
        """Content that starts with the noun of the phrase: أعرب عن قلقه من …, with بالغ and the like before it."""
        start = report.noun_end - 1
        phrase = clauses.phrase_at.get(start)
        if phrase is not None and phrase.start < start and phrase.start > report.i and not phrase.mentions[:1]:
            start = phrase.start
        end = self.end_of_content(clauses, start + 1, later, True)
        if end - start < 2:
            return None
        return start, end, self.mode(clauses, start, end), True

    def opens_as_subject(self, clauses: Clauses, phrase: Phrase) -> bool:
        return bool(phrase.mentions) and phrase.mentions[0].kind != "nisba"

    def subject_known(self, clauses: Clauses, report: Report) -> bool:
        """Whether the subject stands before the cue or is left out for certain (a participle, a verb joined by و)."""
        if report.kind != "verb":
            return True
        phrases = clauses.subject(report.i)
        return phrases is not None and phrases[0].start < report.i

    def relayed(self, report: Report, word: Word) -> bool:
        """Whether a noun only says that a relaying verb gives words: نقلت عن الوزير القول إن."""
        return report.cue is not None and bool(report.cue.speaker_after) and any(n.use.kind == "cue" for n in word.nouns)

    def targets(self, report: Report) -> bool:
        return report.cue is not None and report.cue.object_is_target

    def is_addressee(self, report: Report, prep: str) -> bool:
        return report.cue is not None and prep in report.cue.addressee

    def preposition_before(self, clauses: Clauses, j: int, takes: tuple[str, ...]) -> bool:
        form = clauses.tokens[j].word.form
        if form[0] == "ب" and "ب" in takes or form[0] == "ل" and "ل" in takes:
            return True
        return j > 0 and bool(preposition(clauses.tokens[j - 1].word.form, takes))

    def name_in_quotes(self, clauses: Clauses, opening: int, closing: int) -> bool:
        """Whether a quotation holds but a name: «الحياة», "رويترز"."""
        words = [t for t in clauses.tokens[opening + 1 : closing] if t.word.is_word]
        if len(words) > 5:
            return False
        mention = clauses.mention_at.get(opening + 1)
        if mention is not None and mention.end >= closing and mention.kind not in ("people", "body"):
            return True
        before = clauses.tokens[opening - 1].word.tags if opening else _NONE
        return bool(before & {"media_heads", "prepositions"}) or len(words) <= 1

    def after_colon(self, clauses: Clauses, j: int, later: list[Report]) -> tuple[int, int, str, bool] | None:
        tokens = clauses.tokens
        if j + 1 >= len(tokens):
            return None
        k = j + 1
        quote = clauses.sentence.quote_at(k)
        if quote is not None and quote.open == k:
            return self.quoted(clauses, quote.open, quote.close, later, None)
        if "complementizers" in tokens[k].word.tags and k + 1 < len(tokens):
            quote = clauses.sentence.quote_at(k + 1)
            if quote is not None and quote.open == k + 1:
                return self.quoted(clauses, quote.open, quote.close, later, None)
        end = self.end_of_content(clauses, k, later)
        return k, end, "direct", False

    def quoted(
        self, clauses: Clauses, opening: int, closing: int, later: list[Report], report: Report | None
    ) -> tuple[int, int, str, bool]:
        """A quotation, and further quotations that follow it with only a conjunction between."""
        tokens = clauses.tokens
        start, end = opening + 1, closing
        if closing < len(tokens) and tokens[closing].word.form not in _CLOSING:
            end = closing + 1
        k = closing + 1
        while k < len(tokens):
            following = clauses.sentence.quote_at(k)
            if following is not None and following.open == k:
                end, k = following.close, following.close + 1
                continue
            if tokens[k].word.form in ("و", "،", ",", "...", ".") and k + 1 < len(tokens):
                following = clauses.sentence.quote_at(k + 1)
                if following is not None and following.open == k + 1:
                    k += 1
                    continue
            break
        return start, end, "direct", False

    def clause_content(self, clauses: Clauses, report: Report, j: int, later: list[Report]) -> tuple[int, int, str, bool]:
        """A clause after أن: to where the report ends; direct where it is one quotation."""
        tokens = clauses.tokens
        end = self.end_of_content(clauses, j + 1, later)
        k = j + 1
        if k < len(tokens) and tokens[k].word.form == ":":
            k += 1
        quote = clauses.sentence.quote_at(k) if k < len(tokens) else None
        if quote is not None and quote.open == k:
            rest = [t for t in tokens[quote.close + 1 : end] if t.word.is_word]
            if not rest:
                return quote.open + 1, quote.close, "direct", False
            return j, end, "mixed", False
        return j, end, self.mode(clauses, j, end), False

    def noun_content(self, clauses: Clauses, report: Report, j: int, later: list[Report]) -> tuple[int, int, str, bool] | None:
        """A noun phrase with all that hangs on it as content: دعا إلى …, أدان …"""
        end = self.end_of_content(clauses, j + 1, later, True)
        if end <= j:
            return None
        quote = clauses.sentence.quote_at(j)
        if quote is not None and quote.open == j and quote.close >= end - 1:
            return j + 1, min(quote.close, end), "direct", True
        return j, end, self.mode(clauses, j, end), True

    def mode(self, clauses: Clauses, start: int, end: int) -> str:
        for quote in clauses.sentence.quotes:
            if start <= quote.open and quote.close <= end and not self.name_in_quotes(clauses, quote.open, quote.close):
                return "mixed"
        return "indirect"

    def end_of_content(self, clauses: Clauses, start: int, later: list[Report], bare: bool = False) -> int:
        """Where reported words end: at the next cue of the same level, a turn of the sentence, or its end."""
        tokens = clauses.tokens
        cues = {r.first: r for r in later}
        j = start
        while j < len(tokens):
            quote = clauses.sentence.quote_at(j)
            if quote is not None and quote.open == j:
                j = quote.close + 1
                continue
            word = tokens[j].word
            comma_before = (
                tokens[j - 1].word.form in _COMMAS or tokens[j - 1].word.form in _CLOSING or tokens[j - 1].word.form == "؛"
            )
            report = cues.get(j)
            if report is not None:
                if report.kind == "participle" and (comma_before or j - start > 3):
                    return self.trim(clauses, j)
                if (
                    report.kind in ("source", "said")
                    and (comma_before or report.kind == "said" or report.rule != "according-to")
                    and j > start + 1
                ):
                    return self.trim(clauses, j)
                doubted = not bare and self.doubted(clauses, report)
                if report.kind == "verb" and not doubted and self.opens_clause(clauses, report, j, comma_before):
                    return self.trim(clauses, j)
            if comma_before and j > start + (not bare) and self.turns(clauses, j, later, bare):
                return self.trim(clauses, j)
            if "adversatives" in word.tags and j > start and any(j < r.i < j + 7 and r.kind == "verb" for r in later):
                return self.trim(clauses, j)
            j += 1
        return self.trim(clauses, len(tokens))

    def doubted(self, clauses: Clauses, report: Report) -> bool:
        """Whether a doubtful cue has no words of speech behind it, and so reports nothing: وأعادت خدمات الكهرباء."""
        if report.cue is None or not report.cue.doubtful:
            return False
        following = [t.word for t in clauses.tokens[report.i + 1 : report.i + 8]]
        return not any(w.form in _OPENING or w.form == ":" or "complementizers" in w.tags for w in following)

    def opens_clause(self, clauses: Clauses, report: Report, j: int, comma_before: bool) -> bool:
        """Whether a cue verb within reported words starts a report of its own."""
        verb = clauses.verbs[j]
        if verb.relative or verb.person.startswith("1"):
            return False
        if verb.conjunction == "و" and verb.past:
            return True
        before = clauses.tokens[j - 1].word
        if "complementizers" in before.tags:
            return False
        return comma_before and verb.past or "turns" in before.tags

    def turns(self, clauses: Clauses, j: int, later: list[Report], bare: bool) -> bool:
        """Whether a new main clause starts at token `j` behind a comma: فيما, في حين …, with a cue or a fresh subject."""
        word = clauses.tokens[j].word
        if any(tag == "asides" for tag, _ in clauses.spans.get(j, ())):
            return True
        if any(tag == "resumes" for tag, _ in clauses.spans.get(j, ())):
            return any(j < r.i < j + 4 and r.kind == "verb" for r in later)
        opener = "contrast" in word.tags or any(tag == "contrast" for tag, _ in clauses.spans.get(j, ()))
        if opener:
            return bare or any(j < r.i < j + 8 and r.kind == "verb" for r in later) or self.says_nothing(clauses, j)
        return False

    def says_nothing(self, clauses: Clauses, j: int) -> bool:
        """Whether the clause at token `j` tells that somebody did not speak: فيما لم تعلق طهران."""
        return any(
            j < i < j + 4 and verb.negated and any(self.lexicon.lemmas[r.lemma].cues for r in verb.readings)
            for i, verb in clauses.verbs.items()
        )

    def trim(self, clauses: Clauses, end: int) -> int:
        """Content without the punctuation and conjunctions at its end."""
        tokens = clauses.tokens
        while end > 0:
            word = tokens[end - 1].word
            if (
                not word.is_word
                and word.form not in (")", "%")
                and not (word.form in _CLOSING and clauses.sentence.quote_at(end - 1))
            ):
                end -= 1
            elif "trailing" in word.tags and word.form in self.trailing:
                end -= 1
            else:
                break
        return end

    # --- sources and quotations that run on

    def sourced(self, clauses: Clauses, report: Report, before: list[Said]) -> Said | None:
        """The sentence around وفق/بحسب and its source is what the source says, unless a cue reports it already."""
        tokens = clauses.tokens
        if before and before[-1].cue is not None and before[-1].cue[0] < report.first < before[-1].content[0]:
            return None
        if report.kind == "said":
            phrases = clauses.subject(report.i)
            speakers = self.speakers_of(clauses, phrases) if phrases else self.topic
            after = max((p.end for p in phrases or []), default=report.end)
        else:
            following = [p for p in clauses.phrases if p.start >= report.end - 1][:1] or [
                p for p in clauses.phrases if p.start <= report.end - 1 < p.end
            ]
            pronoun = tokens[report.end - 1].word.form.endswith(("ه", "ها", "هم")) and report.end - report.i > 1
            if pronoun:
                speakers, after = self.topic, report.end
            elif following and following[0].start <= report.end + 2:
                named = self.named_source(clauses, following[0])
                speakers = self.speakers_of(clauses, clauses.with_joined(named))
                after = named.end
            else:
                return None
        speakers = [s for s in speakers if s.kind != "state"] or speakers
        if not speakers:
            return None
        first = min((k for k in range(report.first) if tokens[k].word.is_word), default=report.first)
        lead = [k for k in range(first, report.first) if tokens[k].word.is_word]
        if len(lead) >= 4 and not self.opens_anew(clauses, report.first):
            start, end = first, self.trim(clauses, report.first)
            if before and any(s.content[0] < end and start < s.content[1] for s in before):
                inside = before[-1]
                if report.kind == "source" and inside.content[1] >= end:
                    return None
                return None
        else:
            start = after
            while (
                start < len(tokens)
                and (not tokens[start].word.is_word or "result_particles" in tokens[start].word.tags)
                and tokens[start].word.form not in _OPENING
            ):
                start += 1
            end = self.trim(clauses, len(tokens))
            reported = self.inner_content(clauses, start, end)
            if reported:
                start = reported
        if end - start < 2:
            return None
        return Said(clauses, speakers, self.mode(clauses, start, end), (report.i, report.end), (start, end), report.rule)

    def opens_anew(self, clauses: Clauses, i: int) -> bool:
        """Whether a source at token `i` stands before what it says: أنه وفقاً للوزارة …, … ووفقاً للوزارة …"""
        before = clauses.tokens[i - 1].word
        return "complementizers" in before.tags or before.is_word and any(c == "و" for c, _ in clauses.tokens[i].word.phrases)

    def named_source(self, clauses: Clauses, first: Phrase) -> Phrase:
        """The phrase that names the source, behind the name of its document: وفقاً لبيان صدر عن المجلس."""
        for phrase in clauses.phrases[clauses.phrases.index(first) :]:
            gap = clauses.tokens[first.end : phrase.start]
            if any(t.word.form in _COMMAS or "result_particles" in t.word.tags for t in gap) or phrase.start - first.start > 10:
                break
            if any(m.kind not in ("nisba", "place", "own") for m in phrase.mentions):
                return phrase
        return first

    def inner_content(self, clauses: Clauses, start: int, end: int) -> int:
        """Where what the source says opens with فإن behind more about the source; 0 where it does not."""
        for j in range(start, min(end, start + 14)):
            if "result_particles" in clauses.tokens[j].word.tags:
                return j
        return 0

    def running_quote(self, clauses: Clauses) -> Said | None:
        """A sentence that is one quotation goes on with the speech before it."""
        tokens = clauses.tokens
        words = [i for i, t in enumerate(tokens) if t.word.is_word]
        quotes = clauses.sentence.quotes
        if self.last is None or self.last.mode != "direct" or not quotes or not words:
            return None
        if quotes[0].open < words[0] and quotes[-1].close > words[-1] and len(words) > 4:
            return Said(clauses, self.last.speakers, "direct", None, (quotes[0].open + 1, quotes[-1].close), "running-quotation")
        return None


def same_voice(one: list[Entity], other: list[Entity]) -> bool:
    """Whether two statements have one speaker, or a speaker and his own state."""
    if not one or not other:
        return False
    return one[0] is other[0] or one[0].codes[:1] == other[0].codes[:1] != [] and "state" in (one[0].kind, other[0].kind)


def person_of(participle: str) -> str:
    """The person that a participle agrees with: مؤكداً 3ms, مؤكدة 3fs, مؤكدين 3mp."""
    if participle.endswith("ا"):
        return "3ms"
    return "3fs" if participle.endswith("ه") else "3mp"


def outermost(said: list[Said]) -> Said:
    """The last statement that stands within no other one of its sentence."""
    for one in reversed(said):
        if not any(o is not one and o.content[0] <= one.content[0] and one.content[1] <= o.content[1] for o in said):
            return one
    return said[-1]


def preposition(form: str, takes: tuple[str, ...]) -> str:
    """The preposition of `takes` that a form is, its spellings minded."""
    usual = usual_preposition(form)
    return usual if usual in takes else ""


def fits(who: list[Entity], person: str) -> bool:
    """Whether entities agree with a verb's person in gender and number, where both are known."""
    if len(who) > 1 or who[0].number in ("p", "d"):
        return person in AGREEING or person == "1p" or who[0].kind != "person"
    if person in AGREEING:
        return who[0].kind == "group" and person == "3mp"
    return person[1:2] == ("f" if who[0].feminine else "m") if person.startswith("3") else True
