"""What stands behind a name and tells who its bearer is: a title, an office, the state or body he belongs to."""

from mahdar.coder.mentions import Mention
from mahdar.coder.phrases import COMMAS
from mahdar.coder.titles import TitleReader
from mahdar.coder.tokens import STOPS, Token

_PAUSES = frozenset("،,–-.")
_REACH = 14  # words behind a name within which it is told whose its bearer is
_OVER = frozenset({"complementizers", "true_relatives", "clause_openers", "subject_pronouns"})


class AppositionReader(TitleReader):
    """Reads what stands in apposition to a name."""

    def apposition(self, tokens: list[Token], mention: Mention) -> None:
        """A title right behind a person's name tells the office and the state: دوري جولد مدير عام وزارة الخارجية الاسرائيلية."""
        self.titles_behind(tokens, mention)
        if mention.name_entry is None and not mention.codes:
            self.bearings(tokens, mention)

    def titles_behind(self, tokens: list[Token], mention: Mention) -> None:
        """Take in the titles behind a name, with or without a comma."""
        i = mention.end
        if i < len(tokens) and tokens[i].word.form in ("،", ",", "–", "-"):
            i += 1
            if i < len(tokens) and "who_is" in tokens[i].word.tags:
                i += 1
        joined = ""
        while i < len(tokens):
            match = self.match(tokens, i)
            if match is None or match[0] != joined or match[1].kind not in ("title", "people") or match[1].number != "s":
                return
            if joined and not (match[1].rest and tokens[i].word.definite):
                return
            title = self.simple(match[1], i, i + 1 + len(match[1].rest))
            self.extend_inner(tokens, title)
            if self.of_another_state(mention, title):
                return
            set_off = title.end < len(tokens) and tokens[title.end].word.form in _PAUSES
            if i > mention.end and not title.codes and not (set_off and title.end - i > 1):
                return
            if title.end < len(tokens) and (
                self.known_person(tokens, title.end) or i == mention.end and self.name_end(tokens, title.end, 2)
            ):
                return  # the title is another person's, who stands behind it
            mention.office = mention.office or title.office
            mention.codes = mention.codes or title.codes
            mention.end = i = title.end
            joined = "و" if i < len(tokens) and tokens[i].word.form.startswith("وال") else ""

    def of_another_state(self, mention: Mention, title: Mention) -> bool:
        """Whether a title behind a name belongs to another state than the one named: … حسن نصر الله وزير الخارجية الإيراني."""
        if not title.codes:
            return False
        if mention.codes:
            return mention.codes[0] != title.codes[0]
        if mention.name_entry is None:
            return False
        own = self.lexicon.persons[mention.name_entry].code
        return own != title.codes[0] and len(own) == len(title.codes[0]) == 3  # an envoy of a body may be of any state

    def bearings(self, tokens: list[Token], mention: Mention) -> None:
        """Whose the bearer of an unknown name is, by what stands behind it: فلان، رئيس اتحاد الغرف الألمانية، …"""
        assert mention.name is not None
        i = mention.name[1]
        if i < len(tokens) and tokens[i].word.form in COMMAS:
            i += 1
            if i < len(tokens) and "who_is" in tokens[i].word.tags:
                i += 1
        if i >= len(tokens) or not self.describes(tokens, i):
            return
        for j in range(i, min(len(tokens), i + _REACH)):
            word = tokens[j].word
            if not word.is_word:
                if word.form in COMMAS or word.form in STOPS:
                    break
                continue
            if not _OVER.isdisjoint(word.tags) or word.says:
                break
            code = self.bearing(tokens, j)
            if code is None:
                break
            if code:
                mention.codes = [code]
                break
        mention.told = (i, j)

    def describes(self, tokens: list[Token], i: int) -> bool:
        """Whether a noun for a person, without his name, stands at token `i`."""
        match = self.match(tokens, i)
        if match is None or match[0] or match[1].number != "s":
            return False
        return match[1].kind in ("title", "people")

    def bearing(self, tokens: list[Token], j: int) -> str | None:
        """The state or body that the word at `j` tells, "" for none; None where somebody else is named."""
        match = self.match(tokens, j)
        if match is None:
            return ""
        use = match[1]
        if use.kind in ("person", "short"):
            return None
        before = [t.word for t in tokens[max(0, j - 2) : j]]
        if any(not w.stems.isdisjoint(self.lexicon.grammar["fields_of_study"]) for w in before):
            return ""
        if use.kind == "place":
            return self.lexicon.places[use.entry][0].country or ""
        inner = self.simple(use, j, j + 1 + len(use.rest))
        return inner.codes[0] if inner.codes else ""
