package lab.sharing;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private final Map<String, Integer> map = new ConcurrentHashMap<>();

    @Override
    public void publish(int next) {
        map.put("last", next);
    }

    @Override
    public OptionalInt poll() {
        Integer seen = map.get("last");
        return seen == null ? OptionalInt.empty() : OptionalInt.of(seen);
    }
}
