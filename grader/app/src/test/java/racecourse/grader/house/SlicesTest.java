package racecourse.grader.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.catalogue.Labs;

/** Second house rule: vertical slices by lab, over machinery that knows no lab. Labs that are added are kept to it too. */
class SlicesTest {
    /** The labs whose contract a lab keeps, beside its own: their checks look at it, too. */
    private static final Map<String, Set<String>> BUILDS_ON = Map.of("kitchen", Set.of("queue"));

    @TestFactory
    Stream<DynamicTest> checksOfALabDependOnNoOtherLabsChecks() {
        return Labs.all().stream()
                .map(lab -> DynamicTest.dynamicTest(lab.name(), () -> noClasses()
                        .that()
                        .resideInAPackage(House.checksOf(lab))
                        .should()
                        .dependOnClassesThat(House.within(checksOfOthers(lab)))
                        .because("a lab can be changed, or taken away, without looking at the others")
                        .check(House.CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> checksOfALabKnowItsContractOnly() {
        return Labs.all().stream()
                .map(lab -> DynamicTest.dynamicTest(lab.name(), () -> classes()
                        .that()
                        .resideInAPackage(House.checksOf(lab))
                        .should()
                        .onlyDependOnClassesThat(
                                not(House.within("racecourse.contract..")).or(House.within(contracts(lab))))
                        .because("what a lab demands is in its own contract")
                        .check(House.CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> contractOfALabKnowsNoOtherLab() {
        return Labs.all().stream()
                .map(lab -> DynamicTest.dynamicTest(lab.name(), () -> classes()
                        .that()
                        .resideInAPackage("racecourse.contract." + lab.name() + "..")
                        .should()
                        .onlyDependOnClassesThat(House.within("java..").or(House.within(contracts(lab))))
                        .check(House.CLASSES)));
    }

    @Test
    void enginesKnowNoLab() {
        String[] labs = Labs.all().stream().map(House::checksOf).toArray(String[]::new);
        String[] contracts = Labs.all().stream()
                .map(lab -> "racecourse.contract." + lab.name() + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("racecourse.checks.engine..")
                .should()
                .dependOnClassesThat(House.within(labs)
                        .or(House.within(contracts))
                        .or(House.within("racecourse.checks.worker.."))
                        .or(JavaClass.Predicates.belongToAnyOf(Labs.class)))
                .because("the machinery is shared by twelve labs")
                .check(House.CLASSES);
    }

    @Test
    void protocolKnowsNothingButItself() {
        classes()
                .that()
                .resideInAPackage("racecourse.checks.protocol..")
                .should()
                .onlyDependOnClassesThat(
                        House.within("racecourse.checks.protocol..", "java..", "org.jspecify.annotations.."))
                .because("it is read on both sides of the cut")
                .check(House.CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> labIsInAPackageOfItsName() {
        return Labs.all().stream()
                .map(lab -> DynamicTest.dynamicTest(lab.name(), () -> classes()
                        .that()
                        .haveSimpleName(capitalized(lab.name()) + "Lab")
                        .should()
                        .resideInAPackage(House.checksOf(lab))
                        .andShould()
                        .implement(Lab.class)
                        .check(House.CLASSES)));
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String[] checksOfOthers(Lab lab) {
        return Labs.all().stream()
                .filter(other -> !other.name().equals(lab.name()))
                .filter(other -> !BUILDS_ON.getOrDefault(lab.name(), Set.of()).contains(other.name()))
                .map(House::checksOf)
                .toArray(String[]::new);
    }

    private static String[] contracts(Lab lab) {
        Stream<String> labs =
                Stream.concat(Stream.of(lab.name()), BUILDS_ON.getOrDefault(lab.name(), Set.of()).stream());
        return Stream.concat(Stream.of("racecourse.contract"), labs.map(name -> "racecourse.contract." + name + ".."))
                .toArray(String[]::new);
    }
}
