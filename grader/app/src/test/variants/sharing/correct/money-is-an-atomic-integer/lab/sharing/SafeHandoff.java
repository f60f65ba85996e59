package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private static class Box {
        int content; // not final: published by the reference
    }

    private final AtomicReference<Box> ref = new AtomicReference<>();

    @Override
    public void publish(int data) {
        Box box = new Box();
        box.content = data;
        ref.set(box);
    }

    @Override
    public OptionalInt poll() {
        Box box = ref.get();
        return box == null ? OptionalInt.empty() : OptionalInt.of(box.content);
    }
}
