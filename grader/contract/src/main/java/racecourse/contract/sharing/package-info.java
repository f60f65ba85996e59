/**
 * Lab 10: threads share memory, processes do not. The student implements
 * {@link racecourse.contract.sharing.SharedMoney} as {@code lab.sharing.VisibleMoney(int initial)},
 * {@link racecourse.contract.sharing.Handoff} as {@code lab.sharing.SafeHandoff()} and
 * {@link racecourse.contract.sharing.MemoryExperiment} as {@code lab.sharing.ForkExperiment()}.
 */
package racecourse.contract.sharing;
