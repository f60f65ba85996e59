/** Lab 08, solved: what can be asked of threads. The one trap is {@code join(0)}, which waits for ever. */
package lab.inspect;
