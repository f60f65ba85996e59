/**
 * Lab 03, solved: tickets sold under mutual exclusion, between threads and between processes. The second office is the
 * first with a file lock inside the thread lock, because a file lock belongs to the whole JVM and keeps no thread out.
 */
package lab.tickets;
