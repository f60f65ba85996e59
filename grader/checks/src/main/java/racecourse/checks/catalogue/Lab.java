package racecourse.checks.catalogue;

import java.util.List;

/** One lab of the course: the classes that students write, and the checks of them. */
public interface Lab {
    /**
     * Returns the lab's name, as in its packages.
     *
     * @return {@code counter}
     */
    String name();

    /**
     * Returns the classes that a submission must have.
     *
     * @return names such as {@code lab.counter.MutexCounter}
     */
    List<String> entryClasses();

    /**
     * Returns the lab's checks, prerequisites before what needs them.
     *
     * @return the checks
     */
    List<Check> checks();
}
