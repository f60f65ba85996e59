/** Compiles submissions in a JVM of its own, so that no source keeps the grader from its work: all labs at once, and where that fails each lab for itself. */
@NullMarked
package racecourse.grader.compile;

import org.jspecify.annotations.NullMarked;
