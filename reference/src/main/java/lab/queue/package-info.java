/**
 * Lab 04, solved: a bounded queue with one lock and two conditions, so that each signal reaches one who can use it.
 */
package lab.queue;
