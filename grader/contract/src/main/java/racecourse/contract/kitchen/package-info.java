/**
 * Lab 06: producers, consumers, and a queue that can be waited for. The student implements
 * {@link racecourse.contract.kitchen.JoinableQueue} as {@code lab.kitchen.CountingJoinableQueue(int capacity)} and
 * {@link racecourse.contract.kitchen.Kitchen} as {@code lab.kitchen.DaemonKitchen(int capacity)}.
 */
package racecourse.contract.kitchen;
