/**
 * Lab 05, solved: texts over a stream of bytes. A stream keeps no borders between messages, so each is sent with its
 * length in front; whoever reads knows where it ends, however its bytes arrive.
 */
package lab.ipc;
