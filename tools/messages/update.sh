#!/usr/bin/env bash
# Brings the catalogues of messages up to date with the source code: new messages come in without a
# translation, those that are gone go out. Needs Debian's gettext.
#
#   tools/messages/update.sh [FOLDER]
#
# FOLDER takes the fresh catalogues (lib/es.po, tools/fr.po, …) instead of the source tree.
set -euo pipefail
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
into=${1-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# PART CATALOGUES SOURCE...
update() {
  local part=$1 catalogues=$2 template=$work/$1.pot catalogue
  shift 2
  find "$@" -name '*.[ch]pp' | sort >"$work/files"
  xgettext --files-from="$work/files" --language=C++ --from-code=UTF-8 --output="$template" \
    --keyword --keyword=message:1 --keyword=counted:1,2 --keyword=message_id:1 \
    --add-location=file --package-name=trujaman
  # What changes by itself has no place under version control.
  sed -i '/^"POT-Creation-Date/d' "$template"
  for catalogue in "$catalogues"/*.po; do
    msgmerge --quiet --no-fuzzy-matching --add-location=file --output-file="$work/merged.po" \
      "$catalogue" "$template"
    msgattrib --no-obsolete --output-file="$work/fresh.po" "$work/merged.po"
    if [ -n "$into" ]; then
      mkdir -p "$into/$part"
      cp "$work/fresh.po" "$into/$part/$(basename "$catalogue")"
    else
      cp "$work/fresh.po" "$catalogue"
    fi
  done
}

update lib lib/base/messages include lib
update tools tools/messages tools
