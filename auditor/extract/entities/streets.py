"""Streets with their house numbers, as the countries of Europe, America and Oceania write them."""

import re

_L = r"[A-ZÀ-ÖØ-ÞĀ-ŽΆ-ΫА-Я]"
_SHORT = r"(?:[A-ZÀ-Ý]\.(?:-?[A-Z]\.){0,2}|(?:Ste?|Dr|Gal|Gén|Mal|Mgr|Cdt|Col|Pr|Prof|Sgt|Lt|Str|Mt|Ft)\.)(?=[ ,])"
_OTHER = r"(?!J\.?-?C|(?:T[ée]l|TEL|Fax|FAX|Mail|Mobile|Phone|Email|E-mail|Apt|Appt|Suite|Unit|Flat|Box)(?![\w]))"
_CAP = rf"{_OTHER}(?:{_SHORT}|{_L}[\w’'-]{{0,30}})"
_N = (
    r"\d{1,6}(?:[ ]?(?i:bis|ter|quater)(?!\w)|[ ]?[A-Ha-h](?![\w’'.]))?(?:[-/]\d{1,5}[a-z]?(?!\w))?"
)
_NUMBER = rf"(?:(?i:n[°o]\.?[ ]?)?{_N}(?:,[ ]?|[ ]{{1,2}}))"
_NUMBERS = rf"(?<![\w.,/€$£:-])(?<!\d[ ])(?:\d{{1,6}}[ ]{{1,2}})?{_NUMBER}"

