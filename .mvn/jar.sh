# Sets jar to the node's program, building it first when a source is newer; whoever sources it has set here and fail. Sourced by the commands.
. "$here/.mvn/jdk.sh"
jar=$here/datacenters/node/target/hansom.jar
if [ ! -f "$jar" ] || [ -n "$(find "$here/pom.xml" "$here"/*/pom.xml "$here"/*/*/pom.xml "$here"/*/src/main "$here"/*/*/src/main -newer "$jar" 2>/dev/null | head -n 1)" ]; then
    [ -w "$here" ] || fail "the node is not built and $here cannot be written"
    echo "building; the first time this takes some minutes" >&2
    (cd "$here" && ./mvnw -B -ntp -q -DskipTests package) >&2 || fail "the build failed; its messages stand above"
fi
