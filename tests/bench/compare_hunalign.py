#!/usr/bin/env python3
"""Aligns gold documents with hunalign and with trujaman, and compares them document by document.

  compare_hunalign.py score HUNALIGN TRUJAMAN GOLDDIR [--word-list TSV] [--dictionary PAIR=FILE]
                                                      [--beads TRUJAMANDIR] [--show]
  compare_hunalign.py grow HUNALIGN GROW_ALIGNER [SIZE ...] [--runs N]

score: strict F1 of both, pooled by pair and profile, then the documents on which trujaman is
behind. How far is counted in beads, so that small documents are not judged by one bead: the gold
beads with both sides that hunalign found more, and the difference in F1 times the number of those
beads, whichever is larger. More than two fail (exit status 1); --show prints what trujaman got
wrong there. hunalign gets the words of TSV (columns es, en, fr; alternatives between bars) or of a
dictionary of its own for a pair; without either, none. --beads takes trujaman's beads from
TRUJAMANDIR/PAIR/DOCUMENT.out (score_aligner --beads) instead of running it.

grow: processor time and peak memory of whole processes on the same two made-up documents, the best
of N runs, in turn, as ratios.

hunalign wants words apart from punctuation; it is case-sensitive, so both sides are lower-cased.
"""
import argparse
import collections
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

WORD = re.compile(r"\w+|[^\w\s]")
ALLOWED = 2.0
LANGUAGES = ["es", "en", "fr"]


def tokenized(line):
    return " ".join(WORD.findall(line.lower()))


def lines_of(path):
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def read_beads(path):
    def indices(field):
        return tuple(int(i) for i in field.split(",") if i)

    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(indices(row[0]), indices(row[1])) for row in rows]


def beads_of_ladder(text):
    """A ladder names the segments at which both sides may be cut; beads lie between its rungs."""
    beads = []
    last = (0, 0)
    for line in text.splitlines():
        s, t = (int(i) for i in line.split("\t")[:2])
        source, target = tuple(range(last[0], s)), tuple(range(last[1], t))
        if source and target:
            beads.append((source, target))
        else:
            beads += [((i,), ()) for i in source] + [((), (j,)) for j in target]
        last = (s, t)
    return beads


class Score:
    """Strict precision and recall as Sennrich & Volk (2011) count them: null beads are asked for in
    precision, not in recall."""

    def __init__(self):
        self.found = self.right = self.gold = self.recalled = 0

    def add(self, gold, beads):
        gold, beads = set(gold), set(beads)
        hits = gold & beads
        self.found += len(beads)
        self.right += len(hits)
        self.gold += sum(1 for s, t in gold if s and t)
        self.recalled += sum(1 for s, t in hits if s and t)

    def f1(self):
        p = self.right / self.found if self.found else 0.0
        r = self.recalled / self.gold if self.gold else 0.0
        return 2 * p * r / (p + r) if p + r else 0.0


def write_dictionary(tsv, source, target, path):
    """hunalign's: target words @ source words."""
    rows = [r.split("\t") for r in lines_of(tsv) if r and not r.startswith("#")]
    columns = [LANGUAGES.index(source), LANGUAGES.index(target)]
    with open(path, "w", encoding="utf-8") as out:
        for row in rows:
            if len(row) <= max(columns):
                continue
            for s in row[columns[0]].split("|"):
                for t in row[columns[1]].split("|"):
                    if s and t:
                        out.write(f"{tokenized(t)} @ {tokenized(s)}\n")


def run_hunalign(program, dictionary, source, target, folder):
    for side, path in (("source", source), ("target", target)):
        text = "".join(tokenized(line) + "\n" for line in lines_of(path))
        (folder / side).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [program, "-utf", dictionary, folder / "source", folder / "target"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True,
        cwd=folder)  # it leaves a translate.txt where it runs
    return beads_of_ladder(done.stdout.decode("utf-8", "replace"))


def run_trujaman(program, source, target, languages, folder):
    out = folder / "beads.tsv"
    subprocess.run(
        [program, "align", "--segmented", "-l", ",".join(languages), "--beads", out, source, target],
        stdout=subprocess.DEVNULL, check=True)
    return read_beads(out)


def show(path, languages, gold, ours, theirs):
    """The beads that trujaman got wrong, and whether hunalign has the right ones."""
    sides = [lines_of(path.with_suffix("." + language)) for language in languages]
    for label, beads in (("missed", set(gold) - set(ours)), ("wrong ", set(ours) - set(gold))):
        for bead in sorted(beads):
            known = "  (hunalign has it)" if bead in theirs else ""
            print(f"  {label} {bead[0]} - {bead[1]}{known}")
            for language, side, indices in zip(languages, sides, bead):
                for i in indices:
                    print(f"      {language} {i}  {side[i][:140]}")


