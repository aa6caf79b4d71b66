"""Event triggers in a sentence: which meaning of a verb, noun or phrase holds there."""

from collections.abc import Callable, Iterable, Iterator

from mahdar.coder.clauses import Clauses
from mahdar.coder.tokens import NounReading, Token, Word
from mahdar.coder.verbs import Verb
from mahdar.lexicon.entries import Trigger
from mahdar.lexicon.lexicon import Lexicon, NameUse

Folder = Callable[[str], str]
_WINDOW = 14  # words after a trigger within which its object may stand
_NEAR = 5  # words in which the kind of a meeting is told
_NONE: frozenset[str] = frozenset()
_RELATIVE = 4  # words of a relative clause that tell of its noun
_BEFORE = 5  # words before a relative verb among which what it describes stands
_AFTER = 4  # words after a preposition within which its noun may stand
# Types of what is done by words.
VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# Types of what is done, and not said, on one side.
DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "AID", "RETREAT"})


class Words:
    """A set of words and classes, ready to be looked for: single stems and sequences."""

    __slots__ = ("heads", "sequences", "singles")

    def __init__(self, names: Iterable[str], classes: dict[str, tuple[str, ...]], fold: Folder) -> None:
        singles: set[str] = set()
        sequences: list[tuple[str, ...]] = []
        for name in names:
            for member in classes.get(name[1:], ()) if name.startswith("@") else (fold(name),):
                parts = tuple(member.split())
                if len(parts) == 1:
                    singles.add(parts[0])
                elif parts:
                    sequences.append(parts)
        self.singles = frozenset(singles)
        self.sequences = tuple(sequences)
        self.heads = self.singles.union(parts[0] for parts in sequences)  # of which one must stand for anything to be found

    def find(self, tokens: list[Token], start: int, end: int) -> int | None:
        """The first token of `start` to `end` at which one of the words stands."""
        absent = self.heads.isdisjoint
        for j, token in enumerate(tokens[start:end], start):
            if absent(token.word.stems):
                continue
            stems = token.word.stems
            if not self.singles.isdisjoint(stems):
                return j
            for parts in self.sequences:
                if (
                    parts[0] in stems
                    and j + len(parts) <= end
                    and all(tokens[j + k].word.form == part for k, part in enumerate(parts) if k)
                ):
                    return j
        return None


class Condition:
    """The compiled conditions of one trigger."""

    __slots__ = ("after", "asked", "free", "modes", "not_after", "not_object", "object", "open", "subject", "unbarred")

    def __init__(self, trigger: Trigger, classes: dict[str, tuple[str, ...]], fold: Folder) -> None:
        self.object = Words(trigger.object, classes, fold)
        self.subject = Words(trigger.subject, classes, fold)
        self.not_object = Words(trigger.not_object, classes, fold)
        self.after = self.governed(trigger.after, classes, fold)
        self.not_after = self.governed(trigger.not_after, classes, fold)
        self.modes = [(mode, Words(names, classes, fold)) for mode, names in trigger.modes.items()]
        # words of which one must stand in the sentence for the entry to hold
        self.asked = self.object.heads.union(self.subject.heads, *[words.heads for _, words in self.after])
        self.free = not self.asked  # needs no object
        self.unbarred = not self.not_object.heads and not self.not_after  # nothing speaks against it
        self.open = self.free and self.unbarred

    @staticmethod
    def governed(table: dict[str, tuple[str, ...]], classes: dict[str, tuple[str, ...]], fold: Folder) -> list[tuple[str, Words]]:
        """Words by the preposition before them."""
        return [(preposition, Words(names, classes, fold)) for preposition, names in table.items()]


class Fired:
    """A trigger that holds at token `i`; `used` are the tokens of its object, which fire no event of their own.

    `carrier`: where the light verb stands that carries its noun, once that is known.
    """

    __slots__ = ("carrier", "end", "entry", "i", "noun", "participle", "phrase", "used")

    def __init__(self, i: int, end: int, entry: int, noun: NounReading | None, used: int | None, phrase: bool = False) -> None:
        self.i = i
        self.end = end
        self.entry = entry
        self.noun = noun
        self.used = used
        self.phrase = phrase
        self.participle = False
        self.carrier: int | None = None


