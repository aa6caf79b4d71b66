"""The coder: one article in, its minutes out. No file, no network, nothing kept; the same input gives the same output."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from mahdar.coder import article as cleaning
from mahdar.coder.clauses import Clauses
from mahdar.coder.contexts import ContextFinder
from mahdar.coder.coreference import Cast
from mahdar.coder.dates import DateGrammar
from mahdar.coder.dossiers import DossierFinder
from mahdar.coder.pledges import PledgeWords
from mahdar.coder.recogniser import Recogniser
from mahdar.coder.said import Said
from mahdar.coder.sentences import Sentence, split
from mahdar.coder.stances import StanceWords
from mahdar.coder.statements import StatementReader
from mahdar.coder.tense import in_tense
from mahdar.coder.tokens import Analyser
from mahdar.coder.triggers import TriggerFinder
from mahdar.languages.language import Language
from mahdar.lexicon.lexicon import Lexicon, Spot
from mahdar.minutes import Article, Minutes

if TYPE_CHECKING:
    from mahdar.coder.happenings import Dropped


class RawArticle(msgspec.Struct, frozen=True):
    """An article as it comes in: text as published, anything else that is known about it."""

    text: str
    id: str | None = None
    title: str = ""
    published: str | None = None
    source: str | None = None
    url: str | None = None


class Reading:
    """An article read: sentences with their grammar, the cast, the statements."""

    def __init__(self, article: Article, coder: "Coder") -> None:
        self.article = article
        self.lexicon = coder.lexicon
        text = article.text
        self.published = datetime.date.fromisoformat(article.published) if article.published else None
        self.sentences: list[Sentence] = split(text, coder.analyser)
        if not article.title:
            for sentence in self.sentences:
                sentence.title = False
        recogniser = Recogniser(coder.lexicon, coder.analyser)
        order = in_reading_order(self.sentences)
        mentions, known = {}, {}
        for sentence in order:
            mentions[sentence.index] = recogniser.find(sentence)
            known[sentence.index] = len(recogniser.firsts)
        for sentence in order:  # once more where a name that was met later may stand
            if recogniser.news(sentence, known[sentence.index]):
                mentions[sentence.index] = recogniser.find(sentence)
        self.dates = coder.dates.find(text, self.published)
        written = coder.dates.written(text, self.dates, self.published)
        if written != self.published:
            self.published, self.dates = written, coder.dates.find(text, written)
        self.clauses = [Clauses(s, mentions[s.index], coder.analyser, self.dates) for s in order]
        for clauses in self.clauses:
            clauses.dates = in_tense(clauses, self.published)
        self.cast = Cast(coder.analyser, text, recogniser.learned, article.published)
        for clauses in self.clauses:
            self.cast.weigh(clauses.mentions, clauses.sentence.title)
        body = [clauses for clauses in self.clauses if not clauses.sentence.title] or self.clauses
        for clauses in body[:1]:
            self.cast.weigh_dateline(clauses)
        reader = StatementReader(self.cast)
        self.said: list[Said] = []
        for clauses in self.clauses:
            for mention in clauses.mentions:
                if mention.kind not in ("nisba", "place"):
                    self.cast.resolve(clauses, mention)
            self.said.extend(reader.read(clauses))
        self.topics = reader.topics
        self.cast.settle()


class Coder:
    """Turns articles of one language into minutes. Holds the lexicon and the analysed word forms, nothing of an article."""

    def __init__(self, language: Language, lexicon: Lexicon) -> None:
        self.language = language
        self.lexicon = lexicon
        self.triggers = TriggerFinder(lexicon, language.fold)
        self.analyser = Analyser(language, lexicon, self.triggers.asked.union(lexicon.grammar["gatherings"]))
        self.dates = DateGrammar(lexicon.dates)
        self.pledges = PledgeWords(lexicon, language.fold)
        self.stances = StanceWords(lexicon, language.fold)
        self.dossiers = DossierFinder(lexicon, language)
        self.contexts = ContextFinder(lexicon, language)
        self.capitals = self.spots_of_capitals()

    def spots_of_capitals(self) -> dict[str, Spot]:
        """The place of each state's capital."""
        found: dict[str, Spot] = {}
        for state in self.lexicon.states:
            for name in state.capital:
                first, *rest = self.language.fold(name).split()
                for use in self.lexicon.names.get(first, ()):
                    if use.kind == "place" and use.rest == tuple(rest):
                        spots = [s for s in self.lexicon.places[use.entry] if s.country == state.code]
                        if spots:
                            found.setdefault(state.code, spots[0])
        return found

    def article(self, raw: RawArticle) -> Article:
        """The article cleaned and identified."""
        title, text, published = cleaning.clean(
            raw.title, raw.text, cleaning.valid_day(raw.published), self.lexicon.furniture, self.dates
        )
        return Article(
            id=cleaning.identity(raw.id, raw.url, text),
            title=title,
            published=published,
            source=raw.source,
            url=raw.url,
            language=self.language.code,
            text=text,
        )

    def read(self, article: Article) -> Reading:
        return Reading(article, self)

    def code(self, raw: RawArticle) -> Minutes:
        """The minutes of an article."""
        from mahdar.coder.writing import write

        return write(self.read(self.article(raw)), self)

    def explain(self, raw: RawArticle) -> "tuple[Minutes, list[Dropped]]":
        """The minutes of an article, and the triggers that were considered and dropped, in the order of the text."""
        from mahdar.coder.writing import Writer

        writer = Writer(self.read(self.article(raw)), self)
        minutes = writer.write()
        return minutes, sorted(writer.dropped, key=lambda d: (d.start, d.end, d.rule))


def in_reading_order(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Body first, headline last: the headline abridges what the body says in full."""
    return sorted(sentences, key=lambda s: (s.title, s.index))
