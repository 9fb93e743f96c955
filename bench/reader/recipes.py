"""How the questions of each data set become examples."""
import dataclasses

NEAREST, NEAR, FAR = (0, 5), (0, 8), (4, 30)  # which of the best matches may stand as a passage without the answer


@dataclasses.dataclass(frozen=True)
class Recipe:
    """How the questions of one data set become examples; the first four are probabilities."""
    machine: float  # that it is read in Apertium's English
    titled: float  # that the article's title stands before the sentences
    negative: float  # that it is read with another passage as well
    random_negative: float = 0.12  # that this is any of the passages, not one that looks alike
    alike: tuple[int, int] = NEAR
    negative_weight: float = 0.8
    unanswerable_weight: float = 0.3  # of a question its own passage does not answer: its writer wanted it to look as if it did
    rounds: int = 1


WIKIPEDIA = Recipe(machine=0.35, titled=0.4, negative=0.5)
RECIPES = {
    "wiki": WIKIPEDIA,
    "qed": WIKIPEDIA,
    "selqa": WIKIPEDIA,
    # Its passages are alike, so that the nearest often hold an answer nobody marked.
    "policy": Recipe(machine=0, titled=0, negative=0.35, alike=FAR, negative_weight=0.5),
    "squad-es": Recipe(machine=1, titled=0, negative=0.6, random_negative=0, alike=NEAREST, rounds=2),
}
