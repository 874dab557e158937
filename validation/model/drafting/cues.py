"""The English words by which a numeral is told; in another language a draft rests on digits, units and dates alone."""

from __future__ import annotations

import re
from re import Pattern


def _alone(words: str, *, before: str = "", behind: str = "") -> Pattern[str]:
    """Any of some words, parted by spaces, a space within one as "_"; upper and lower case are one."""
    choices = "|".join(word.replace("_", r"\s+") for word in words.split())
    return re.compile(rf"{before}\b(?:{choices})\b{behind}", re.IGNORECASE)


def _at_end(words: str) -> Pattern[str]:
    """Some words that a text ends with."""
    return _alone(words, behind=r"\s+\Z")


# Of what is left out.
PAIR = _at_end("the these those both between its their our")
NOUN = re.compile(r"\s+(?!(?:of|and|or|to)\b)[a-z]")
SMALL = _alone("two three four five six seven eight nine ten")
PARTS_OF_ARGUMENTS = _alone(
    "aspects? arguments? benefits? categor(?:y|ies) challenges? components? concerns? conditions? criteri(?:on|a) "
    "dimensions? examples? factors? features? findings? forms? goals? hypothes[ei]s ideas? implications? issues? "
    "kinds? lessons? limitations? methods? objectives? options? phases? points? possibilit(?:y|ies) principles? "
    "priorit(?:y|ies) problems? questions? reasons? respects? scenarios? senses? sides? sorts? stages? steps? "
    "strands? strateg(?:y|ies) tasks? themes? theor(?:y|ies) things? topics? types? ways? weakness(?:es)?",
    before=r"[\s-]+(?:[\w-]+\s+){0,2}?",
)
TOLD_FROM_NOW = _at_end("past last previous next coming recent first following")
SPAN = re.compile(
    r"[\s-]+(?:years?|months?|weeks?|days?|decades?|centur(?:y|ies)|hours?|minutes?|quarters?)\b"
    r"(?:\s+(?P<away>ago|earlier|before|previously|prior|from now|hence)\b)?",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"\b(?:low|lowest|high|highest|best|worst|biggest|largest|smallest|steepest)\b.{0,30}\b(?:in|for)\s+\Z",
    re.IGNORECASE,
)
AGED = re.compile(r"[\s-]+years?[\s-]olds?\b", re.IGNORECASE)
CLOCK = re.compile(r"\d{1,2}(?::\d\d)+\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?", re.IGNORECASE)
OF_ACCOUNTS = re.compile(r"\b(?:Q[1-4]|[1-4]Q|H[12]|FY|quarter|half|fiscal)\b|\b(?:Q[1-4]|FY)\d", re.IGNORECASE)
UP_TO = _alone("as_of as_at by until end_of ended ending through", behind=r"\s+(?:the\s+)?\Z")
ENDED = re.compile(r"[.?!:;,][”’\"')\]]*\Z")
DETERMINED = _at_end("a an the this its his her their")

# Of dates.
LATER = re.compile(
    r"[\s\u00a0-](?P<unit>year|decade)s?\b(?:,?\s+(?P<way>later|after|before|earlier)\b)?", re.IGNORECASE
)
FORWARD = _at_end("fast_forward")
PART_OF_DECADE = re.compile(r"\b(?:the\s+)?(?:(?:early|mid|late|very)[\s-]+)?\Z", re.IGNORECASE)
PARTS = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}
DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
_CAPITALIZED = r"[A-Z][\w’'-]+"
NAMED = re.compile(rf"\s+({_CAPITALIZED}(?:\s+(?:(?:of|the|and|for|on|de)\s+){{0,2}}{_CAPITALIZED})*)")
OPENING = re.compile(r"^(?:[\s,;:–-]|\b(?:and|but|that|which|when|while|then|so|because)\b)+", re.IGNORECASE)
PREPOSITION = re.compile(
    r"\b(?:in|on|by|since|from|until|after|before|during|around|of|at|as of)?\s*(?:the|a|an|early|mid|late)?\s*\Z",
    re.IGNORECASE,
)

