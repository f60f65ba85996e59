/**
 * Lab 10, solved: what one thread writes another one sees, if something orders the two; what a child process writes its
 * parent never sees.
 */
package lab.sharing;
