# built JAR…: builds the project when one of these is missing or older than a source. Sourced by the commands, with $here set; finds the JDK.
. "$here/.mvn/jdk.sh"
built() {
    for wanted in "$@"; do
        wanted=$here/$wanted
        if [ -f "$wanted" ] && [ -z "$(find "$here/pom.xml" "$here"/*/pom.xml "$here"/*/*/pom.xml "$here"/*/src/main "$here"/*/*/src/main -newer "$wanted" 2>/dev/null | head -n 1)" ]; then
            continue
        fi
        [ -w "$here" ] || { echo "$wanted is not built and $here cannot be written" >&2; return 1; }
        echo "building; the first time this takes some minutes" >&2
        (cd "$here" && ./mvnw -B -ntp -q -DskipTests package) >&2 || { echo "the build failed; its messages stand above" >&2; return 1; }
        # Maven leaves alone what has not changed, which then would look old for ever.
        for wanted in "$@"; do touch "$here/$wanted"; done
        return 0
    done
}

# What the node's JVM is told, always: what is kept of a rehearsal fits these options only.
options="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=4 -Xmx700m -Xss512k --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

# rehearsed: unpacks the built node and starts it once in a folder that goes afterwards; what a start loads and links is kept beside it, and
# later starts take half as long. Where that fails, nodes start from the jar as it is.
rehearsed() {
    jar=$here/datacenters/node/target/hansom.jar
    quick=$here/datacenters/node/target/quick
    [ -f "$quick/hansom.aot" ] && [ "$quick/hansom.aot" -nt "$jar" ] && return 0
    [ -w "$here" ] || return 0
    echo "rehearsing a start" >&2
    rm -rf "$quick" "$quick.new"
    scratch=$(mktemp -d) || return 0
    if "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$quick.new" >/dev/null &&
        (cd "$here" && mv "$quick.new" "$quick" &&
            "$JAVA_HOME/bin/java" $options -Xlog:disable -XX:AOTCacheOutput="$quick/new.aot" -jar "$quick/hansom.jar" rehearsal \
                --hansom.data="$scratch/data") >"$scratch/said" 2>&1; then
        mv "$quick/new.aot" "$quick/hansom.aot"
    else
        echo "the rehearsal failed, so starts will take longer: $(tail -n 1 "$scratch/said" 2>/dev/null)" >&2
        rm -rf "$quick" "$quick.new"
    fi
    rm -rf "$scratch"
}
