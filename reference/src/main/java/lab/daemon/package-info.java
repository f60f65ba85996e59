/**
 * Lab 09, solved: daemon threads. A thread inherits what its creator is, so both ways say what they want, and before the
 * start, for afterwards it is too late.
 */
package lab.daemon;
