package racecourse.checks.ipc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import racecourse.checks.engine.Hold;

/** A stream that holds its writer after certain bytes, as a full pipe would. */
final class Holding extends Recording {
    private final Hold hold;
    private final Set<Integer> after = ConcurrentHashMap.newKeySet();

    Holding(Hold hold, Integer... after) {
        this.hold = hold;
        this.after.addAll(Set.of(after));
    }

    /** Holds a writer after this many bytes, too. */
    void holdAfter(int bytes) {
        after.add(bytes);
    }

    @Override
    public void write(int b) {
        if (after.contains(append(b))) {
            hold.pass();
        }
    }

    /** Byte by byte: what the array holds when its turn comes is what is written. */
    @Override
    public void write(byte[] from, int offset, int length) {
        for (int i = 0; i < length; i++) {
            write(from[offset + i]);
        }
    }
}
