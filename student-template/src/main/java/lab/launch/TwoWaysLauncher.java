package lab.launch;

import racecourse.contract.launch.ThreadLauncher;

/** Lab 07. The contract is in the Javadoc of {@link ThreadLauncher}. */
public class TwoWaysLauncher implements ThreadLauncher {
    @Override
    public Thread launchRunnable(String name, Runnable body) {
        // TODO start a plain thread that is told what to run; refuse what the contract refuses
        throw new UnsupportedOperationException("launchRunnable() is still to be written");
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        // TODO start a thread of a class of your own that knows by itself what to run
        throw new UnsupportedOperationException("launchSubclass() is still to be written");
    }
}
