#!/bin/sh
# Prepares the packaged program for a fast start and puts the launcher beside it.
# Called by the build: install.sh JAVA ASM SOURCE TARGET, where ASM is the jar of the library of
# that name, SOURCE is the module's folder, and TARGET holds ringfence.jar and the folder ringfence.
set -eu

java=$1
asm=$2
source=$3
target=$4
home=$target/ringfence

"${java}c" -nowarn -d "$target/launcher" -cp "$asm" "$source"/src/main/launcher/*.java
"$java" -cp "$asm:$target/launcher" FastStart \
  "$target/ringfence.jar" "$home"/lib/bc*.jar "$home"/lib/picocli*.jar

mkdir -p "$home/bin"
cp "$source/src/main/launcher/ringfence" "$home/bin/ringfence"
chmod 755 "$home/bin/ringfence"

# trial_run JAVA OPTION...: a typical short command, from which an archive is made. It reads a catalog
# too: the classes for YAML are many, and policies and fleets need them as well; and by that catalog
# the pack of trust stores.
trial_run() {
  run=$1
  shift
  code=0
  "$run" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable "$@" \
    -cp "$target/ringfence.jar" dev.ringfence.app.Main check \
    --chain "$source/examples/chains/cryptography-io-2014.pem" \
    --fleet "$source/src/main/launcher/trial/phones.csv" \
    --catalog "$source/src/main/launcher/trial/catalog.yaml" \
    --at 2016-01-15T12:00:00Z -o text > /dev/null || code=$?
  # 0 and 1 are verdicts. Anything else is a program that does not run, which the build should tell.
  if [ "$code" -gt 1 ]; then
    echo "The trial run ended with exit code $code, expected a verdict (0 or 1)." >&2
    exit 1
  fi
}

major() {
  "$1" -XshowSettings:properties -version 2>&1 |
    sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p'
}

# An archive made from a list holds old class files too; one made at the end of a run does not.
classes=$target/trial-run.classes
rm -f "$home/ringfence.jsa" "$home/ringfence.aot" "$home/java-of-aot"
trial_run "$java" -Xshare:off "-XX:DumpLoadedClassList=$classes"
"$java" -XX:+UseSerialGC -Xshare:dump -Xlog:disable "-XX:SharedClassListFile=$classes" \
  "-XX:SharedArchiveFile=$home/ringfence.jsa" -cp "$target/ringfence.jar" > /dev/null

# From Java 25 on there is a cache that also holds linked classes. One is made for the first such
# Java that is installed beside the one of the build, and the launcher then prefers it.
for newer in "${java%/*/bin/java}"/*/bin/java; do
  if [ -x "$newer" ] && [ "$(major "$newer")" -ge 25 ]; then
    trial_run "$newer" "-XX:AOTCacheOutput=$home/ringfence.aot" 2> /dev/null
    echo "$newer" > "$home/java-of-aot"
    break
  fi
done
