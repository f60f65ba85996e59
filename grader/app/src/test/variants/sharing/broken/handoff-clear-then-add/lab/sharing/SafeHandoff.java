package lab.sharing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final List<Integer> slot = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void publish(int data) {
        slot.clear();
        slot.add(data);
    }

    @Override
    public OptionalInt poll() {
        synchronized (slot) {
            return slot.isEmpty() ? OptionalInt.empty() : OptionalInt.of(slot.get(0));
        }
    }
}
