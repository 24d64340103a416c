#!/bin/sh
# Builds the Debian package: jpackage/build.sh. Needs what the build needs, and dpkg-deb, fakeroot.
# The result is in target/jpackage/; its name has the version that Maven gives.
set -eu

root=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd -P)
cd "$root"
name=dynamic-worker-playground
distribution=app/target/playground
work=target/jpackage

find_jdk() {
    for jdk in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
        if [ -x "$jdk/bin/jpackage" ] && grep -qs '^JAVA_VERSION="25[".]' "$jdk/release"; then
            echo "$jdk"
            return
        fi
    done
}

jdk=$(find_jdk)
if [ -z "$jdk" ]; then
    echo "jpackage/build.sh: needs a JDK 25: install one or set JAVA_HOME to it." >&2
    exit 2
fi

mvn -B -ntp package -Dmaven.test.skip -Dverification.skip
version=$(cat "$distribution/lib/version")

rm -rf "$work"
mkdir -p "$work/input/mods"
cp "$distribution"/lib/*.jar app/target/compiler/*.jar "$work/input/mods/"
cp -r "$distribution/lib/native" "$distribution/samples" "$distribution/LICENSE" "$work/input/"

# Modules of the JDK only: jlink refuses automatic modules, of which RichTextFX is one. The compiler's stub module
# jdk.graal.compiler must not be among them, so that the real one can be on the ordinary module path.
"$jdk/bin/jlink" \
    --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,java.sql.rowset,java.xml \
    --add-modules jdk.attach,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.internal.vm.ci,jdk.jfr,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs \
    --strip-debug --no-header-files --no-man-pages --compress zip-6 \
    --output "$work/runtime"

"$jdk/bin/jpackage" --type app-image \
    --name "$name" --app-version "$version" \
    --dest "$work/image" --runtime-image "$work/runtime" --input "$work/input" \
    --main-jar "mods/playground-app-$version.jar" --main-class dev.dynamicworkers.playground.app.Main \
    --icon icons/playground-512.png

# jpackage leaves the commands out of the runtime, and the engine process and the making of the cache need this one.
mkdir -p "$work/image/$name/lib/runtime/bin"
cp "$work/runtime/bin/java" "$work/image/$name/lib/runtime/bin/"

# jpackage can only name a main module that is linked into the image, so the launcher's configuration is our own.
{
    echo '[Application]'
    echo 'app.mainmodule=dev.dynamicworkers.playground.app/dev.dynamicworkers.playground.app.Main'
    echo
    echo '[JavaOptions]'
    echo "java-options=-Djpackage.app-version=$version"
    grep '^-' "$distribution/lib/playground.options" | sed 's/^/java-options=/'
    cat jpackage/linux/launcher.options
} >"$work/image/$name/lib/app/$name.cfg"

"$jdk/bin/jpackage" --type deb \
    --app-image "$work/image/$name" --dest "$work" \
    --name "$name" --app-version "$version" \
    --description "Runs Cloudflare Dynamic Workers offline" \
    --vendor "Dynamic Worker Playground" \
    --resource-dir jpackage/linux \
    --linux-menu-group Development --linux-shortcut

ls "$work"/*.deb
