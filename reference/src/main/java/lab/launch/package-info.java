/**
 * Lab 07, solved: two ways to start a thread. The first says what is to be done and leaves the thread alone, which is why
 * the other labs use it; the second is a thread that knows by itself what to do.
 */
package lab.launch;