def score(args):
    if not args.gold.is_dir():
        print(f"{args.gold} is not there: skipped")
        return 77  # Meson's "skipped"
    pooled = collections.defaultdict(lambda: (Score(), Score()))
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        (folder / "none.dic").touch()
        dictionaries = {pair: pathlib.Path(name).resolve()
                        for pair, name in (item.split("=", 1) for item in args.dictionary)}
        for path in sorted(args.gold.rglob("*.gold")):
            languages = path.parent.name.split("-")
            pair, document = path.parent.name, path.name[: -len(".gold")]
            if pair not in dictionaries:
                dictionaries[pair] = folder / "none.dic"
                if args.word_list and set(languages) <= set(LANGUAGES):
                    dictionaries[pair] = folder / (pair + ".dic")
                    write_dictionary(args.word_list, *languages, dictionaries[pair])
            base = path.parent / document
            source, target = (base.with_name(f"{document}.{language}") for language in languages)
            gold = read_beads(path)
            theirs = run_hunalign(args.hunalign, dictionaries[pair], source, target, folder)
            if args.beads:
                ours = read_beads(args.beads / pair / (document + ".out"))
            else:
                ours = run_trujaman(args.trujaman, source, target, languages, folder)
            one = (Score(), Score())
            for group in (one, pooled["pair    " + pair], pooled["profile " + document.split(".")[-1]]):
                group[0].add(gold, theirs)
                group[1].add(gold, ours)
            found_less = one[0].recalled - one[1].recalled
            behind = max(found_less, (one[0].f1() - one[1].f1()) * one[1].gold)
            rows.append((behind, found_less, path, one, (languages, gold, ours, theirs)))

    print(f"{'strict F1':<18} hunalign trujaman")
    for name in sorted(pooled):
        print(f"{name:<18}   {pooled[name][0].f1():.4f}   {pooled[name][1].f1():.4f}")
    rows.sort(key=lambda row: -row[0])
    failed = [row for row in rows if row[0] > ALLOWED]
    lead = [t.f1() - h.f1() for _, _, _, (h, t), _ in rows]
    print(f"\n{len(rows)} documents; trujaman's F1 higher on {sum(x > 0 for x in lead)}, the same on "
          f"{lead.count(0)}, lower on {sum(x < 0 for x in lead)}; behind by more than {ALLOWED:g} "
          f"beads on {len(failed)}; the ten worst:")
    print("behind  found less  of   wrong beads (h, t)  F1 (h, t)")
    for behind, less, path, (h, t), _ in rows[:10]:
        print(f"{behind:6.2f}  {less:10}  {t.gold:3}  {h.found - h.right:8}, {t.found - t.right:3}"
              f"       {h.f1():.4f} {t.f1():.4f}  {path.parent.name} {path.stem}")
    for row in rows if args.show else []:
        if row[0] > 0:
            print(f"\n{row[2].parent.name} {row[2].stem}: behind by {row[0]:.2f}")
            show(row[2], *row[4])
    return 1 if failed else 0


def cost(command, folder):
    """Processor seconds and peak memory in MB of a whole process."""
    measured = subprocess.run(
        [sys.executable, pathlib.Path(__file__).resolve(), "cost", *command],
        stdout=subprocess.PIPE, check=True, cwd=folder)
    seconds, megabytes = measured.stdout.split()
    return float(seconds), float(megabytes)


def cost_here(command):
    """In a process of its own, because what children used is known only for all of them."""
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def grow(args):
    print(f"{'':>8}  {'hunalign':^17}  {'trujaman':^17}  {'ratio':^13}")
    print("segments   seconds        MB   seconds        MB     time  memory")
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        (folder / "none.dic").touch()
        for size in args.sizes:
            subprocess.run([args.grow_aligner, str(size), "--write", folder / "d"], check=True)
            for language in ("es", "en"):
                path = folder / ("d." + language)
                text = "".join(tokenized(line) + "\n" for line in lines_of(path))
                (folder / ("t." + language)).write_text(text, encoding="utf-8")
            commands = ([args.hunalign, "-utf", folder / "none.dic", folder / "t.es", folder / "t.en"],
                        [args.grow_aligner, "--read", folder / "d"])
            best = [(float("inf"),) * 2] * 2
            for _ in range(args.runs):
                for k, command in enumerate(commands):
                    best[k] = tuple(map(min, best[k], cost(command, folder)))
            (hs, hm), (ts, tm) = best
            print(f"{size:8}  {hs:8.2f}  {hm:8.0f}  {ts:8.2f}  {tm:8.0f}  {ts / hs:7.2f} {tm / hm:7.2f}",
                  flush=True)
    return 0


def program(name):
    """The programs run in a folder of their own, so their names must hold there, too."""
    found = shutil.which(name)
    if not found:
        sys.exit(f"{name}: no such program")
    return pathlib.Path(found).resolve()


def main():
    if sys.argv[1:2] == ["cost"]:
        return cost_here(sys.argv[2:])
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    s = commands.add_parser("score")
    s.add_argument("hunalign", type=program)
    s.add_argument("trujaman", type=program)
    s.add_argument("gold", type=pathlib.Path)
    s.add_argument("--word-list", type=pathlib.Path)
    s.add_argument("--dictionary", action="append", default=[], metavar="PAIR=FILE")
    s.add_argument("--beads", type=pathlib.Path)
    s.add_argument("--show", action="store_true")
    s.set_defaults(run=score)
    g = commands.add_parser("grow")
    g.add_argument("hunalign", type=program)
    g.add_argument("grow_aligner", type=program)
    g.add_argument("sizes", type=int, nargs="*", default=[1000, 2000, 5000, 10000])
    g.add_argument("--runs", type=int, default=3)
    g.set_defaults(run=grow)
    args = parser.parse_args()
    return args.run(args)


if __name__ == "__main__":
    sys.exit(main())