class TriggerFinder:
    """Finds the triggers of a sentence."""

    def __init__(self, lexicon: Lexicon, fold: Folder) -> None:
        self.lexicon = lexicon
        self.phrases: dict[str, dict[str, list[NameUse]]] = {}
        for first, uses in lexicon.phrases.items():
            for use in uses:
                if use.kind == "trigger":
                    self.phrases.setdefault(first, {}).setdefault(use.rest[0] if use.rest else "", []).append(use)
        self.seconds = {first: frozenset(group) for first, group in self.phrases.items()}
        self.conditions = [Condition(t, lexicon.classes, fold) for t in lexicon.triggers]
        self.asked = frozenset[str]().union(*[condition.asked for condition in self.conditions])
        # the triggers that a reporting participle stands for: those of the verbs of its cue
        self.of_cue: list[set[int]] = [set() for _ in lexicon.cues]
        for lemma in lexicon.lemmas:
            for cue in lemma.cues:
                self.of_cue[cue].update(lemma.triggers)

    def find(self, clauses: Clauses) -> list[Fired]:
        """The triggers that hold in a sentence, in order; for each word the first entry whose conditions hold."""
        out: list[Fired] = []
        taken: set[int] = set()
        for i in clauses.telling:
            if i in taken or "trigger" not in clauses.tokens[i].word.kinds:
                continue
            fired = self.at(clauses, i)
            if fired is not None:
                out.append(fired)
                taken.update(range(fired.i, fired.end))
        used = {f.used: self.lexicon.triggers[f.entry].type for f in out if f.used is not None}
        return [f for f in out if f.i not in used or f.i in clauses.verbs or self.put_down(f, used[f.i])]

    def put_down(self, fired: Fired, by: str) -> bool:
        """Whether a noun names a protest that force is used against: it took place, whatever was done about it."""
        return by in ("COERCE", "ASSAULT") and self.lexicon.triggers[fired.entry].type == "PROTEST"

    def at(self, clauses: Clauses, i: int) -> Fired | None:
        word = clauses.tokens[i].word
        phrase = self.phrase(clauses, i) if "trigger phrase" in word.kinds else None
        if phrase is not None:
            return phrase
        verb = clauses.verbs.get(i)
        if verb is not None and not self.doubtful(clauses, verb):
            lemmas = self.lexicon.lemmas
            first = lemmas[verb.readings[0].lemma]
            for reading in verb.readings:
                lemma = lemmas[reading.lemma]
                if first.cues and lemma.past != first.past:
                    continue
                if reading.tag[0] in "PI" and len(word.form) < 4 and word.rank is not None and not word.passive:
                    continue  # دين, حكم: rather the noun
                for entry in lemma.triggers:
                    holds = self.holds(clauses, i, entry, i + 1)
                    if holds is not None:
                        return Fired(i, i + 1, entry, None, holds if holds >= 0 else None)
            return None
        if word.participles and (fired := self.participle(clauses, i)) is not None:
            return fired
        mention = clauses.mention_at.get(i)
        if mention is not None and mention.kind not in ("body", "people", "nisba"):
            return None
        found: Fired | None = None
        for noun in word.nouns:
            if noun.use.kind != "trigger" or found is not None and noun.use.entry > found.entry or self.is_word(word, noun):
                continue
            holds = self.holds(clauses, i, noun.use.entry, i + 1)
            if holds is not None:
                found = Fired(i, i + 1, noun.use.entry, noun, None)
        return found

    def further(self, clauses: Clauses, fired: Fired) -> Fired | None:
        """The next deed that a verb may mean, where what it means first tells of nothing: وصلت تعزيزات is no visit."""
        i = fired.i
        if fired.phrase or fired.participle or i not in clauses.verbs:
            return None
        entries = {t for r in clauses.verbs[i].readings for t in self.lexicon.lemmas[r.lemma].triggers if t > fired.entry}
        for entry in sorted(entries):
            holds = self.holds(clauses, i, entry, i + 1) if self.lexicon.triggers[entry].type in DEEDS else None
            if holds is not None:
                return Fired(i, i + 1, entry, None, holds if holds >= 0 else None)
        return None

    def doubtful(self, clauses: Clauses, verb: Verb) -> bool:
        """Whether a verb in the dual has no two to be its subject: سافرا as an adverb."""
        if not verb.past or verb.person not in ("3md", "3fd") or verb.conjunction:
            return False
        subject = clauses.subject(verb.i) or []
        return len(subject) < 2 and not any(
            p.head is not None and (p.head.kind == "dual" or p.head.number == "d") for p in subject
        )

    def is_word(self, word: Word, noun: NounReading) -> bool:
        """Whether a form that could be clitic and noun is rather a word of its own (بحث, not بـ and حث)."""
        if not noun.proclitics or word.rank is None or noun.definite:
            return False
        rest = self.lexicon.common.get(word.form[len(noun.proclitics) :])
        return rest is None or rest > word.rank

    def participle(self, clauses: Clauses, i: int) -> Fired | None:
        """A participle that tells what somebody did by speaking: …، مطالباً إيران بوقف الهجمات."""
        word = clauses.tokens[i].word
        before = clauses.tokens[i - 1].word if i else None
        if before is not None and before.is_word and not (word.form.endswith("ا") and "prepositions" not in before.tags):
            return None
        after = next((p.prep or "object" for p in clauses.phrases if p.start > i), "")
        entries = {t for cue in word.participles for t in self.of_cue[cue]}
        for entry in sorted(entries, key=lambda t: (after not in self.lexicon.triggers[t].recipient, t)):
            spoken = self.lexicon.triggers[entry].type in VERBAL
            holds = self.holds(clauses, i, entry, i + 1) if spoken else None
            if holds is not None:
                fired = Fired(i, i + 1, entry, None, holds if holds >= 0 else None)
                fired.participle = True
                return fired
        return None

    def phrase(self, clauses: Clauses, i: int) -> Fired | None:
        """A fixed phrase that starts at token `i`; one that opens with a verb matches all its forms."""
        best: Fired | None = None
        tokens = clauses.tokens
        starts = [base for _, base in tokens[i].word.phrases]
        verb = clauses.verbs.get(i)
        if verb is not None:
            starts.extend([self.lexicon.lemmas[r.lemma].past for r in verb.readings])
        following = tokens[i + 1].word.stems if i + 1 < len(tokens) else _NONE
        going = [s for s in starts if (seconds := self.seconds.get(s)) and ("" in seconds or not seconds.isdisjoint(following))]
        for start in dict.fromkeys(going) if going else ():
            for use in self.phrases_at(start, following):
                if best is not None and i + 1 + len(use.rest) <= best.end:
                    continue
                end = i + 1 + len(use.rest)
                if end <= len(tokens) and all(
                    rest == tokens[i + 1 + k].word.form or rest in tokens[i + 1 + k].word.stems for k, rest in enumerate(use.rest)
                ):
                    if use.number == "v" and (verb is not None or i not in clauses.verbs):
                        if self.holds(clauses, i, use.entry, end, True) is not None:
                            best = Fired(i, end, use.entry, None, None, True)
                    elif use.number == "n" and self.holds(clauses, i, use.entry, end) is not None:
                        best = Fired(i, end, use.entry, None, None, True)
        return best

    def phrases_at(self, start: str, following: frozenset[str]) -> Iterator[NameUse]:
        """The phrases that open with a word and go on with another, in any of its forms."""
        group = self.phrases[start]
        for stem in sorted(following & self.seconds[start]):
            yield from group[stem]
        yield from group.get("", ())

    def holds(self, clauses: Clauses, i: int, entry: int, start: int, phrase: bool = False) -> int | None:
        """The token of the object where the conditions of an entry hold, -1 where it has none, None where they fail."""
        condition = self.conditions[entry]
        if condition.open or phrase and condition.unbarred:
            return -1
        if not phrase and not condition.free and condition.asked.isdisjoint(clauses.asked):
            return None
        end = clauses.windows.get((i, start))
        if end is None:
            end = clauses.clause_end(i, content=False)
            if end > start + _WINDOW:  # else no name with its title makes it fewer words
                end = min(reach(clauses, start, _WINDOW), end)
            if i not in clauses.verbs and end < len(clauses.tokens) and "true_relatives" in clauses.tokens[end].word.tags:
                end = min(end + _RELATIVE, len(clauses.tokens))  # الاتفاق الذي أبرمته تركيا
            clauses.windows[i, start] = end
        at = -1 if phrase or condition.free else self.object(clauses, condition, start, end)
        if at is None and condition.subject.heads and self.done_by(clauses, i, condition.subject):
            at = -1
        if at is None and condition.object.heads and self.described(clauses, i, condition.object):
            at = -1
        return None if at is None or not condition.unbarred and self.barred(clauses, condition, start, end) else at

    def object(self, clauses: Clauses, condition: Condition, start: int, end: int) -> int | None:
        """The token between `start` and `end` at which a word stands that the condition asks for."""
        tokens = clauses.tokens
        if condition.object.heads:
            at = condition.object.find(tokens, start, end)
            if at is not None and not (at > start and condition.after and tokens[at - 1].word.preposition):
                return at
        for preposition, words in condition.after:
            if words.heads.isdisjoint(clauses.asked):
                continue
            at = self.behind(clauses, start, end + 4, preposition, words)
            if at is not None:
                return at
        return None

    def done_by(self, clauses: Clauses, i: int, words: Words) -> bool:
        """Whether one of the words stands in the subject of the verb at `i`: المحتجون أغلقوا الميناء."""
        subject = clauses.subject(i) or [] if i in clauses.verbs else []
        return any(words.find(clauses.tokens, phrase.start, phrase.end) is not None for phrase in subject)

    def described(self, clauses: Clauses, i: int, words: Words) -> bool:
        """Whether what the verb at `i` was done to stands before it, described by it: العلاقات التي قطعتها واشنطن."""
        verb = clauses.verbs.get(i)
        if verb is None or not verb.relative or not (verb.pronoun or verb.passive):
            return False
        return words.find(clauses.tokens, max(0, i - _BEFORE), i) is not None

    def barred(self, clauses: Clauses, condition: Condition, start: int, end: int) -> bool:
        """Whether a word stands there with which the entry does not hold."""
        if condition.not_object.heads and condition.not_object.find(clauses.tokens, start, min(end, start + 6)) is not None:
            return True
        return any(self.behind(clauses, start, end, prep, words) is not None for prep, words in condition.not_after)

    def behind(self, clauses: Clauses, start: int, end: int, preposition: str, words: Words) -> int | None:
        """The token behind a preposition, between `start` and `end`, at which one of the words stands."""
        governed = clauses.governed_from
        if not governed:
            for phrase in clauses.phrases:
                governed.setdefault(phrase.prep, []).append(phrase.start)
        for first in governed.get(preposition, ()):
            if start <= first < end:
                at = words.find(clauses.tokens, first, min(first + _AFTER, len(clauses.tokens)))
                if at is not None:
                    return at
        return None

    def mode(self, clauses: Clauses, fired: Fired, end: int) -> str | None:
        """The mode that the first such word in the trigger's own stretch sets, else the entry's."""
        trigger = self.lexicon.triggers[fired.entry]
        stop = max(end, fired.end)
        if trigger.type == "CONSULT":
            stop = min(stop, reach(clauses, fired.i, _NEAR))
            margins = self.lexicon.grammar["margins"]  # لقاء على هامش القمة is no summit
            stop = next((j for j in range(fired.i, stop) if clauses.tokens[j].word.form in margins), stop)
        found: list[tuple[int, str]] = []
        for mode, words in self.conditions[fired.entry].modes:
            at = words.find(clauses.tokens, fired.i, stop)
            if at is not None:
                found.append((at, mode))
        return min(found)[1] if found else trigger.mode


def reach(clauses: Clauses, start: int, words: int) -> int:
    """The token that lies a number of words from `start`, a name with its title counted as one word."""
    forms, mention_at, dates, j = clauses.words, clauses.mention_at, clauses.date_tokens, start
    while j < len(forms) and words:
        words -= forms[j].is_word and j not in dates
        mention = mention_at.get(j)
        j = mention.end if mention is not None else j + 1
    return j