# Of numbers.
CHANGED = _alone(
    "rose risen rising rise grew grown grow growing growth increas\\w* surg\\w* jump\\w* climb\\w* gain\\w* "
    "up(?!_to\\b) fell fallen falling fall declin\\w* dropp\\w* drop decreas\\w* plung\\w* shrank shrunk down "
    "slid slump\\w* tumbl\\w*",
    behind=r"(?:\s+(?:by|to|about|around|nearly|almost|over|some|more|than|another|further|of|an|a))*\s*\Z",
)
CHANGED_BY = _alone(
    "rose risen rising rise grew grown growing growth increas\\w* fell fallen falling fall declin\\w* dropp\\w* drop "
    "decreas\\w* reduc\\w* shrank shrunk slid slump\\w* up down",
    behind=r"\s+by(?:\s+(?:about|around|nearly|almost|over|some|more|less|than|a|an))*\s*\Z",
)
CHANGE = re.compile(r"\s+(?:growth|increase|rise|fall|drop|decline)\b", re.IGNORECASE)
TO_DATE = _alone("so_far_this_year this_year(?:\\s+so\\s+far|\\s+alone)? year[-\\s]to[-\\s]date to_date")
LAST_YEAR = _alone("last_year the_previous_year")
_WORD = r"[A-Z][\w’'.&-]*+"
_NAME = rf"{_WORD}(?:\s+(?:(?:of|the|and|for|de|van)\s+){{0,2}}{_WORD}){{0,7}}"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SAID = "said|says|say|reported|reports|estimated|estimates|found|finds|showed|shows|claimed|claims|told"
ACCORDING = re.compile(
    rf"[Aa]ccording to (?:the |its |their )?((?:an? )?(?:\d{{4}} )?(?:{_NAME}|[\w’' -]{{3,50}}?))(?=,|\.|;|$)"
)
SAYS = re.compile(rf"(?!(?:An?|The|Some)\s+(?:{_SAID})\b)(?!(?:{_DAYS}|{_MONTHS})\b)\b({_NAME})\s+(?:{_SAID})\b")
FORECAST = _alone(
    "will would could may might plans? planned planning expected expects? forecasts? target\\w* aims? intends? "
    "preparing project(?:ed|ions?|s) predict\\w* supposed likely_to"
)
FORECAST_BEHIND = re.compile(r"(?:\s+[\w-]+){0,3}\s+(?:will|would|could|may|might)\b", re.IGNORECASE)
ESTIMATE = _alone("estimat\\w* reckon\\w* approximat\\w*")
RUMORS = re.compile(r"\b(rumou?rs)\b", re.IGNORECASE)
RUMOR = _alone("rumou?r\\w* alleged\\w* reportedly unconfirmed")

# Of what the register lacks: a thing in the plural, what a number is of, what stands between a name and its number, and
# where something is. A month after "in" is no place.
PLURAL = re.compile(r"[^\W\d_][\w’'-]{2,}(?<![su’'])s", re.IGNORECASE)
OF = re.compile(r"\s+of\s+(?:(?:the|a|an|its|their|all)\s+)?(?=[^\W\d_])", re.IGNORECASE)
QUALIFIED = _alone(
    "about around nearly almost over under above below some more less than at least most up to by of a an the was were "
    "is are has had have been be for in or another stayed stood reached hit hitting reaching fell rose totall?ed "
    "totall?ing between from amount(?:s|ed)? came comes represent(?:s|ed)? remain(?:s|ed)? cross(?:es|ed) topped "
    "exceed(?:s|ed|ing)? touch(?:es|ed) recorded registered posted achiev(?:es|ed) saw sees estimat(?:es|ed) looks "
    "looked like only just still also now worth used increas(?:es|ed) decreas(?:es|ed) declined dropped grew climbed "
    "jumped surged gained lost",
    behind=r"\W*\Z",
)
WHERE = _alone(
    "in from at across throughout among between on during to over is are was were has have had stood stands stayed "
    "fell rose grew which that who whose"
)
REPORTED = re.compile(rf"\A.*\b(?:{_SAID})\b(?:\s+that\b)?", re.IGNORECASE)
PLACE = re.compile(
    rf"\b(?:in|at|near|across|throughout)\s+(?:the\s+)?"
    rf"((?!(?:{_MONTHS})\b){_CAPITALIZED}(?:[ \u00a0]{_CAPITALIZED}){{0,3}})"
)

# Of what is counted: what ends the words of a group, what says nothing, and what names nothing by itself.
END_OF_GROUP = re.compile(
    r"[,.;:()\[\]“”\"!?\t]|\s[-–—]\s|\b(?:of|in|to|for|by|from|that|who|which|with|on|at|or|as|than|were|was|is|are|has|"
    r"have|had|will|would|lived|so|up|down|out|over|under|above|below|relative|compared|against|per|each|every|while|when|"
    r"where|since|until|after|before|during|between|higher|lower|more|less|fewer|later|earlier|ago|previously|now|then|"
    r"also|still|already|could|may|might|an?)\b"
)
COMMON = frozenset(
    re.findall(
        r"\w+",
        "a about an and are as at be been but by for from had has have her his in into is it its more not number "
        "numbers of on one or over share than that the their these they this those to total was were which who will "
        "with would",
    )
)
NAMELESS = COMMON | frozenset(
    re.findall(
        r"\w+",
        "there here then than when where while whose whom what how why also only just still even already now "
        "today yesterday tomorrow yet so such some any each every both few many most much other others "
        "another same him me us you i them if because since until after before during between against about "
        "above below under up down out off again very too well no nor do does did done can could may might "
        "must should shall let like including however said says say told tells think thinks thought according "
        "reported reports gives gave given made makes make took takes taken found finds see sees seen got "
        "gets get go goes went come comes came put set used increase increased decrease decreased rise rose "
        "risen fall fell fallen growth grew grown decline declined drop dropped gain gained surge surged "
        "reduction change changed represented represents amounted amounts represent week weeks month months "
        "year years day days hour hours period time times first last next previous past",
    )
)
