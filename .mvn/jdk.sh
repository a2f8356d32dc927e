# Sets JAVA_HOME to a JDK 25 or newer: from JAVA_HOME itself, then the java on the path, then the usual folders. Sourced by the commands.
is_jdk_25() {
    [ -x "$1/bin/javac" ] || return 1
    release=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    [ -n "$release" ] && [ "$release" -ge 25 ]
}

find_jdk_25() {
    if [ -n "${JAVA_HOME:-}" ] && is_jdk_25 "$JAVA_HOME"; then return 0; fi
    if on_path=$(command -v javac 2>/dev/null); then
        on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
        JAVA_HOME=$(dirname -- "$(dirname -- "$on_path")")
        if is_jdk_25 "$JAVA_HOME"; then return 0; fi
    fi
    for candidate in /usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/java/* \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if is_jdk_25 "$candidate"; then
            JAVA_HOME=$candidate
            return 0
        fi
    done
    return 1
}

if find_jdk_25; then
    export JAVA_HOME
else
    echo "hansom needs a JDK 25: none is named by JAVA_HOME, on the path or in the usual folders (https://adoptium.net has one)" >&2
    exit 1
fi
