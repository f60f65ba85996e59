/**
 * Lab 11, solved: a counter guarded by a mutex. It shows the one shape that every other lab repeats: lock, try, work,
 * unlock in finally.
 */
package lab.counter;
