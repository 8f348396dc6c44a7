#!/bin/sh
# Makes the file system below the program: a Java runtime of the modules it uses, the libraries that
# this runtime is linked with, a user and a place for temporary files. There is no shell in it.
# Called by the build: rootfs.sh JDK ROOT. The runtime and the libraries are those of this machine.
set -eu

jdk=$1
root=$2
# What jdeps finds, without what only optional code asks for (java.desktop, java.compiler), and with
# elliptic curves for TLS, which are found by name.
modules=java.base,java.logging,java.management,java.naming,java.sql,java.xml
modules=$modules,jdk.crypto.ec,jdk.httpserver,jdk.management,jdk.unsupported

rm -rf "$root"
mkdir -p "$root/opt" "$root/etc" "$root/tmp"
"$jdk/bin/jlink" --add-modules "$modules" --output "$root/opt/java" \
  --strip-java-debug-attributes --no-header-files --no-man-pages

# Every library, by the path under which the loader looks for it.
find "$root/opt/java" -type f \( -name '*.so' -o -perm -u+x \) -exec ldd {} + |
  sed -n -e 's/.* => \(\/[^ ]*\) (0x.*/\1/p' -e 's/^[[:space:]]*\(\/[^ ]*\) (0x.*/\1/p' |
  grep -v "^$root/" | sort -u > "$root.libraries"
while read -r library; do
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
  # Their licences and versions, as the package manager of this machine knows them.
  package=$(dpkg-query -S "$library" "$(readlink -f "$library")" 2> /dev/null | cut -d: -f1 | head -1)
  if [ -n "$package" ]; then
    mkdir -p "$root/usr/share/doc/$package" "$root/var/lib/dpkg/status.d"
    cp -L "/usr/share/doc/$package/copyright" "$root/usr/share/doc/$package/copyright"
    dpkg-query -s "$package" > "$root/var/lib/dpkg/status.d/$package"
  fi
done < "$root.libraries"

if [ -r /etc/os-release ]; then
  cp -L /etc/os-release "$root/etc/os-release"
fi
echo 'hosts: files dns' > "$root/etc/nsswitch.conf"
echo 'ringfence:x:65532:65532:Ringfence:/tmp:/nonexistent' > "$root/etc/passwd"
echo 'ringfence:x:65532:' > "$root/etc/group"
