"""OmegaT translates a document from our TMX, and has our terms."""
import pathlib

from client_support import REVISED, ClientTest, main, needs

JAR = "/usr/share/omegat/OmegaT.jar"
GROOVY = "/usr/share/java/groovy-all.jar"
GLOSSARY_PROBE = pathlib.Path(__file__).with_name("omegat_glossary.groovy")
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>es</source_lang><target_lang>{target}</target_lang>
<source_tok>org.omegat.tokenizer.DefaultTokenizer</source_tok>
<target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok>
<sentence_seg>true</sentence_seg><remove_tags>false</remove_tags>
<support_default_translations>true</support_default_translations>
</project></omegat>
"""


@needs("java", JAR)
class OmegaT(ClientTest):
    def project(self, target, sources):
        """Makes a project with these source files (name: text); its folder."""
        for part in ("source", "target", "tm/auto", "glossary", "omegat", "dictionary"):
            (self.folder / "project" / part).mkdir(parents=True)
        self.write("project/omegat.project", PROJECT.format(target=target))
        for name, text in sources.items():
            self.write(f"project/source/{name}", text)
        return self.folder / "project"

    def java(self, *arguments):
        return self.run_client(
            "java", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", f"-Duser.home={self.folder}",
            *arguments)

    def translate(self, project):
        self.java("-jar", JAR, "--mode=console-translate", f"--config-dir={self.folder}/config",
                  project)

    def target(self, project, name):
        text = (project / "target" / name).read_text(encoding="utf-8-sig")
        return [line for line in text.splitlines() if line.strip()]

    def test_a_document_is_translated_from_the_memory(self):
        for target in ("en", "fr"):
            with self.subTest(target):
                tmx = self.exported(f"{target}.tmx", "--from", "es", "--to", target)
                expected = dict(self.pairs(tmx, target=target))
                project = self.project(target, {"informe.txt": REVISED})
                tmx.rename(project / "tm" / "auto" / "memory.tmx")
                self.translate(project)
                sentences = [line for line in REVISED.splitlines() if line]
                for sentence in sentences[:-1]:
                    self.assertIn(sentence, expected)
                self.assertEqual(self.target(project, "informe.txt"),
                                 [expected.get(s, s) for s in sentences])
                project.rename(self.folder / f"project-{target}")

    def test_three_languages_in_one_file(self):
        tmx = self.exported("all.tmx")
        expected = dict(self.pairs(tmx, target="fr"))
        project = self.project("fr", {"informe.txt": REVISED})
        tmx.rename(project / "tm" / "auto" / "memory.tmx")
        self.translate(project)
        self.assertEqual(self.target(project, "informe.txt")[1],
                         expected["Nadie respondió enseguida."])

    @needs(GROOVY)
    def test_glossaries_are_read(self):
        self.succeed("glossary", "export", "--glossary", "glossary.tsv", "-o", "terms.utf8",
                     "--from", "es", "--to", "en")
        self.succeed("glossary", "export", "--glossary", "glossary.tsv", "-o", "terms.tbx",
                     "--tbx-2008")
        project = self.project("en", {"informe.txt": REVISED})
        ours = self.succeed("terms", "--glossary", "glossary.tsv", "--from", "es", "--to", "en",
                            "--json", "trabajador agrícola").json()[0]["terms"][0]
        classpath = ":".join([GROOVY, JAR, "/usr/share/omegat/lib/*", "/usr/share/java/*"])
        for name in ("terms.utf8", "terms.tbx"):
            with self.subTest(name):
                out = self.java("-cp", classpath, "groovy.ui.GroovyMain", GLOSSARY_PROBE, project,
                                self.folder / name)
                entries = [line.split("\t")[1:] for line in out.splitlines()
                           if line.startswith("entry\t")]
                self.assertIn([ours["term"], ours["equivalents"]["en"][0]], entries)


if __name__ == "__main__":
    main()
