package racecourse.grader.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import racecourse.checks.catalogue.Lab;

/** The compiled classes of the kit, tests left out, and names for parts of it. */
final class House {
    /** Read once: it takes longer than the rules. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("racecourse");

    private House() {}

    static String checksOf(Lab lab) {
        return "racecourse.checks." + lab.name() + "..";
    }

    static DescribedPredicate<JavaClass> within(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }
}
