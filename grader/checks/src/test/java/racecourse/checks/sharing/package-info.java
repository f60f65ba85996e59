/** Tests of lab 10's plots: right and wrong ways to share, judged under a weak memory. */
@NullMarked
package racecourse.checks.sharing;

import org.jspecify.annotations.NullMarked;
