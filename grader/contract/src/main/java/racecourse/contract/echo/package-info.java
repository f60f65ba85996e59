/**
 * Lab 12: a concurrent TCP server. The student implements {@link racecourse.contract.echo.EchoServer} as
 * {@code lab.echo.ThreadedEchoServer(int port, String suffix)}.
 */
package racecourse.contract.echo;
