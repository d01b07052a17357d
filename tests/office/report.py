"""The document that the tests open: a report of a few sentences, as an ODT file made by hand."""
import zipfile

DROUGHT = ("Las sequías de los últimos diez años han empujado a miles de familias campesinas hacia "
           "las ciudades.")
NOBODY = "Nadie respondió enseguida."
OTHER = "Según el art. 5 de la ley, el agua es de todos."
CELLS = ("Regantes", "63", "Asistieron 63 mujeres.")

# The translations that the memory has: of the first, only a sentence that resembles it.
PAIRS = (
    ("Las sequías de los últimos cinco años han empujado a miles de familias campesinas hacia las "
     "ciudades de la costa.",
     "The droughts of the past five years have driven thousands of farming families towards the "
     "cities on the coast."),
    (NOBODY, "Nobody answered at once."),
    ("Nadie le respondió enseguida.", "Nobody answered her at once."),
    ("Asistieron 63 mujeres.", "63 women came."),
)
GLOSSARY = "es\ten\nsequía\tdrought\nfamilia campesina\tfarming family\nciudad\tcity\n"

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("fo", "xsl-fo-compatible"))
)
STYLES = """<office:automatic-styles>
  <style:style style:name="Es" style:family="paragraph">
    <style:text-properties fo:language="es" fo:country="ES"/></style:style>
  <style:style style:name="Bold" style:family="text">
    <style:text-properties fo:font-weight="bold"/></style:style>
  <style:style style:name="Italic" style:family="text">
    <style:text-properties fo:font-style="italic"/></style:style>
</office:automatic-styles>"""
NOTE = ('<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        '<text:note-body><text:p text:style-name="Es">Acta del taller.</text:p></text:note-body>'
        '</text:note>')
MANIFEST = """<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
  <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
  <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""


def write(path):
    """Two sentences in a paragraph, the second mostly bold and with a footnote; an empty
    paragraph; a table; a last paragraph."""
    noun, rest = NOBODY[:5], NOBODY[5:-1]
    body = f"""<text:p text:style-name="Es">{DROUGHT} <text:span
      text:style-name="Italic">{noun}</text:span><text:span text:style-name="Bold">{rest}{NOTE}.</text:span> Fin.</text:p>
    <text:p/>
    <table:table><table:table-column table:number-columns-repeated="3"/><table:table-row>{"".join(
        f'<table:table-cell><text:p text:style-name="Es">{cell}</text:p></table:table-cell>'
        for cell in CELLS)}</table:table-row></table:table>
    <text:p text:style-name="Es">{OTHER}</text:p>"""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", (
            f'<office:document-content {NAMESPACES} office:version="1.3">{STYLES}<office:body>'
            f"<office:text>{body}</office:text></office:body></office:document-content>"))
