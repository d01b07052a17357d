"""xmllint finds what we write valid, by the standards' own grammars."""
import os
import pathlib

from client_support import ClientTest, main, needs

GRAMMARS = pathlib.Path(os.environ.get("TRUJAMAN_SHARED", "no such folder")) / "tools" / "dtd"


@needs("xmllint", GRAMMARS)
class Xmllint(ClientTest):
    def assert_valid(self, name, option, grammar):
        # XLIFF's schema includes one that it knows by its address only.
        self.write("catalog.xml", f'''<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
            <uri name="http://www.w3.org/2001/xml.xsd" uri="{GRAMMARS}/xliff/xml.xsd"/>
            <system systemId="http://www.w3.org/2001/xml.xsd" uri="{GRAMMARS}/xliff/xml.xsd"/>
            </catalog>''')
        self.run_client("xmllint", "--noout", "--nonet", option, GRAMMARS / grammar, name,
                        XML_CATALOG_FILES=str(self.folder / "catalog.xml"))

    def test_tmx(self):
        self.run_program("import", "-m", "m.tm", "units.tmx")
        for choice in ((), ("--from", "es", "--to", "en")):
            self.exported("out.tmx", *choice)
            self.assert_valid("out.tmx", "--dtdvalid", "tmx14.dtd")

    def test_xliff(self):
        self.run_program("import", "-m", "m.tm", "units.tmx")
        self.exported("out.xlf", "--from", "es", "--to", "en")
        self.assert_valid("out.xlf", "--schema", "xliff/xliff-core-1.2-strict.xsd")

    def test_tbx(self):
        self.succeed("glossary", "export", "--glossary", "glossary.tsv", "-o", "out.tbx",
                     "--tbx-2008")
        self.assert_valid("out.tbx", "--dtdvalid", "TBXBasiccoreStructV02.dtd")


if __name__ == "__main__":
    main()
