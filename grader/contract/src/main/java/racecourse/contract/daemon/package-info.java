/**
 * Lab 09: daemon threads. The student implements {@link racecourse.contract.daemon.DaemonLauncher} as
 * {@code lab.daemon.JvmDaemonLauncher()}.
 */
package racecourse.contract.daemon;
