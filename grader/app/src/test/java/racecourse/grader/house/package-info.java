/**
 * The rules that hold the house up, kept by tests. They look at the compiled classes of every module, because this is
 * the one module that has them all.
 */
@NullMarked
package racecourse.grader.house;

import org.jspecify.annotations.NullMarked;