_FRENCH = (
    r"rue|avenue|av\.?|ave\.?|boulevard|bvd\.?|bld\.?|blvd\.?|boul\.?|bd\.?|place|pl\.|all[ée]es?|all\.|chemin|ch\.|chem\.|"
    r"impasse|imp\.|quai|cours|route|rte\.?|square|sq\.|venelle|sentier|faubourg|fbg\.?|ruelle|passage|villa|cit[ée]|mont[ée]e|"
    r"esplanade|promenade|rond-point|traverse|voie|mail|cl[oô]s|galerie|hameau|lotissement|rang|c[ôo]te|mont[ée]e|terrasse|"
    r"parvis|sente|levée|corniche|chauss[ée]e|drève|r[ée]sidence|parc|domaine|lieu-dit|carrefour|placette|autoroute|"
    r"zone (?:artisanale|industrielle|commerciale)|z\.?a\.?|z\.?i\.?"
)
_ROMANCE = (
    r"via|viale|corso|piazza|piazzale|vicolo|largo|strada|calle|c/|c\.|avenida|avda\.?|av\.|plaza|plza\.?|pza\.?|paseo|p[ºo]"
    r"|camino|carrer|"
    r"ronda|traves[íi]a|glorieta|r[uú]a|travessa|pra[cç]a|estrada|alameda|rua|cal[çc]ada|ulica|ulice|ul\.|al\.|os\.|plac|"
    r"pl\.|aleja|strada|str\.|[șs]oseaua|bulevardul|calea|aleea|n[áa]m[ěe]st[íi]|n[áa]m\.|t[řr][íi]da|trg|cesta|naselje|pod|rruga"
    r"|bulevar|stra(?:ß|ss)e|platz"
)
ENGLISH = (
    r"Street|St|Str|Road|Rd|Avenue|Ave|Av|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Crescent|Cres|Close|Terrace|Ter|Highway|Hwy|"
    r"Parkway|Pkwy|Circle|Cir|Expressway|Expy|Freeway|Fwy|Turnpike|Tpke|Mews|Gardens|Gdns|Grove|Row|Alley|Aly|Esplanade"
)
USPS = (
    "Annex|Arcade|Bayou|Beach|Bend|Bluffs?|Bottom|Branch|Bridge|Brooks?|Burgs?|Bypass|Camp|Canyon|Cape|Causeway|Centers?|"
    "Centre|Cliffs?|Club|Commons?|Corners?|Course|Courts|Coves?|Creek|Crest|Crossing|Crossroads?|Curve|Dale|Dam|Divide|Drives|"
    "Estates?|Extensions?|Falls?|Ferry|Fields?|Flats?|Fords?|Forest|Forges?|Forks?|Fort|Gateway|Glens?|Greens?|Groves|"
    "Harbors?|Harbours?|Haven|Heights|Hills?|Hollow|Inlet|Islands?|Isle|Junctions?|Keys?|Knolls?|Lakes?|Land|Landing|Lights?|Loaf|Locks?|"
    "Lodge|Loop|Mall|Manors?|Meadows?|Mills?|Mission|Motorway|Mount|Mountains?|Neck|Orchard|Oval|Overpass|Parks?|Parkways|Pass|Passage|"
    "Path|Pike|Pines?|Place|Pl|Plains?|Plaza|Points?|Ports?|Prairie|Radial|Ramp|Ranch|Rapids?|Rest|Ridges?|Rise|River|Roads|Route|Run|"
    "Shoals?|Shores?|Skyway|Springs?|Spurs?|Squares?|Sq|Station|Stravenue|Stream|Streets|Summit|Throughway|Trace|Track|"
    "Trafficway|Trail|Tunnel|Underpass|Unions?|Valleys?|Viaduct|Views?|Villages?|Ville|Vista|Walks?|Wall|Ways?|Wells?|Quay|Wharf|Yard|Parade|Vale"
)
"""Suffixes of streets (US Postal Service, Publication 28, with their plurals; some British ones)."""
_GLUED = (
    r"(?:[Ss]tra(?:ß|ss)e|str\.|gasse|straat|laan|plein|gracht|kade|singel|dreef|steeg|gatan|gränd|vägen|stigen|torget|vej|gade|"
    r"stræde|veien|vegen|katu|kuja|polku|vegur|stræti|utca|utcája|puiestee|maantee)"
)
"""Endings that make a word a street's name in German, Dutch, the Nordic languages and their neighbours."""
_LOOSE = (
    r"(?:weg|platz|allee|ring|damm|ufer|steig|graben|markt|hof|berg|dijk|baan|pad|gata|väg|allé|stien|gate|vei|plass|tie|tori|"
    r"ranta|braut|iela|gatvė|ului)"
)
"""Endings that other words have too: a street only with more of the address."""
_PART = (
    r"(?:(?:de|du|des|de la|de l['’]|d['’]|la|le|les|l['’]|aux?|à la|en|sur|sous|saint|sainte|st|ste|del|della|dei|do|da|dos"
    r"|di|van|von|der|e|y)(?:[ ]|(?<=['’])))"
)
_OF = r"(?:de la[ ]|de l['’][ ]?|des[ ]|de[ ]|du[ ]|d['’][ ]?)"
_STOP = (
    r"(?:[àa]|au|aux|dans|est|et|t[ée]l|tel|mail|chez|pour|avec|sur|qui|que|ou|où|par|mais|car|il|elle|on|je|nous|depuis|hier|demain|"
    r"puis|si|ce|cette|en|bis|apr[èe]s|avant|vers|sans|ne|pas|y|ont|sont|a)(?!\w)"
)
_LOW = rf"(?!{_STOP}|J\.?-?C)[^\W\d_][\w’'-]{{0,30}}"
_MONTHS = r"(?i:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)"
_FRENCH_NAME = (
    rf"[ ](?:(?i:du[ ])?\d{{1,2}}(?:er)?[ -]{_MONTHS}(?:[ ]\d{{4}}(?!\d))?"
    rf"|(?i:{_PART}){{0,3}}(?:{_CAP}|{_LOW})(?:[ -](?i:{_PART}){{0,2}}{_CAP}|[ ](?i:{_OF}){_LOW}){{0,5}})"
)
TYPE_FIRST = re.compile(
    rf"(?P<number>{_NUMBERS})?(?<![\w’'-])(?:(?i:grande?s?|vieux|vieille|petite?|ancien(?:ne)?)[ ])?"
    rf"(?P<type>(?i:{_FRENCH}))(?![\w’'-])(?P<name>{_FRENCH_NAME})"
    rf"(?(number)|(?P<after>,?[ ]\d{{1,3}}[a-zA-Z]?(?![\w/:€%]|[.,]\d|[ ]\d{{3}}|,?[ ](?i:{_FRENCH})[ ]))?)"
)
NAMELESS = re.compile(rf"(?:{_NUMBERS})(?i:grande?[- ’']rue|grand[- ’']place)(?![\w’'-])")
"""Streets whose type is their name."""
ROMANCE_FIRST = re.compile(
    rf"(?P<number>{_NUMBERS})?(?<![\w’'-])(?i:{_ROMANCE})[ ]?(?<=[ ./])(?:(?i:{_PART}|dell['’]|[ivx]{{1,5}}[ ]|\d{{1,2}}\.[ ]){{0,2}})"
    rf"(?P<name>{_CAP}|[^\W\d_][\w’'-]{{2,30}})(?:[ ](?i:{_PART}){{0,2}}(?:{_CAP}|[^\W\d_][\w’'-]{{3,20}})){{0,5}}?"
    r"(?P<after>(?:,?[ ]?n[ºo°]\.?[ ]?|,?[ ])\d{1,5}[a-zA-Z]?\.?(?![\w]|[.,:]\d))"
)
TYPE_LAST = re.compile(
    rf"(?P<number>{_NUMBERS})?(?<![\w’'-])(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.?[ ])?"
    rf"(?:(?!(?i:the|in|at|on)[ ]){_CAP}[ ]|\d{{1,3}}(?i:st|nd|rd|th)[ ]|(?:of|the|and|de|la|van|von|el|del)[ ]){{1,4}}?"
    rf"(?:(?P<strong>(?i:{ENGLISH}))|(?P<weak>(?i:{USPS}))(?![ ](?:{ENGLISH})(?!\w)))(?![\w’'-])"
    rf"(?:(?<=St|Rd|Av|Ln|Dr|Ct|Pl|Sq)\.|(?<=Ave|Cir|Hwy"
    rf"|Str|Ter)\.|(?<=Blvd|Pkwy|Gdns)\.)?"
    r"(?:[ ](?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)(?!\w)\.?)?"
)
LOWER_LAST = re.compile(
    r"(?<![\w.,/€$£:-])\d{1,5}[a-d]?[ ](?:(?!(?:the|a|of|down|this|my|our|your|in|to|on|per|miles?|people|years?|more|and|for|one"
    r"|two|other|different|blocks?|feet|km|kms|min|minutes|am|pm|euros)[ ])"
    r"[a-z][a-z'’-]{1,20}[ ]){1,2}(?:street|road|avenue|lane|drive|crescent|boulevard|close|terrace|gardens)(?!\w)"
)
_HOUSE = r"(?P<after>[ ](?!(?:19|20)\d\d(?!\w))\d{1,4}(?:[ ]?[a-zA-Z](?!\w))?(?:[-/]\d{1,4}[a-z]?)?\.?)(?![\w]|[.,:]\d)"
COMPOUND = re.compile(
    rf"(?P<number>(?<![\w.,/€$£:-])\d{{1,6}}[ ])?(?<![\w’'-])(?:{_CAP}[ ]){{0,3}}?(?:"
    rf"{_L}[\w-]{{1,30}}?(?:{_GLUED}|(?-i:[A-ZÄÖÜ]{{2,30}}STRASSE))|{_L}[\w-]{{1,30}}[ ](?i:{_GLUED}|str\.|út(?:ja)?|u\.|tér|tere"
    rf"|krt\.|rkp\.|tn\.?|tee|põik|pst)"
    rf"|(?P<loose>{_L}[\w-]{{2,30}}?{_LOOSE}|{_L}[\w-]{{2,30}}[ ](?i:weg|platz|allee|ring|damm|ufer|hof))){_HOUSE}"
)
ANY = re.compile(
    rf"(?<![\w.,/€$£:-])(?:\d{{1,6}}[ ])?(?:{_CAP}|[^\W\d_]{{2,12}}\.)(?:[ ](?:(?:de|del|la|van|der|den|av|of|na|i|pri|v"
    rf"|pod)[ ])?(?:{_CAP}|[^\W\d_][\w-]{{3,14}}(?=[ ]\d))){{0,4}}[ ]\d{{1,5}}[A-Za-z]?\.?(?!\w|[.,:]\d|[ ]?[%€$£])"
    rf"|(?<![\w.,/€$£:-])\d{{1,6}}[ ](?:\d{{1,5}}[ ])?{_CAP}(?:[ ](?:(?:de|del|la|van|der|den|av|of|na)[ ])?{_CAP}){{0,4}}(?!\w)"
)
BOX = re.compile(
    r"(?<!\w)(?:(?:\d{1,6}[ ])?(?i:p\.?[ ]?o\.?[ ]?box|po box|post(?:al)? box|box postale|bo[îi]te postale|(?-i:B\.?P\.?|C\.P\.)"
    r"|postfach|postbus|apartado|casella postale|caixa postal|(?-i:CS))[ ]{1,2}(?:n[°o][ ]?)?\d{1,6}(?!\w)"
    r"|(?i:psc)[ ]\d{1,5},?[ ](?i:box)[ ]\d{1,5}|(?i:unit)[ ]\d{1,5}[ ](?i:box)[ ]\d{1,5}|(?i:US[A-Z]{1,3}"
    r"|CMR)[ ][\w’'.-]{1,30}(?:[ ](?i:box)[ ]\d{1,5})?(?=[ ,]{0,2}\n?[ ]{0,4}(?i:[AFD]PO)))"
)
_CROSSED = (
    rf"(?:\d{{1,6}}[ ])?(?:ul\.[ ]|trg[ ]|rua[ ]|via[ ])?{_CAP}(?:[ ](?:(?:de|del|la|of|des?|du|van|the)[ ])?(?:{_CAP}"
    rf"|\d{{1,4}}\.?(?!\d)|[^\W\d_]{{2,14}}(?=[ ]\d))){{0,5}}"
)
CORNER = re.compile(
    rf"(?<!\w)(?:[Tt]he[ ])?[Cc]orner of[ ]{_CROSSED}[ ](?:and|&)[ ]{_CROSSED}"
    r"|(?<!\w)(?:the[ ])?corner of[ ][a-zß-öø-ÿ0-9.' -]{3,50}?[ ](?:and|&)[ ](?:[a-zß-öø-ÿ'-]{2,20}[ ]){1,3}?(?:"
    + USPS.lower()
    + r"|street|road|avenue|lane|drive)(?!\w)"
    r"|(?<!\w)(?:à )?l['’]angle d(?:e |u |es )[^\n,;.!?]{4,40}? et d(?:e |u |es )[^\n,;.!?\d]{4,30}(?=[\n,;.!?]|$)"
)
