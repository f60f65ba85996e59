/**
 * The main program of the JVM in which student code runs: takes requests from its standard input, runs detectors, and
 * tells what they say in frames on its standard output.
 */
@NullMarked
package racecourse.checks.worker;

import org.jspecify.annotations.NullMarked;
