"""The words and signs that English writes numbers with, and the kinds of tokens.

A kind is a letter, so that a text becomes a row of letters, and a form in which numbers are printed a pattern over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, count
from string import ascii_letters, digits
from typing import NamedTuple

DIGITS = "two three four five six seven eight nine"
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
MONTHS = "january february March april May june july August september october november december"
LARGE = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
SCALES = {"hundred": 100, "thousand": 1000, "lakh": 10**5, "crore": 10**7, "dozen": 12, **LARGE}
# Abbreviations that can only be scales; "5m" and "500t" may be lengths and weights.
ABBREVIATIONS = {
    **{"mn": 10**6, "mln": 10**6, "mio": 10**6, "mil": 10**6, "bn": 10**9, "bln": 10**9, "bil": 10**9},
    **{"tn": 10**12, "trn": 10**12, "tr": 10**12, "cr": 10**7, "MM": 10**6},
}
LETTERS = {"m": 10**6, "t": 10**12, "T": 10**12}
SINGLES = {"k": 10**3, "K": 10**3, "M": 10**6, "b": 10**9, "B": 10**9}
# Before the sign of a currency: "5 M€", "6,6 G$".
COINED = {"k": 10**3, "M": 10**6, "G": 10**9, "Md": 10**9, "Mds": 10**9, "Mrd": 10**9}
# ISO 4217, and what is written instead of it. "TOP", "ALL" and the like are words oftener than money.
CODES = (
    "AED AFN AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP "
    "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF "
    "IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD "
    "MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB "
    "RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS "
    "VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW RMB NIS Rs RM Tk KSh"
)

# Words and signs without a value, by kind: each stands once in all of these tables. One with a capital is read only so.
WORDS: Mapping[str, str] = {
    # within numbers
    "article": "a A an",
    "of": "of",
    "to": "to",
    "or": "or",
    "and": "and &",
    "in": "in",
    "out": "out",
    "per": "per",
    "every": "every",
    "between": "between",
    "from": "from",
    "point": "point",
    "negative": "minus negative",
    "times": "x × * ·",
    "percent": "pc % \uff05 \u066a ‰ percent pct percents",
    "percentage": "percentage",
    "points": "points",
    "pp": "pp ppt ppts",
    "basis": "basis",
    "cent": "cent",
    "hundredth": "cents pence penny pennies kopeks kopecks paise centavos ¢",
    "coin": "p",
    "circa": "c",  # behind a number, cents
    "several": "several couple numerous countless",
    "ending": "st nd rd th ths rds",
    "measure": "minute hour day week fortnight month generation kilometer kilometre meter metre centimeter centimetre "
    "millimeter millimetre mile yard acre hectare ton tonne kilogram gram milligram ounce liter litre gallon pint "
    "barrel degree year watt kilowatt megawatt gigawatt volt calorie joule byte kilobyte megabyte gigabyte terabyte "
    "knot inch minutes hours days weeks fortnights months years generations kilometers kilometres meters metres "
    "centimeters centimetres millimeters millimetres miles yards acres hectares tons tonnes kilograms grams milligrams "
    "ounces liters litres gallons pints barrels degrees watts kilowatts megawatts gigawatts volts calories joules "
    "bytes kilobytes megabytes gigabytes terabytes knots inches foot feet stone seconds decade decades square cubic ° "
    "°c °f ℃ ℉",
    "units": "km cm mm nm µm kg mg µg g lb lbs oz ft yd sq ha l ml kw mw gw tw kwh mwh gwh twh hz khz mhz ghz kb mb gb "
    "tb kph mph bp bps mi h hr hrs min mins s sec secs ms kcal kj mol ppm ppb bpm rpm yr yrs rad "
    "w W v V C F \u2032 \u2033",
    "pound": "pound pounds",
    "second": "second",
    "money": "dollar dollars euro euros yen yuan renminbi rouble roubles ruble rubles rupee rupees franc francs krona "
    "kronor krone kroner won rand peso pesos reais lira zloty forint baht ringgit rupiah dirham dirhams riyal riyals "
    "shekel shekels naira shilling shillings dinar dinars tenge",
    "people": "people persons men women children residents inhabitants employees workers staff troops soldiers votes",
    # within dates and names
    "century": "century centuries",
    "era": "ad bc bce ce",
    "clock": "am pm o'clock gmt utc est cet",
    "note": "note notes footnote footnotes table tables figure figures fig figs page pages ref refs",
    "ordinate": "number",
    "titled": "nos № n° appendix annex annexe exhibit section sections chapter chapters article Articles resolution "
    "room flight route highway Boeing Airbus Windows iphone Phase platform gate version interstate Apollo clause "
    "paragraph schedule directive regulation Volume episode Box Galaxy playstation xbox Falcon soyuz Python Java "
    "android ubuntu debian html usb bluetooth directx Round Formula psalm War",
    "street": "Street Road avenue Lane boulevard Drive Terrace crescent",
    "phone": "tel phone telephone call fax mobile dial hotline",
    "until": "until till through",
    "when": "pre post since during before after early late mid spring summer autumn winter",
    "determiner": "its their his her our this that these those my your whose",
    "side": "other upper northern southern eastern western bottom front latter former",
    "fiscal": "fy fiscal",
    # what qualifies a number
    "about": "about around round approximately approx roughly some circa ca ≈ ~ \u223c",
    "estimated": "estimated",
    "over": "over above beyond exceeding exceeded exceeds surpassed surpasses surpassing topped topping outnumbered "
    "outnumbers outstripped outstrips eclipsed > crossed crosses crossing",
    "exceed": "exceed surpass outnumber outstrip eclipse",
    "ruling": "bout control power row dispute sovereignty authority jurisdiction victory bridge concern "
    "concerns served serving lived presided presides preside ruled rules reigned watched handed took "
    "fought argued clashed towered triumphed pored mulled quarrelled quarreled bickered feuded "
    "wrangled",
    "telling": "novel book film story play song documentary tale worried talk talks wrote writes joke jokes questions",
    "tops": "tops",
    "top": "top cross",
    "more": "more",
    "larger": "greater higher larger longer bigger older better heavier taller faster",
    "less": "weaker cheaper fewer less lower smaller shorter younger lighter slower",
    "than": "than",
    "under": "under below beneath < sub",
    "nearly": "nearly almost virtually nearing approaching approached approaches nears neared",
    "near": "near",
    "approach": "approach",
    "nowhere": "nowhere",
    "age": "age",
    "reach": "reach reached reaches reaching",
    "close": "close",
    "closer": "closer",
    "drift": "edging edged inching inched creeping crept heading closing closed verging bordering verge",
    "getting": "getting",
    "toward": "towards toward",
    "on": "on",
    "for": "for",
    "short": "short",
    "shy": "shy",
    "north": "north excess",
    "south": "south",
    "upwards": "upwards upward",
    "at": "at",
    "least": "least",
    "most": "most",
    "minimum": "minimum",
    "maximum": "maximum max",
    "up": "up",
    "as": "as",
    "few": "few little low small",
    "many": "many much high long large far big old tall fast wide",
    "no": "no not never cannot nor without",
    "aux": "be have has had been do does did is are must shall should can could will would",
    "quite": "quite",
    "just": "just",
    "region": "region order neighbourhood neighborhood vicinity ballpark",
    "somewhere": "somewhere something",
    "like": "like",
    "within": "within",
    "limited": "limited capped restricted",
    "ceiling": "ceiling cap limit",
    "including": "including",
    "very": "very",
    "another": "another further extra additional combined total record",
    "anything": "anything",
    "so": "so thereabouts",
    "give": "give",
    "take": "take",
    "odd": "odd ish",
    "plus": "+ \uff0b plus",
    "counting": "counting",
    "at_least": "≥ >= ⩾",
    "at_most": "≤ <= ⩽ upto",
    "the": "the",
    "by": "by",
    "last": "last next coming previous following preceding",
    "past": "past",
    # what changes
    "fall": "fell fallen falling dropped dropping declined declining plunges plunged plunging "
    "slumped slumping decreased decreasing shrink shrinks shrank shrunk shrinking slides slid sliding sink sinks sank "
    "sunk sinking dipped dipping tumbles tumbled tumbling contract contracts contracted contracting cutting reduce "
    "reduces reduced reducing slipped slips slipping lowered ease eases eased easing retreated dived plummet plummets "
    "plummeted plummeting shed sheds shedding crashed weakened weakening nosedived collapsed depreciated dwindled "
    "trimmed slashed slowed narrows narrowed narrowing diminish diminishes diminished receded subsided waned tapered "
    "softened shaved wiped sagged skidded tanked lopped pared abated moderated cooled",
    "drop": "drop drops fall falls decline declines decrease decreases slump slumps dip dips plunge slide tumble "
    "contraction cut cuts reduction reductions slip retreat dive downturn depreciation collapse slowdown",
    "lose": "lose loses losing lost",
    "loss": "loss losses",
    "balance": "income margin deficit was were",
    "down": "down",
    "adverb": "again back away",
    "off": "off",
    "rise": "rise rises rose risen rising grow grows grew grown growing climb climbs climbed climbing increase "
    "increases increased increasing jump jumps jumped jumping surge surges surged surging gain gains gained raise "
    "raises raised raising widen widened rebounded recovered soared accelerated leapt shot add adds added adding went "
    "go goes going gone came come comes move moves moved moving change changes changed changing swung sped "
    "stepped picked totalled totaled totaling amounted turned shifted revised",
    # signs
    "hyphen": "- \u2010 \u2011",
    "dash": "\u2013 \u2014 \u2015",
    "minus": "\u2012 \u2212 \uff0d",
    "open": "(",
    "shut": ")",
    "open_square": "[",
    "shut_square": "]",
    "comma": ",",
    "stop": ". \u0970",
    "colon": ":",
    "semicolon": ";",
    "slash": "/ \u2044",
    "caret": "^",
    "quote": "\" “ ” „ ‘ ’ ' « » `",
    "hash": "# @",
    "underscore": "_",
    "plus_minus": "± +/-",
}
# Kinds of words that have a value, and of what is known by its shape. Those that forms name together stand side by
# side: a set of them is then one range.
_OTHER_KINDS = (
    "zero one digit teen ten hundred thousand large lakh dozen scales tens_of abbreviation letter single half quarter "
    "part scaleth parts first nth month quarterly code currency decades decade quarter_of time decimal day year plain "
    "padded annual monthly daily dotted version unread vulgar raised address gap wide line break word "
    "capital caps initial other"
)
# Signs without a meaning in patterns. `re` is twice as slow to compile sets of those that need more than a byte.
_SIGNS = chain(ascii_letters, digits, map(chr, count(0x80)))
KINDS: Mapping[str, str] = dict(zip([*WORDS, *_OTHER_KINDS.split()], _SIGNS, strict=False))


class Word(NamedTuple):
    """A kind's letter, and what the word is worth."""

    kind: str
    value: int = 0


class Separators(NamedTuple):
    """The signs that part groups of digits, and decimals from them."""

    group: str
    decimal: str


def coined(signs: str) -> dict[str, int]:
    """Scales with the sign of a currency behind them."""
    return {f"{scale}{sign}": value for scale, value in COINED.items() for sign in signs}
