package racecourse.grader.report;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.grader.replay.Asked;
import racecourse.grader.replay.Comparison;
import racecourse.grader.replay.Finding;
import racecourse.grader.replay.Replayed;
import racecourse.grader.replay.Sight;
import racecourse.runner.Texts;

/** A replay as text on a terminal: then and now, detector by detector, and one last word. */
public final class ReplayReport {
    private static final String FACT = "  %-10s %s%n";

    private final PrintStream out;

    /**
     * Prepares.
     *
     * @param out where it goes
     */
    public ReplayReport(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints what is about to be repeated.
     *
     * @param asked what
     * @param directory where the submission is
     * @param seed the seed
     */
    public void head(Asked asked, Path directory, long seed) {
        Texts texts = Texts.of(asked.lab(), Locale.getDefault());
        out.println(asked.check() + " — " + texts.text(asked.check() + ".title"));
        out.println(directory + ", seed " + seed);
    }

    /**
     * Prints what is not as it was: a reason why something else may be seen.
     *
     * @param then how the submission was graded
     * @param here how it is now
     */
    public void changes(Map<String, String> then, RunFacts here) {
        Map<String, String> now = new TreeMap<>(Map.of(
                "kit", here.kit(),
                "jdk", here.jdk(),
                "system", here.system(),
                "processors", String.valueOf(here.processors())));
        here.workers()
                .forEach((worker, flags) -> now.put("flags of the " + worker + " worker", String.join(" ", flags)));
        now.forEach((name, value) -> {
            String old = then.getOrDefault(name, "unknown");
            if (!old.equals(value)) {
                out.println("note: " + name + " was " + old + " and is " + value);
            }
        });
    }

    /** Prints what came out. */
    public void print(Replayed replayed) {
        Texts texts = Texts.of(replayed.asked().lab(), Locale.getDefault());
        for (int i = 0; i < replayed.asked().then().size(); i++) {
            List<Comparison> trials = new ArrayList<>();
            for (List<Comparison> trial : replayed.trials()) {
                trials.add(trial.get(i));
            }
            print(trials, texts);
        }
        out.println();
        out.println(replayed.same() ? "same" : "different");
    }

    private void print(List<Comparison> trials, Texts texts) {
        Comparison shown =
                trials.stream().max(Comparator.comparing(Comparison::likeness)).orElseThrow();
        Finding then = shown.then();
        out.println();
        out.println(then.detector() + " (" + then.engine().name().toLowerCase(Locale.ROOT) + ")");
        out.printf(FACT, "then", text(then, texts));
        out.printf(
                FACT,
                "now",
                shown.outcome() instanceof Outcome.Violated ? text(shown.now(), texts) : says(shown.outcome(), texts));
        long same = trials.stream().filter(one -> one.likeness().isSame()).count();
        String often = trials.size() == 1 ? "" : same + " of " + trials.size() + " times";
        String text =
                Stream.of(often, detail(shown)).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        out.println(("  " + (shown.likeness().isSame() ? "same       " : "different  ") + text).stripTrailing());
    }

    private static String text(Finding finding, Texts texts) {
        List<String> lines = new ArrayList<>();
        for (Sight sight : finding.sights()) {
            if (!sight.counts().isEmpty()) {
                lines.addAll(frequencies(sight.counts()));
            } else {
                String steps =
                        sight.moves().isEmpty() ? "" : ", in " + sight.moves().size() + " steps";
                lines.add(texts.text(new Message(sight.kind(), sight.facts())) + steps);
            }
        }
        return String.join("\n             ", lines);
    }

    private static List<String> frequencies(List<Sight.Count> counts) {
        long runs = counts.stream().mapToLong(Sight.Count::times).sum();
        return counts.stream()
                .filter(Sight.Count::forbidden)
                .map(count -> String.format(
                        Locale.ROOT,
                        "%s: %,d times in %,d runs (%.3f %%)",
                        count.outcome(),
                        count.times(),
                        runs,
                        100.0 * count.times() / Math.max(1, runs)))
                .toList();
    }

    private static String says(Outcome outcome, Texts texts) {
        if (outcome instanceof Outcome.Powerless silent) {
            return "no word: " + texts.text(silent.reason());
        } else if (outcome instanceof Outcome.NotApplicable no) {
            return "not here: " + texts.text(no.reason());
        } else if (outcome instanceof Outcome.Broken broken) {
            return "the detector failed itself: " + broken.error();
        }
        return "nothing wrong";
    }

    private static String detail(Comparison shown) {
        return switch (shown.likeness()) {
            case SAME -> "";
            case SAME_BUT_FOR_NUMBERS -> "but for numbers that real threads leave to chance";
            case UNSEEN ->
                shown.then().isLeftToChance()
                        ? "not seen again: real threads show it by chance, and --times says how often"
                        : "not seen again";
            case OTHER -> difference(shown);
        };
    }

    private static String difference(Comparison shown) {
        List<Sight> then = shown.then().sights();
        List<Sight> now = shown.now().sights();
        if (then.size() != now.size()) {
            return then.size() + " facts then, " + now.size() + " now";
        }
        for (int i = 0; i < then.size(); i++) {
            List<Sight.Move> before = then.get(i).moves();
            List<Sight.Move> after = now.get(i).moves();
            for (int step = 0; step < Math.min(before.size(), after.size()); step++) {
                if (!before.get(step).equals(after.get(step))) {
                    return "from step " + (step + 1) + " on, " + move(before.get(step)) + " then, "
                            + move(after.get(step)) + " now";
                }
            }
            if (before.size() != after.size()) {
                return before.size() + " steps then, " + after.size() + " now";
            }
            if (!then.get(i).lines().equals(now.get(i).lines())) {
                return "in other lines";
            }
        }
        return "in what was observed";
    }

    private static String move(Sight.Move move) {
        Sight.Line line = move.line();
        String what = move.action().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "thread " + (char) ('A' + move.thread()) + " " + what + " "
                + (move.target() + " " + move.value()).strip() + (line == null ? "" : " :" + line.number());
    }
}
