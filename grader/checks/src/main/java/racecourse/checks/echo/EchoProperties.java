package racecourse.checks.echo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.properties.PropertyRun;

/** What holds for a server whatever the lines and the suffix are, and wherever their bytes are split. */
@AddLifecycleHook(PropertyRun.Seeded.class)
final class EchoProperties {
    /** Longer than most buffers; the longest lines are another check's affair. */
    private static final int LONG = 20_000;

    /** A property makes many servers; what has turned out about one of them helps with the next. */
    private static @Nullable EchoServers servers;

    private static @Nullable Subject subject;

    private static synchronized EchoServers servers() {
        Subject now = PropertyRun.subject();
        EchoServers known = servers;
        if (known == null || subject != now) {
            known = new EchoServers(now);
            servers = known;
            subject = now;
        }
        return known;
    }

    /** Any lines, sent in pieces that are cut anywhere. */
    @Property(tries = 40)
    void anyLines(
            @ForAll("suffixes") String suffix,
            @ForAll("lines") List<String> lines,
            @ForAll("cuts") List<Integer> cuts) {
        try (Hosted server = Hosted.start(servers(), suffix)) {
            Conversation client = server.connect();
            StringBuilder text = new StringBuilder();
            for (String line : lines) {
                client.expect(line);
                text.append(line).append('\n');
            }
            client.expect("the end");
            byte[] bytes = text.append("the end\n").toString().getBytes(StandardCharsets.UTF_8);
            int from = 0;
            for (int cut :
                    new TreeSet<>(cuts.stream().map(cut -> cut % bytes.length).toList())) {
                client.say(Arrays.copyOfRange(bytes, from, cut));
                server.restBriefly();
                from = cut;
            }
            client.say(Arrays.copyOfRange(bytes, from, bytes.length)).answers();
        }
    }

    /** Long lines one after the other, around the sizes that buffers have. */
    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void longLines(@ForAll("lengths") List<Integer> lengths) {
        try (Hosted server = Hosted.start(servers(), "!")) {
            Conversation client = server.connect().withLongLines();
            for (int length : lengths) {
                client.line("x".repeat(length)).answers();
            }
            client.line("the end").answers();
        }
    }

    @Provide
    Arbitrary<String> suffixes() {
        return text(6);
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return text(12).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 200).list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Integer>> lengths() {
        return Arbitraries.frequencyOf(
                        Tuple.of(1, Arbitraries.integers().between(0, LONG)),
                        Tuple.of(2, Arbitraries.of(1023, 1024, 1025, 4096, 8191, 8192, 8193, 16_384)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    /** Letters, characters that mean something to somebody, and all of Unicode; but no line feed and no half characters. */
    private static Arbitrary<String> text(int length) {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.integers().between('a', 'z')),
                        Tuple.of(
                                2,
                                Arbitraries.of("\r\t \0%{}$\\\"'\u0085\u2028\ufeff"
                                        .codePoints()
                                        .boxed()
                                        .toList())),
                        Tuple.of(
                                3,
                                Arbitraries.integers()
                                        .between(0, Character.MAX_CODE_POINT)
                                        .filter(point -> point != '\n'
                                                && (point < Character.MIN_SURROGATE
                                                        || point > Character.MAX_SURROGATE))))
                .list()
                .ofMaxSize(length)
                .map(points -> {
                    StringBuilder text = new StringBuilder();
                    points.forEach(text::appendCodePoint);
                    return text.toString();
                });
    }
}
