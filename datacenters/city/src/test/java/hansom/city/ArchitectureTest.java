package hansom.city;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The city is a client like any other: it knows the public API and nothing of ours. */
@AnalyzeClasses(packages = "hansom", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_NOTHING_OF_OURS = noClasses()
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("hansom..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage("hansom.city..")));

    @ArchTest
    static final ArchRule KNOWS_NO_FRAMEWORK_OF_THE_NODE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework..", "org.springframework..", "java.sql..");

    @ArchTest
    static final ArchRule CHANCE_COMES_FROM_THE_SEED = noClasses()
            .that()
            .resideOutsideOfPackage("hansom.city.phone..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)")
            .orShould()
            .callMethod(Math.class, "random");
}
