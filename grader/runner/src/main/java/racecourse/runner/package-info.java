/**
 * Starts the JVMs in which student code runs, reads what they tell, and judges it. No class of a submission is ever
 * loaded here.
 */
@NullMarked
package racecourse.runner;

import org.jspecify.annotations.NullMarked;
