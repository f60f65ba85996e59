/**
 * Lab 08: what can be asked of threads. The student implements {@link racecourse.contract.inspect.ThreadInspector} as
 * {@code lab.inspect.LiveThreadInspector()}.
 */
package racecourse.contract.inspect;
