/**
 * Lab 05: messages between processes. The student implements {@link racecourse.contract.ipc.ProcessMessenger} as
 * {@code lab.ipc.FramedMessenger()}.
 */
package racecourse.contract.ipc;
