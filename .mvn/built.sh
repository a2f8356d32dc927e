# built JAR…: builds the project when one of these is missing or older than a source. Sourced by the commands after jdk.sh, with $here set.
built() {
    for jar in "$@"; do
        jar=$here/$jar
        if [ -f "$jar" ] && [ -z "$(find "$here/pom.xml" "$here"/*/pom.xml "$here"/*/*/pom.xml "$here"/*/src/main "$here"/*/*/src/main -newer "$jar" 2>/dev/null | head -n 1)" ]; then
            continue
        fi
        [ -w "$here" ] || { echo "$jar is not built and $here cannot be written" >&2; return 1; }
        echo "building; the first time this takes some minutes" >&2
        (cd "$here" && ./mvnw -B -ntp -q -DskipTests package) >&2 || { echo "the build failed; its messages stand above" >&2; return 1; }
        return 0
    done
}
