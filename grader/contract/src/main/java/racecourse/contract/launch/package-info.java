/**
 * Lab 07: two ways to start a thread. The student implements {@link racecourse.contract.launch.ThreadLauncher} as
 * {@code lab.launch.TwoWaysLauncher()}.
 */
package racecourse.contract.launch;
