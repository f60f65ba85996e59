/**
 * Lab 12, solved: a thread for every connection. Lines are never decoded: what comes in as bytes goes out as bytes, so
 * no character can break where a packet does.
 */
package lab.echo;
