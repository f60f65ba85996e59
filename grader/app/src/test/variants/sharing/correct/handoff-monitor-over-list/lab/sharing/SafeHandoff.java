package lab.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final List<Integer> slot = new ArrayList<>(1);

    @Override
    public void publish(int data) {
        synchronized (slot) {
            slot.clear();
            slot.add(data);
        }
    }

    @Override
    public OptionalInt poll() {
        synchronized (slot) {
            return slot.stream().mapToInt(Integer::intValue).findFirst();
        }
    }
}
