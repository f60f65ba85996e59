package lab.counter;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private static final String NUMBER = "number";

    private final Map<String, Integer> numbers = Collections.synchronizedMap(new HashMap<>());
    private final Pause pause;

    public MutexCounter(int initial, Pause pause) {
        this.pause = Objects.requireNonNull(pause, "pause");
        numbers.put(NUMBER, initial);
    }

    @Override
    public void decrement() {
        numbers.compute(NUMBER, (key, before) -> {
            pause.pause();
            return before - 1;
        });
    }

    @Override
    public int value() {
        return numbers.get(NUMBER);
    }
}
