"""The noun phrases of a sentence, with the preposition before each and the mentions in it."""

from typing import TYPE_CHECKING

import msgspec

from mahdar.coder.mentions import Mention
from mahdar.coder.tokens import QUOTES, Word

if TYPE_CHECKING:
    from mahdar.coder.clauses import Clauses

COMMAS = frozenset("،,-–")
MARKS = frozenset('«»“”"()[]')
_PLURALS = ("ون", "ين")
_CONSTRUCT = frozenset({"title", "person", "counterpart", "body", "people"})


class Phrase(msgspec.Struct, eq=False, gc=False):
    """A noun phrase: tokens `start` to `end`, its preposition, the mentions in it; `joined` to the one before by و."""

    start: int
    end: int
    prep: str
    prep_start: int
    joined: bool
    mentions: list[Mention]
    counted: bool = False  # opens with a number or quantity
    head: Mention | None = None  # the mention that opens the phrase (numbers and quantities before it passed over), if one does


def chunk(clauses: "Clauses") -> list[Phrase]:
    """The noun phrases of the sentence, in order."""
    phrases: list[Phrase] = []
    i, prep, prep_start = 0, "", -1
    tokens, mention_at, verbs, spans = clauses.tokens, clauses.mention_at, clauses.verbs, clauses.spans
    date_tokens, n = clauses.date_tokens, len(tokens)
    while i < n:
        word = tokens[i].word
        mention = mention_at.get(i)
        if mention is not None:
            clitics = mention.clitics
        elif word.nominal and i not in verbs and i not in date_tokens and i not in spans:
            clitics = word.clitics
        else:
            if not word.is_word:
                if word.form not in MARKS:
                    prep = ""
                i += 1
                continue
            owned = prep and any(n.pronoun for n in word.nouns)  # عن أمله, though آملة is spelled like it
            if i in verbs or word.participles and not owned:
                prep, i = "", i + 1
                continue
            if i in date_tokens or word.form == "و":
                i += 1
                continue
            agent = next((end for tag, end in spans[i] if tag == "agents"), None) if i in spans else None
            if agent is not None:
                prep, prep_start, i = "agent", i, agent
                continue
            aside = next((end for tag, end in spans[i] if tag == "adverbs"), None) if i in clauses.asides else None
            if aside is not None:
                i = aside
                continue
            if word.preposition:
                if word.form == "من" and i and tokens[i - 1].word.form in clauses.lexicon.grammar["each"]:
                    if phrases and phrases[-1].end == i:  # لكل من الوزير والسفير
                        each = phrases.pop()
                        prep, prep_start = each.prep, each.prep_start
                elif not ("numbers" in word.tags and i + 1 < n and counts(tokens[i + 1].word)):  # نحو 20 شخصا
                    prep, prep_start = word.preposition, i
                i += 1
                continue
            if word.outside:
                if not word.tags & {"demonstratives", "adverbs", "prepositions_with_pronoun"}:
                    prep = ""
                i += 1
                continue
            clitics = word.clitics
        end, mentions = phrase_end(clauses, i)
        own = clitics[-1] if clitics and clitics[-1] in "بلك" else ""
        k, apart = i - 1, False
        if k > 0 and (not tokens[k].word.is_word or tokens[k].word.form == "و"):
            while k > 0 and not tokens[k].word.is_word and tokens[k].word.form in MARKS:
                k -= 1
            apart = k > 0 and tokens[k].word.form == "و"  # a stray space or a quotation mark: فرنسا و«ألمانيا»
        joined = (clitics[:1] == "و" or apart) and i > 0 and not own
        here = own or prep
        if joined and not prep and phrases and phrases[-1].end >= (k if apart else i - 1) - 1:
            here = phrases[-1].prep
        elif (
            not here and i and tokens[i - 1].word.form in QUOTES and phrases and phrases[-1].end == i - 1 and is_body(phrases[-1])
        ):
            here = phrases[-1].prep  # لتلفزيون «إن بي سي»: the name of the one before
        counted = word.number or "numbers" in word.tags
        opened = bool(mentions) and mentions[0].kind != "nisba" and mentions[0].start <= i + counted
        head = mentions[0] if opened else None
        phrases.append(Phrase(i, end, here, prep_start if prep and not own else i, joined, mentions, counted, head))
        prep, prep_start, i = "", -1, end
    return phrases


def counts(word: Word) -> bool:
    """Whether a word is a number."""
    return word.number or "numbers" in word.tags


def like_plural(one: Word, other: Word) -> bool:
    """Whether two words are sound plurals without the article in the same case, so that the second describes the first."""
    ending = one.form[-2:]
    return ending in _PLURALS and other.form[-2:] == ending and not (one.definite or other.definite or one.tags or other.tags)


def is_body(phrase: Phrase) -> bool:
    """Whether a phrase ends with a noun for a body, which a name may follow."""
    return bool(phrase.mentions) and phrase.mentions[-1].kind == "body"


def phrase_end(clauses: "Clauses", i: int) -> tuple[int, list[Mention]]:
    """Where the phrase that starts at `i` ends, and the mentions in it."""
    tokens, mention_at, n = clauses.tokens, clauses.mention_at, len(clauses.tokens)
    verbs, date_tokens, asides = clauses.verbs, clauses.date_tokens, clauses.asides
    mention = mention_at.get(i)
    mentions: list[Mention] = []
    if mention is not None and mention.start == i:
        mentions.append(mention)
        j, complete, definite = mention.end, True, True
        if mention.number == "p" and j < n and like_plural(tokens[j - 1].word, tokens[j].word):
            inner = mention_at.get(j)
            j += inner is None or inner.kind != "nisba" and inner.end == j + 1  # برلمانيون محافظون: conservative, no governors
    else:
        word = tokens[i].word
        j, complete, definite = i + 1, False, word.definite or word.owned
    proper = mention is not None and mention.kind in ("person", "state", "capital", "nation", "org", "group", "place")
    named = mention is not None and mention.kind in ("state", "capital", "nation", "person")
    while j < n:
        word = tokens[j].word
        inner = mention_at.get(j)
        if not word.is_word:
            nested = mention_at.get(j + 1)
            if word.form in MARKS and not complete and nested is not None and nested.start == j + 1 and nested.kind != "nisba":
                j += 1
                continue
            break
        if inner is not None:
            if inner.clitics:
                break
            if inner.kind == "nisba":
                if named and word.form.endswith(_PLURALS):
                    break  # أجبرت إسرائيل | الفلسطينيين: a state has no adjective in the plural
                mentions.append(inner)
                definite, j = word.definite, inner.end
                continue
            if complete or inner.prep or definite and inner.kind in _CONSTRUCT and not word.definite:
                break  # على هامش الاجتماع | رئيس المفوضية: a definite noun owns nothing
            mentions.append(inner)
            complete, definite, j, proper = True, True, inner.end, True
            continue
        if word.apart or j in verbs or j in date_tokens or j in asides:
            break
        if word.definite:
            if (proper or complete) and not word.adjective or definite and word.nouns:
                break
            definite = True
        elif definite or complete:
            break
        j += 1
    return j, mentions
