#!/bin/sh
# Puts the launcher beside the packaged program and records the classes of a trial run for it.
# Called by the build: install.sh JAVA SOURCE TARGET, where SOURCE is the module's folder and
# TARGET holds ringfence.jar and the folder ringfence.
set -eu

java=$1
source=$2
target=$3
archive=$target/ringfence/ringfence.jsa
classes=$target/trial-run.classes

# Classes of a signed jar cannot be in the archive, and their signatures are checked at each start.
"$java" "$source/src/main/launcher/Unsign.java" "$target"/ringfence/lib/bc*.jar

mkdir -p "$target/ringfence/bin"
cp "$source/src/main/launcher/ringfence" "$target/ringfence/bin/ringfence"
chmod 755 "$target/ringfence/bin/ringfence"

rm -f "$archive"
"$java" -XX:+UseSerialGC -Xshare:off -Xlog:disable "-XX:DumpLoadedClassList=$classes" \
  -jar "$target/ringfence.jar" check \
  --chain "$source/examples/chains/dinnerjerks-2014.pem" \
  --fleet "$source/examples/inventories/phones.csv" \
  --at 2014-06-01 -o text > /dev/null || code=$?
# 0 and 1 are verdicts. Anything else is a program that does not run, which the build should tell.
if [ "${code-0}" -gt 1 ]; then
  echo "The trial run ended with exit code $code, expected a verdict (0 or 1)." >&2
  exit 1
fi
# An archive made from a list holds old class files too; one made at the end of a run does not.
"$java" -XX:+UseSerialGC -Xshare:dump -Xlog:disable "-XX:SharedClassListFile=$classes" \
  "-XX:SharedArchiveFile=$archive" -cp "$target/ringfence.jar" > /dev/null
