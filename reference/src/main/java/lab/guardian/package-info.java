/**
 * Lab 02, solved: between this JVM and each command stands a small process that holds one end of a pipe. The operating
 * system closes the other end when this JVM ends, however it ends.
 */
package lab.guardian;
