package racecourse.checks.ipc;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** What holds for any messages: any text, in any number, split anyhow. */
@AddLifecycleHook(PropertyRun.Seeded.class)
final class MessageProperties {
    private static Messenger messenger() {
        return new FramedMessengers(PropertyRun.subject());
    }

    /** Code points of each length in UTF-8 alike, with the borders between them, and no surrogate on its own. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Integer> codePoints = Arbitraries.oneOf(
                Arbitraries.integers().between(' ', '~'),
                Arbitraries.of(0, 0x09, 0x0a, 0x0d, 0x1a, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfeff, 0xfffd),
                Arbitraries.of(0xffff, 0x10000, 0x10ffff, 0x1f600),
                Arbitraries.integers().between(0x80, 0x7ff),
                Arbitraries.integers().between(0x800, 0xd7ff),
                Arbitraries.integers().between(0x10000, 0x10ffff));
        return codePoints.list().ofMaxSize(40).map(MessageProperties::text);
    }

    private static String text(List<Integer> codePoints) {
        StringBuilder text = new StringBuilder();
        codePoints.forEach(text::appendCodePoint);
        return text.toString();
    }

    /** What is written is the count and the bytes, and nothing else. */
    @Property(tries = 50)
    void writesFrames(@ForAll("texts") String text) {
        Wire.writes(messenger(), text);
    }

    /** What others write in that form is received. */
    @Property(tries = 50)
    void readsFrames(@ForAll("texts") String text) {
        Wire.reads(messenger(), text);
    }

    /** Any messages come back as they were, in their order. */
    @Property(tries = 50)
    void comeBack(@ForAll @Size(max = 6) List<@From("texts") String> texts) {
        Traffic.receives(messenger(), Traffic.carried(messenger(), texts).end(), texts);
    }

    /** However the bytes are split on the way. */
    @Property(tries = 50)
    void comeBackSplit(
            @ForAll @Size(min = 1, max = 5) List<@From("texts") String> texts,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 12) Integer> pieces) {
        int[] sizes = pieces.stream().mapToInt(Integer::intValue).toArray();
        Feed in = new Feed(sizes).with(Traffic.sent(messenger(), texts)).end();
        try {
            Traffic.receives(messenger(), in, texts);
        } catch (Violation e) {
            throw splitting(e.evidence(), sizes);
        }
    }

    private static Violation splitting(Evidence evidence, int[] pieces) {
        return evidence.hint() != null
                ? new Violation(evidence)
                : new Violation(evidence.because(Message.of("ipc.split.why", Arrays.toString(pieces)))
                        .hinting(Message.of("ipc.split.try")));
    }
}
