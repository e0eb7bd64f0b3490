"""What follows a street in an address: units, postcodes, regions, the words of towns."""

import re

_FR_UNIT = (
    r"appartements?|appart|appt|apt|app|b[âa]timent|b[âa]t|escalier|esc|[ée]tage|r[ée]sidence|r[ée]s|porte|"
    r"bo[îi]te|bte|studio|chambre|bureau|interphone|code|digicode|hall|entr[ée]e|lot|immeuble|imm|cage|local|logement|bureaux"
)
_EN_UNIT = (
    r"apartment|apt|suite|ste|unit|flat|floor|fl|room|rm|building|bldg|block|level|lvl|lot|space|trailer|"
    r"house|tower|penthouse|ph|dept|department|office|wing"
)
_OTHER_UNIT = r"wohnung|whg|stiege|top|bus|bte|piso|puerta|planta|interno|int|scala|andar|sala|lok|lokal|m|byt"
UNIT = re.compile(
    rf"(?i:(?:{_FR_UNIT}|{_EN_UNIT}|{_OTHER_UNIT}|c/o)(?!\w)\.?[ :]{{0,2}}(?:n[°o][ ]?|#)?"
    r"(?=[A-Z]{0,2}-?\d|[A-Z](?!\w))[A-Z]{0,2}-?\d{0,5}[A-Z]?\d{0,2}(?:-\d{1,5}|/\d{1,5})?(?![\w]))"
    r"|#[ ]?\d{1,5}[A-Z]?(?!\w)"
    r"|(?i:(?:r[ée]sidence|r[ée]s\.|b[âa]timent|b[âa]t\.?|immeuble|hameau|lieu-dit|lotissement|quartier|zone|z\.?a\.?|z\.?i\.?))"
    r"[ ](?:(?:du|des|de|la|les?|l['’]|d['’])[ ]?){0,2}[A-ZÀ-Ý][\w’'-]{0,30}(?:[ ](?:du|des|de|la|les?|[A-ZÀ-Ý])[\w’'-]{0,30}){0,4}"
    r"|(?i:\d{1,3}(?:er|e|[èe]me|st|nd|rd|th)[ ](?:[ée]tage|floor)(?:[ ](?:gauche|droite|left|right))?|rez-de-chauss[ée]e|rdc"
    r"|ground floor)(?!\w)"
)
"""A part of a house: its word and its number, a residence with its name, a storey."""
LEADING = re.compile(rf"(?:(?:{UNIT.pattern}),?[ \n]{{1,2}}){{1,2}}$")
"""Parts of a house that stand before the street: “Flat 3, 27 Upper Church Lane”."""

_UK = r"(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})"
_CA = r"[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d"
POSTCODE = re.compile(
    rf"(?:(?<!\w)(?:{_UK}|{_CA}|(?i:{_CA})|(?i:[a-z]{{1,2}}\d{{1,2}}[a-z]? \d[a-z]{{2}})"
    r"|(?:F|FR|B|BE|CH|D|DE|L|LU|A|AT|I|IT|E|ES|PT|NL|S|SE|N|NO|DK|FI|FIN|PL|CZ|SK|SI|HR|H|RO|LV|LT|EE|IS|MD|MC)[- ]\d{4,6}"
    r"|[AC-FHKNPRTV-Y]\d[\dW] ?[0-9AC-FHKNPRTV-Y]{4}|\d{5}-\d{3,4}|\d{4}-\d{3}|\d{2}-\d{3}"
    r"|\d{3} \d{2}|\d{2}[ \u00a0]\d{3}|\d{4} ?[A-Z]{2}|\d{5,6}|\d{4}))"
    r"(?!\w|[.,/-]\d|:\d"
    r"| ?(?:€|\$|%|km))"
)
"""Postcodes of Britain, Canada, those with a country's letter, then figures alone."""
OUTWARD = re.compile(r"(?:[A-Z]{1,2}\d{1,2}|[A-Z]{1,2}\d[A-Z])(?![\w-])")
"""The first half of a British postcode, which often stands alone after a town."""
STRONG_POSTCODE = re.compile(rf"(?<!\w)(?:{_UK}|{_CA}|\d{{5}}(?:-\d{{4}})?)(?!\w|[.,-]\d)")

