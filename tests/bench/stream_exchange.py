#!/usr/bin/env python3
"""How fast a large exchange file is read, and in how much memory, beside `xmllint --stream`.

  stream_exchange.py READ_EXCHANGE [--import TRUJAMAN] [--size MEGABYTES] [--rounds N] [--work DIR]

Makes a TMX, a TBX and an XLIFF file of that size (20), in DIR (a temporary folder), by repeating
varied units under ever new numbers; reads each with READ_EXCHANGE, which does nothing with what it
reads, and with `xmllint --stream --noout`, in turn, N times (3), and removes it. Prints the least
processor time of each, and the most memory that was resident in READ_EXCHANGE; with --import, what
TRUJAMAN takes to import the file into an empty memory, too. Fails (exit status 1) when reading or
importing takes more than 200 MB of memory, or reading longer than xmllint.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

MOST_MEMORY = 200  # MB
MOST_TIME = 1.0  # of xmllint's

SENTENCES = {
    "es": (
        "El Comité toma nota de la información proporcionada por el Estado parte en su informe.",
        "Los trabajadores migrantes tienen derecho a la protección social, también en el empleo doméstico.",
        "Artículo {n}",
        "Entre 2015 y 2020 la tasa de desempleo de los jóvenes pasó del 23,4 % al 18,9 %, según datos"
        " oficiales, aunque las diferencias entre regiones siguen siendo considerables.",
        "«No basta con ratificar el Convenio», dijo la relatora; «hay que aplicarlo».",
        "Sí.",
    ),
    "en": (
        "The Committee notes the information provided by the State party in its report.",
        "Migrant workers are entitled to social protection, in domestic employment as well.",
        "Article {n}",
        "Between 2015 and 2020 the rate of youth unemployment fell from 23.4% to 18.9%, according to"
        " official figures, although differences between regions remain considerable.",
        "“Ratifying the Convention is not enough”, the rapporteur said; “it must be applied”.",
        "Yes.",
    ),
    "fr": (
        "Le Comité prend note des renseignements fournis par l’État partie dans son rapport.",
        "Les travailleurs migrants ont droit à la protection sociale, y compris dans l’emploi domestique.",
        "Article {n}",
        "Entre 2015 et 2020, le taux de chômage des jeunes est passé de 23,4 % à 18,9 %, selon les"
        " chiffres officiels, bien que les écarts entre régions restent considérables.",
        "« Il ne suffit pas de ratifier la Convention », a dit la rapporteuse ; « il faut l’appliquer ».",
        "Oui.",
    ),
}
TERMS = (
    ("trabajador migrante", "migrant worker", "travailleur migrant"),
    ("Estado parte", "State party", "État partie"),
    ("desempleo de los jóvenes", "youth unemployment", "chômage des jeunes"),
    ("relatora especial", "special rapporteur", "rapporteuse spéciale"),
    ("OIT", "ILO", "OIT"),
)
KINDS = 60  # of units before they repeat, with other numbers


def text(language, i):
    return SENTENCES[language][i % len(SENTENCES[language])].format(n=i)


def tmx_unit(i):
    notes = '<note>Revisado.</note>\n      ' if i % 10 == 0 else ""
    code = ('<bpt i="1" type="bold">&lt;b&gt;</bpt>', '<ept i="1">&lt;/b&gt;</ept>')
    begin, end = code if i % 4 == 0 else ("", "")
    variants = "".join(
        f"""      <tuv xml:lang="{language}">
        <seg>{begin}{text(language, i)}{end}</seg>
      </tuv>
""" for language in ("es", "en", "fr")[: 3 if i % 3 == 0 else 2])
    return f"""    <tu tuid="@N@-{i}" creationdate="20240229T120000Z" creationid="ana">
      {notes}<prop type="x-document">informe-@N@.docx</prop>
      <prop type="x-position">{i}</prop>
{variants}    </tu>
"""


def tbx_concept(i):
    terms = TERMS[i % len(TERMS)]
    sections = "".join(
        f"""      <langSec xml:lang="{language}">
        <termSec>
          <term>{term} {i}</term>
          <termNote type="partOfSpeech">noun</termNote>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          <descrip type="context">{text(language, i)}</descrip>
        </termSec>
      </langSec>
