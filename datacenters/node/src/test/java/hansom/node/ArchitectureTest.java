package hansom.node;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import hansom.contract.SagaOnly;
import java.time.Instant;
import org.axonframework.spring.stereotype.Aggregate;

/** The house as drawn: who may know whom, and the words that name no room. */
@AnalyzeClasses(packages = "hansom", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] ROLES = {
        "hansom.command..", "hansom.saga..", "hansom.query..", "hansom.geo..", "hansom.edge.."
    };

    @ArchTest
    static final ArchRule CONTRACT_KNOWS_NOTHING_OF_OURS = classes()
            .that()
            .resideInAPackage("hansom.contract..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.axonframework..", "hansom.contract..");

    @ArchTest
    static final ArchRule ENGINES_KNOW_NO_RIDES = noClasses()
            .that()
            .resideInAPackage("hansom.engines..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("hansom.contract..", "hansom.node..", "hansom.monitoring..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(ROLES);

    @ArchTest
    static final ArchRule ROLES_MEET_THROUGH_MESSAGES_ONLY =
            slices().matching("hansom.(command|saga|query|geo|edge)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule MONITORING_LOOKS_FROM_OUTSIDE = noClasses()
            .that()
            .resideInAPackage("hansom.monitoring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROLES);

    @ArchTest
    static final ArchRule EDGE_NEVER_SENDS_WHAT_ONLY_SAGAS_MAY = noClasses()
            .that()
            .resideInAPackage("hansom.edge..")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(SagaOnly.class);

    @ArchTest
    static final ArchRule MEASURES_FROM_OUTSIDE = noClasses()
            .that()
            .resideInAnyPackage("hansom.bench..", "hansom.drill..")
            // Only what an answer costs within a node, and what weeks teach it, cannot be measured from outside it.
            .and()
            .resideOutsideOfPackages("hansom.bench.road..", "hansom.bench.truth..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("hansom.contract..", "hansom.engines..", "hansom.node..", "hansom.monitoring..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(ROLES);

    @ArchTest
    static final ArchRule PACKAGES_ARE_WORDS_OF_THE_RIDE = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..common..", "..shared..", "..model..", "..service..", "..impl..", "..dto..");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Dto");

    @ArchTest
    static final ArchRule AGGREGATES_NEVER_ASK_THE_CLOCK_ON_THE_WALL = noClasses()
            .that()
            .areAnnotatedWith(Aggregate.class)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "java.net..", "org.springframework.jdbc.."))
            .orShould()
            .dependOnClassesThat(randomness());

    @ArchTest
    static final ArchRule NOTHING_PRINTS_BESIDE_THE_LOG = noMethods()
            .that()
            .areDeclaredInClassesThat(outsideOfNode())
            .should()
            .haveName("printStackTrace");

    private static DescribedPredicate<JavaClass> randomness() {
        return DescribedPredicate.describe(
                "random",
                type -> type.getName().equals("java.util.Random")
                        || type.getName().equals("java.util.UUID"));
    }

    private static DescribedPredicate<JavaClass> outsideOfNode() {
        return DescribedPredicate.not(resideInAnyPackage("hansom.node.."));
    }
}
