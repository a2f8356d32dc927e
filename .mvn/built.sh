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
