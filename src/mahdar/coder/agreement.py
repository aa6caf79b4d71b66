"""Whether a verb, participle or pronoun agrees in gender and number with whom it may mean."""

from mahdar.coder.entities import Entity
from mahdar.coder.verbs import AGREEING


def fits(who: list[Entity], person: str) -> bool:
    """Whether entities agree with a verb's person in gender and number, where both are known."""
    if len(who) > 1 or who[0].number in ("p", "d"):
        return person in AGREEING or person == "1p" or who[0].kind != "person"
    if person in AGREEING:
        return who[0].kind == "group" and person == "3mp"
    return person[1:2] == ("f" if who[0].feminine else "m") if person.startswith("3") else True


def person_of(participle: str) -> str:
    """The person that a participle agrees with: مؤكداً 3ms, مؤكدة 3fs, مؤكدين 3mp."""
    if participle.endswith("ا"):
        return "3ms"
    return "3fs" if participle.endswith("ه") else "3mp"


def agree(who: list[Entity], person: str) -> bool:
    """Whether subjects and a verb's person agree in number and gender."""
    if person in AGREEING:
        return len(who) > 1 or who[0].number in ("p", "d") or who[0].kind == "group"
    if len(who) > 1:
        return True
    if person in ("3ms", "3fs"):
        return who[0].number != "p" and who[0].feminine == (person == "3fs") or who[0].kind == "group"
    return True


def suits(entity: Entity, pronoun: str) -> bool:
    """Whether a pronoun of the third person can mean an entity."""
    if entity.kind == "group" or entity.number in ("p", "d"):
        return pronoun in ("هم", "هما", "ها", "هن")
    if pronoun == "ها":
        return entity.feminine
    if pronoun == "ه":
        return not entity.feminine
    return False
