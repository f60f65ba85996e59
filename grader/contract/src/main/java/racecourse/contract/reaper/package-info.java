/**
 * Lab 01: zombie and orphan processes. The student implements {@link racecourse.contract.reaper.ChildReaper} as
 * {@code lab.reaper.WaitingChildReaper()}.
 */
package racecourse.contract.reaper;
