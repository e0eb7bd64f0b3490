"""Why two records look like one person, in words: one sentence per comparison and level."""

from auditor.model.text import Text, say

SENTENCES: dict[tuple[str, str], Text] = {
    ("account", "same"): say("the same account"),
    ("account", "listed"): say("you listed both accounts as yours"),
    ("name", "full"): say("the same first name and surname"),
    ("name", "nickname"): say("the same surname, and a nickname of the same first name"),
    ("name", "initial"): say("the same first name and the same initial"),
    ("name", "initial_surname"): say("the same surname and the same initial"),
    ("name", "initials"): say("the same initials"),
    ("name", "swapped"): say("the same two names, in the other order"),
    ("name", "close"): say("nearly the same name"),
    ("name", "surname_only"): say("the same surname"),
    ("name", "given_only"): say("the same first name"),
    ("name", "surname_differs"): say("another surname"),
    ("name", "given_differs"): say("another first name"),
    ("name", "conflict"): say("another name"),
    ("handle", "exact"): say("the same handle"),
    ("handle", "rare"): say("the same handle, one that few people would choose"),
    ("handle", "derived"): say("the same handle, made from the name"),
    ("handle", "close"): say("nearly the same handle"),
    ("handle", "suffix"): say("the same handle with another ending"),
    ("contact", "email"): say("the same e-mail address"),
    ("contact", "phone"): say("the same phone number"),
    ("contact", "masked"): say("a half-hidden e-mail or number that fits"),
    ("declared", "mutual"): say("each page links to the other"),
    ("declared", "one_way"): say("one page links to the other"),
    ("declared", "fan"): say("one page links to the other, as an admirer’s might"),
    ("declared", "tag"): say("a friend’s tag leads straight to the account"),
    ("place", "same_town"): say("the same town"),
    ("place", "same_region"): say("the same region"),
    ("place", "near"): say("towns close to each other"),
    ("place", "frequented"): say("lives in a town where the other is shown"),
    ("place", "far"): say("towns far from each other"),
    ("place", "conflict"): say("different towns"),
    ("work", "employer_and_job"): say("the same employer and the same job"),
    ("work", "employer"): say("the same employer"),
    ("work", "job"): say("the same job"),
    ("work", "job_differs"): say("another job"),
    ("work", "conflict"): say("another employer and another job"),
    ("study", "school_and_year"): say("the same school in the same year"),
    ("study", "same_year"): say("the same school in the same year"),
    ("study", "school"): say("the same school"),
    ("study", "same"): say("the same school"),
    ("study", "conflict"): say("school years that do not fit together"),
    ("birth", "exact"): say("the same date of birth"),
    ("birth", "day_month"): say("the same birthday"),
    ("birth", "year"): say("the same year of birth"),
    ("birth", "compatible"): say("ages that fit together"),
    ("birth", "conflict"): say("ages that cannot be one person’s"),
    ("birth", "school_conflict"): say("school years that do not fit the age"),
    ("companions", "two"): say("the same two people nearby"),
    ("companions", "one_and_scene"): say("the same person nearby, in the same place and month"),
    ("companions", "one"): say("the same person nearby"),
    ("companion", "two"): say("the same two people nearby"),
    ("companion", "one"): say("the same person nearby"),
    ("scene", "place_and_day"): say("the same place on the same day"),
    ("scene", "place_and_month"): say("the same place in the same month"),
    ("group", "same"): say("the same group or club"),
    ("group", "acronym"): say("the same group, once by its initials"),
    ("belonging", "same"): say("the same object, with its make"),
    ("venue", "same"): say("the same venue"),
    ("activity", "same"): say("the same pastime"),
    ("activity", "instrument"): say("the same instrument"),
    ("picture", "same"): say("the same picture"),
    ("activity", "conflict"): say("another pastime where only one fits"),
}


def sentence(comparison: str, level: str, bits: float = 0.0) -> Text:
    """What the level says; a comparison that another package offers is said by its name."""
    known = SENTENCES.get((comparison, level))
    if known is not None:
        return known
    what, how = comparison.replace("_", " "), level.replace("_", " ")
    if bits < 0:
        return say("they differ in %(what)s (%(how)s)", what=what, how=how)
    return say("they agree in %(what)s (%(how)s)", what=what, how=how)