""" for language, term in zip(("es", "en", "fr"), terms))
    return f"""    <conceptEntry id="c@N@-{i}">
      <descrip type="subjectField">trabajo</descrip>
      <descrip type="definition">{text("es", i)}</descrip>
{sections}    </conceptEntry>
"""


def xliff_unit(i):
    note = "\n        <note>Revisado.</note>" if i % 10 == 0 else ""
    begin, end = ('<g id="1" ctype="bold">', "</g>") if i % 4 == 0 else ("", "")
    return f"""      <trans-unit id="@N@-{i}">
        <source>{begin}{text("es", i)}{end}</source>
        <target state="translated">{begin}{text("en", i)}{end}</target>{note}
      </trans-unit>
"""


FORMATS = {
    "tmx": (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n  <header creationtool="x" '
        'creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="es" '
        'datatype="plaintext"/>\n  <body>\n',
        tmx_unit,
        "  </body>\n</tmx>\n",
    ),
    "tbx": (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tbx type="TBX-Basic" style="dca" xml:lang="es" '
        'xmlns="urn:iso:std:iso:30042:ed-2">\n  <tbxHeader><fileDesc><sourceDesc><p>Prueba.</p>'
        "</sourceDesc></fileDesc></tbxHeader>\n  <text><body>\n",
        tbx_concept,
        "  </body></text>\n</tbx>\n",
    ),
    "xlf": (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" '
        'xmlns="urn:oasis:names:tc:xliff:document:1.2">\n  <file original="informe.docx" '
        'source-language="es" target-language="en" datatype="plaintext">\n    <body>\n',
        xliff_unit,
        "    </body>\n  </file>\n</xliff>\n",
    ),
}


def make(path, kind, megabytes):
    head, unit, tail = FORMATS[kind]
    block = "".join(unit(i) for i in range(KINDS))
    with path.open("wb") as out:
        out.write(head.encode())
        number = 0
        while out.tell() < megabytes * 1_000_000:
            out.write(block.replace("@N@", str(number)).encode())
            number += 1
        out.write(tail.encode())


def run(command):
    """Processor time in seconds, what it prints, and its most memory in MB."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    out = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    return used.ru_utime + used.ru_stime, out, used.ru_maxrss / 1024


def run_import(program, path):
    memory = path.with_suffix(".db")
    command = ["glossary", "import"] if path.suffix == ".tbx" else ["import"]
    seconds, _, most = run([program, *command, str(path), "--memory", str(memory)])
    memory.unlink()
    return seconds, most


def memory_of(out):
    """Of read_exchange, in MB."""
    return int(re.search(r"(\d+) kB", out)[1]) / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--import", dest="importer", metavar="TRUJAMAN")
    parser.add_argument("--size", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", type=pathlib.Path)
    args = parser.parse_args()
    xmllint = shutil.which("xmllint")
    if xmllint is None:
        print("xmllint is not installed (libxml2-utils): nothing to compare with")
    failed = False
    print("format     MB   records  ours: s    MB/s  peak MB   xmllint: s   time ratio"
          + ("   import: s  peak MB" if args.importer else ""))
    with tempfile.TemporaryDirectory(dir=args.work) as folder:
        for kind in FORMATS:
            path = pathlib.Path(folder) / f"large.{kind}"
            make(path, kind, args.size)
            ours, theirs = [], []
            for _ in range(args.rounds):
                ours.append(run([args.program, str(path)]))
                if xmllint:
                    theirs.append(run([xmllint, "--stream", "--noout", "--nonet", str(path)]))
            seconds, out, _ = min(ours)
            memory = memory_of(out)
            records = int(out.split()[0])
            line = (f"{kind:6} {args.size:6} {records:9,} {seconds:8.2f} {args.size / seconds:7.0f} "
                    f"{memory:8.1f}")
            failed = failed or memory > MOST_MEMORY
            if theirs:
                ratio = seconds / min(theirs)[0]
                line += f"   {min(theirs)[0]:10.2f} {ratio:12.2f}"
                failed = failed or ratio > MOST_TIME
            if args.importer:
                seconds, memory = run_import(args.importer, path)
                line += f"   {seconds:9.1f} {memory:8.1f}"
                failed = failed or memory > MOST_MEMORY
            print(line, flush=True)
            path.unlink()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
