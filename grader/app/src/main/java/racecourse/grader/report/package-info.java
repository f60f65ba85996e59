/** Writes what came out, one renderer a format. Files are written whole or not at all. */
@NullMarked
package racecourse.grader.report;

import org.jspecify.annotations.NullMarked;
