/** What the reports must hold against: every kind of result, and text that tries to break out of its format. */
@NullMarked
package racecourse.grader.report;

import org.jspecify.annotations.NullMarked;
