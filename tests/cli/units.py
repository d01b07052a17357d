"""TMX files for the tests of commands that make files of units of others."""
import xml.etree.ElementTree as xml

LANG = "{http://www.w3.org/XML/1998/namespace}lang"

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header creationtool="x" '
    'creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="es" '
    'datatype="plaintext"/><body>\n'
)
TAIL = "</body></tmx>\n"


def tu(texts, attributes="", inside=""):
    """A unit, one line: texts by language."""
    variants = "".join(
        f'<tuv xml:lang="{language}"><seg>{seg}</seg></tuv>' for language, seg in texts.items()
    )
    return f"<tu {attributes}>{inside}{variants}</tu>\n"


def tmx(*units, head=HEAD):
    return head + "".join(units) + TAIL


def header(inside, tool="memoQ", srclang="es", attributes=""):
    """What stands before the units where a file says more of itself."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header creationtool="{tool}" '
        'creationtoolversion="9.8" segtype="phrase" o-tmf="MQ" adminlang="fr" '
        f'srclang="{srclang}" datatype="html" {attributes}>{inside}</header><body>\n'
    )


def texts_of(path):
    """The texts of each unit of a TMX file, by language."""
    return [
        {v.get(LANG): "".join(v.find("seg").itertext()) for v in unit.findall("tuv")}
        for unit in xml.parse(path).iter("tu")
    ]


REPORT = (
    tu({"es": "El agua es de todos.", "en": "Water belongs to everyone.",
        "fr": "L’eau est à tous."},
       'tuid="1" changedate="20240105T100000Z"',
       '<note>Lema</note><prop type="x-document">informe.md</prop>'
       '<prop type="x-position">0</prop><prop type="client">OIM</prop>'),
    tu({"es": "Las niñas van a la escuela.", "en": "Girls go to school.",
        "fr": "Les filles vont à l’école."},
       'tuid="2" changedate="20220301T100000Z"',
       '<prop type="x-document">anexo.md</prop><prop type="x-position">4</prop>'
       '<prop type="x-confidence">0.5</prop><prop type="client">ACNUR</prop>'),
    tu({"es": "La <ph>{0}</ph> junta se reúne.", "en": "The <ph>{0}</ph> board meets."},
       'tuid="3"', '<prop type="x-confidence">0.9</prop>'),
)
