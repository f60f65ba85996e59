package lab.daemon;

import racecourse.contract.daemon.DaemonLauncher;

/** Lab 09. The contract is in the Javadoc of {@link DaemonLauncher}. */
public class JvmDaemonLauncher implements DaemonLauncher {
    @Override
    public Thread startDaemon(String name, Runnable body) {
        // TODO start a thread for which the JVM does not wait; refuse what the contract refuses
        throw new UnsupportedOperationException("startDaemon() is still to be written");
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        // TODO start a thread for which the JVM waits, whoever calls this
        throw new UnsupportedOperationException("startUser() is still to be written");
    }
}
