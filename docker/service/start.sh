#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Starts the service, or another verb of it. A secret may be given as a file: NAME_FILE stands for NAME.
set -eu

from_file() {
  file=$(printenv "$1_FILE" || true)
  [ -n "$file" ] || return 0
  [ -r "$file" ] || { echo "malbild: cannot read $file ($1_FILE)" >&2; exit 2; }
  export "$1=$(cat "$file")"
}

for name in DATASOURCES_DEFAULT_PASSWORD MALBILD_TOKEN_KEY MALBILD_IDENTITY_KEY MALBILD_METRICS_TOKEN MALBILD_S3_ACCESS_KEY MALBILD_S3_SECRET_KEY; do from_file "$name"; done

here=$(dirname "$0")
verb=${1:-serve}

# The probe is started every few seconds and does next to nothing.
if [ "$verb" = probe ]; then
  exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx32m -cp "$here/malbild.jar" se.malbild.Probe "http://127.0.0.1:8080/health"
fi

# Classes that were loaded once are kept beside the data; the second start is quicker by them.
exec java --enable-native-access=ALL-UNNAMED -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError \
  -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="$MALBILD_DATA/classes.jsa" -Xlog:disable -Xlog:all=error:stderr \
  ${MALBILD_JAVA_OPTIONS:-} -cp "$here/malbild.jar" se.malbild.Malbild "$@"
