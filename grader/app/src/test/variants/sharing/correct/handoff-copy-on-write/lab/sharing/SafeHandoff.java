package lab.sharing;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private final List<Integer> log = new CopyOnWriteArrayList<>();

    @Override
    public void publish(int next) {
        log.add(next);
    }

    @Override
    public OptionalInt poll() {
        List<Integer> seen = List.copyOf(log);
        return seen.isEmpty() ? OptionalInt.empty() : OptionalInt.of(seen.get(seen.size() - 1));
    }
}
