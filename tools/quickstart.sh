#!/usr/bin/env bash
# From a fresh clone to a first result: installs what is missing, builds the program, aligns a
# report in three languages and asks the memory that comes out of it.
set -euo pipefail
cd "$(dirname "$0")/.."

out=build/quickstart
program=build/tools/trujaman
report=examples/report

# Shows a command the way it is typed, then runs it.
run() {
  local word last='' line='$' width=1
  for word in "$@"; do
    [[ $word =~ ^[A-Za-z0-9_./,=-]+$ ]] || word="'$word'"
    # An option and its value stay on one line.
    if [[ $last != -* ]] && ((width > 1 && width + ${#word} > 90)); then
      line+=" \\"$'\n   '
      width=3
    fi
    line+=" $word"
    width=$((width + 1 + ${#word}))
    last=$word
  done
  printf '\n%s\n' "$line"
  "$@"
}

tools/setup.sh

if [ ! -f build/build.ninja ]; then
  printf 'Configuring build/\n'
  if ! output=$(meson setup build 2>&1); then
    printf '%s\n' "$output" >&2
    exit 1
  fi
fi
[ -x "$program" ] || printf 'Building %s (minutes, this first time)\n' "$program"
if [ -t 1 ]; then
  ninja -C build tools/trujaman
elif ! output=$(ninja -C build tools/trujaman 2>&1); then
  printf '%s\n' "$output" >&2
  exit 1
fi

mkdir -p "$out"
rm -f "$out"/report.*

printf '\nA report in Spanish, English and French becomes a TMX file and a memory:\n'
run "$program" align "$report/informe.es.md" "$report/report.en.md" "$report/rapport.fr.md" \
  --glossary "$report/glossary.tsv" -o "$out/report.tmx" --memory "$out/report.tm"

printf '\nA sentence to translate: what resembles it, and the terms in it:\n'
run "$program" lookup --memory "$out/report.tm" --glossary "$report/glossary.tsv" \
  --from es --to en \
  'Las sequías de los últimos diez años han empujado a miles de familias campesinas hacia las ciudades de la costa.'

printf '\nA glossary finds its terms in any text, inflected ones too:\n'
run "$program" terms --glossary "$report/glossary.tsv" --from es --to en,fr \
  'Los convenios de seguridad social protegen a las trabajadoras migrantes.'

cat <<TEXT

Done: $out/report.tmx (for any CAT tool) and $out/report.tm (the memory). Next:
  $program align YOURS.es.txt YOURS.en.txt --memory $out/report.tm
  $program concordance --memory $out/report.tm 'movilidad laboral'
  $program export --memory $out/report.tm --from es --to fr -o es-fr.tmx
  $program --help
TEXT