US_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
    "PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AA AE AP"
)
PROVINCES = "AB BC MB NB NL NS NT NU ON PE QC PQ SK YT"
OTHER_REGIONS = "NSW VIC QLD SA WA TAS ACT NT"
REGIONS = frozenset((US_STATES + " " + PROVINCES + " " + OTHER_REGIONS).split())
"""Abbreviations of states, provinces and territories in postal use."""
_STATE_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|"
    "Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|"
    "Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|"
    "Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|"
    "West Virginia|Wisconsin|Wyoming|Alberta|British Columbia|Colombie-Britannique|Manitoba|New Brunswick|"
    "Nouveau-Brunswick|Newfoundland(?: and Labrador)?|Terre-Neuve|Nova Scotia|Nouvelle-[ÉE]cosse|Ontario|"
    "Prince Edward Island|Qu[ée]bec|Saskatchewan|Yukon|Nunavut|New South Wales|Victoria|Queensland|Tasmania|"
    "South Australia|Western Australia|England|Scotland|Wales|Northern Ireland|Co\\.? [A-Z][a-z]+|County [A-Z][a-z]+|"
    "Kent|Essex|Surrey|Sussex|Devon|Cornwall|Norfolk|Suffolk|Dorset|Somerset|Cheshire|Lancashire|Yorkshire|"
    "(?:Greater|West|East|North|South) [A-Z][a-z]+shire|[A-Z][a-z]{2,14}shire|Greater London|Greater Manchester|"
    "West Midlands|Merseyside|Tyne and Wear"
)
REGION = re.compile(rf"\(?(?:[A-Z]{{1,3}}|{_STATE_NAMES})\)?(?![\w’'-])")
"""A region: letters in capitals (which only count beside a postcode or a country), or its name."""

_PARTICLE = (
    r"(?:sur|sous|en|les?|lez|la|de|du|des|aux?|et|am|an|der|den|im|bei|ob|pri|nad|na|pod|pri|v|upon|on|of|by|the|in|i|y|do|da|dos|"
    r"del|della|di|sul|van|aan|op)"
)
_LETTER = r"[A-ZÀ-ÝĀ-ŽΑ-ΫА-ЯŠŽČĆĐ]"
_CAP = rf"(?:(?:Ste?|Mt|Ft|Bad)\.[ ]?)?{_LETTER}(?:[^\W\d_]|[’'-]){{0,30}}(?:/[\w-]{{1,20}})?"
WRAPPED = re.compile(
    r"(?:(?<=-)|[ ](?i:sur|les|lès|sous|en|le|la))\n[ \t]{0,4}[A-ZÀ-Ý][\w’'-]{1,30}"
)
"""The second line of a town that a narrow column breaks."""
TOWN = re.compile(rf"(?:l['’]|L['’])?{_CAP}(?:[ ](?:{_PARTICLE}[ ]|[dl]['’]){{0,2}}{_CAP}){{0,4}}")
"""Words that may name a town: with capitals, and with the particles between them."""
CEDEX = re.compile(
    r"(?i:[ -]{1,2}cedex(?:[ ]\d{1,2})?)(?!\w)|[ ]\d{1,2}(?i:e|er|[èe]me)?(?![\w,.]\d|\w| ?(?:€|ans|h\b))"
)
LOWER_TOWN = re.compile(r"[^\W\d_][\w’'-]{1,30}(?:[ -][^\W\d_][\w’'-]{0,30}){0,4}")
GAP = re.compile(
    r"[ \t\u00a0]{0,6}(?:[,;–-]|\r?\n)?[ \t\u00a0]{0,6}(?:,|\r?\n)?[ \t\u00a0]{0,6}(?:,[ \t]{0,4})?"
)
"""What stands between two parts of an address: a space, a comma, one new line."""
