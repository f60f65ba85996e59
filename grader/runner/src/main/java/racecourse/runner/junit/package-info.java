/** What a student's test class calls: the checks of a lab as dynamic tests of JUnit. */
@NullMarked
package racecourse.runner.junit;

import org.jspecify.annotations.NullMarked;
