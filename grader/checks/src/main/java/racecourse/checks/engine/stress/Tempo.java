package racecourse.checks.engine.stress;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.SpinLoopStyle;

/**
 * How the actors of a scenario keep step: between two refills they go through {@code strides} strides of {@code size}
 * states each, and meet after every stride in the style of {@code meeting}.
 */
record Tempo(SpinLoopStyle meeting, int size, int strides) {
    /**
     * No one tempo shows every race: in twelve JVMs each, none of ten tempos caught all of a volatile counter, a plain
     * one and one that is unlocked too early; these are the ones that missed least, and miss different ones.
     */
    static final List<Tempo> ALL = List.of(
            new Tempo(SpinLoopStyle.THREAD_SPIN_WAIT, 16, 64),
            new Tempo(SpinLoopStyle.HARD, 16, 64),
            new Tempo(SpinLoopStyle.THREAD_SPIN_WAIT, 256, 40),
            new Tempo(SpinLoopStyle.HARD, 4, 64),
            new Tempo(SpinLoopStyle.THREAD_YIELD, 16, 64));

    /** The wire form that {@link ForkedTestConfig} reads; its public constructor is the only way to make one. */
    ForkedTestConfig forMillis(String runner, int millis) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(Arrays.asList(SpinLoopStyle.values()).indexOf(meeting));
            out.writeInt(millis);
            // iterations and footprint are read by the run and the resource check that are not used here
            out.writeInt(1);
            out.writeUTF(runner);
            out.writeInt(64);
            out.writeInt(size);
            out.writeInt(strides);
            // pinning threads to processors buys nothing on two
            out.writeBoolean(false);
            return new ForkedTestConfig(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return meeting + " " + size + "×" + strides;
    }
}
