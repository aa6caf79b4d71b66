"""Whether a verb, participle or pronoun agrees in gender and number with whom it may mean."""

from mahdar.coder.entities import Entity
from mahdar.coder.verbs import AGREEING


def agree(who: list[Entity], person: str) -> bool:
    """Whether those who are meant agree with a verb's person in number and gender, where both are known."""
    first = who[0]
    if person in AGREEING:
        return len(who) > 1 or first.number in ("p", "d") or first.kind == "group"
    if not person.startswith("3"):
        return True
    if len(who) > 1 or first.number in ("p", "d"):
        return first.kind != "person"
    return first.feminine == (person == "3fs")


def person_of(participle: str) -> str:
    """The person that a participle agrees with: مؤكداً 3ms, مؤكدة 3fs, مؤكدين 3mp."""
    if participle.endswith("ا"):
        return "3ms"
    return "3fs" if participle.endswith("ه") else "3mp"


def suits(entity: Entity, pronoun: str) -> bool:
    """Whether a pronoun of the third person can mean an entity."""
    if entity.kind == "group" or entity.number in ("p", "d"):
        return pronoun in ("هم", "هما", "ها", "هن")
    if pronoun == "ها":
        return entity.feminine
    if pronoun == "ه":
        return not entity.feminine
    return False
