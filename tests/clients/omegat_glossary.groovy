// Prints the entries that OmegaT's own readers find in a glossary file: "entry", source, target, parted
// by tabs. Arguments: the folder of a project, which has the languages, and the file.
import org.omegat.core.Core
import org.omegat.core.data.RealProject
import org.omegat.gui.glossary.GlossaryReaderTBX
import org.omegat.gui.glossary.GlossaryReaderTSV
import org.omegat.util.ProjectFileStorage

def (folder, file) = [new File(args[0]), new File(args[1])]
Core.initializeConsole([:])
Core.project = new RealProject(ProjectFileStorage.loadProjectProperties(folder), null)
def reader = file.name.endsWith('.tbx') ? GlossaryReaderTBX : GlossaryReaderTSV
reader.read(file, false).each { println(['entry', it.srcText, it.locText].join('\t')) }
System.exit(0)
