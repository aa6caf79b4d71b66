"""What Mahdar codes by: PLOVER's types, CAMEO's codes, and the dossiers; data files, and the small code that reads them."""

from mahdar.ontology.cameo import Cameo, Coding, Root, load_cameo, plover_of, root_of
from mahdar.ontology.dossiers import Dossier, load_dossiers
from mahdar.ontology.plover import (
    Context,
    EventStatus,
    EventType,
    Mode,
    Plover,
    Quad,
    Reduction,
    Sector,
    load_plover,
    quad_of,
    reduce_future,
    score_of,
)

__all__ = [
    "Cameo",
    "Coding",
    "Context",
    "Dossier",
    "EventStatus",
    "EventType",
    "Mode",
    "Plover",
    "Quad",
    "Reduction",
    "Root",
    "Sector",
    "load_cameo",
    "load_dossiers",
    "load_plover",
    "plover_of",
    "quad_of",
    "reduce_future",
    "root_of",
    "score_of",
]
