package racecourse.grader.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import racecourse.checks.worker.Worker;
import racecourse.runner.InProcessRun;

/** First house rule: modules are cut where JVMs are cut, and what crosses is data. */
class ModulesTest {
    private static final String[] OUTSIDE = {"racecourse.grader..", "racecourse.runner.."};

    @Test
    void outsideTheWorkersNoClassIsLoadedByName() {
        classes()
                .that(House.within(OUTSIDE))
                .should(Loading.never())
                .because("a class of a submission that is loaded here could do whatever the grader can")
                .check(House.CLASSES);
    }

    @Test
    void outsideTheWorkersChecksAreKnownAsDataOnly() {
        noClasses()
                .that(House.within(OUTSIDE))
                .and(not(name(InProcessRun.class.getName())))
                .should()
                .dependOnClassesThat(House.within("racecourse.checks..")
                        .and(not(House.within("racecourse.checks.protocol", "racecourse.checks.catalogue"))))
                .because("requests go in and frames come out; what runs a check is the worker's affair")
                .check(House.CLASSES);
    }

    @Test
    void onlyTheRunForDebuggersWorksInProcess() {
        classes()
                .that()
                .belongToAnyOf(InProcessRun.class)
                .should()
                .onlyDependOnClassesThat(not(House.within("racecourse.checks.."))
                        .or(House.within("racecourse.checks.protocol", "racecourse.checks.catalogue"))
                        .or(JavaClass.Predicates.belongToAnyOf(Worker.class)))
                .because("the worker has one entry for both ways of running it")
                .check(House.CLASSES);
        noClasses()
                .that()
                .resideInAPackage("racecourse.grader..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(InProcessRun.class)
                .because("the grader never runs a submission in its own JVM")
                .check(House.CLASSES);
    }

    @Test
    void checksKnowNoScoresAndNoPeople() {
        noClasses()
                .that()
                .resideInAPackage("racecourse.checks..")
                .should()
                .dependOnClassesThat(House.within(OUTSIDE))
                .because("checks say what they saw; what it is worth is decided elsewhere")
                .check(House.CLASSES);
    }

    @Test
    void runnerDoesNotKnowTheGrader() {
        noClasses()
                .that()
                .resideInAPackage("racecourse.runner..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("racecourse.grader..")
                .because("students have the runner, and no grader")
                .check(House.CLASSES);
    }

    @Test
    void contractNeedsNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage("racecourse.contract..")
                .should()
                .onlyDependOnClassesThat(House.within("racecourse.contract..", "java.."))
                .because("students compile against it and against nothing else")
                .check(House.CLASSES);
    }
}
