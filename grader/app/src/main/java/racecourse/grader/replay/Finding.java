package racecourse.grader.replay;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.runner.DetectorReport;

/**
 * What one detector saw of a submission.
 *
 * @param detector its id
 * @param engine its engine
 * @param sights what it saw; empty if it saw no violation
 */
public record Finding(String detector, Engine engine, List<Sight> sights) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    public Finding {
        sights = List.copyOf(sights);
    }

    /** Returns what a report says of it. */
    public static Finding of(DetectorReport report) {
        List<Sight> sights = report.outcome() instanceof Outcome.Violated violated
                ? violated.evidence().stream().map(Sight::of).toList()
                : List.of();
        return new Finding(report.id(), report.engine(), sights);
    }

    /**
     * Compares what another run saw. An interleaving, and what a rule says, is the same if it is so step by step and line
     * by line, what a run observed if it is so word by word. What real threads show in numbers is chance: there one of the
     * forbidden outcomes has to be seen again, however often.
     */
    Likeness likenessOf(Finding other) {
        if (other.sights.isEmpty()) {
            return Likeness.UNSEEN;
        }
        if (!isLeftToChance()) {
            return sights.equals(other.sights) ? Likeness.SAME : Likeness.OTHER;
        }
        if (!forbidden().isEmpty()) {
            return other.forbidden().stream().anyMatch(forbidden()::contains) ? Likeness.SAME : Likeness.OTHER;
        }
        if (said().equals(other.said())) {
            return Likeness.SAME;
        }
        return withoutNumbers().equals(other.withoutNumbers()) ? Likeness.SAME_BUT_FOR_NUMBERS : Likeness.OTHER;
    }

    /** Returns whether real threads took part: what they do is up to this machine. */
    public boolean isLeftToChance() {
        return engine != Engine.EXPLORER && engine != Engine.RULE;
    }

    private List<Message> said() {
        return sights.stream()
                .map(sight -> new Message(sight.kind(), sight.facts()))
                .toList();
    }

    private List<Message> withoutNumbers() {
        return said().stream()
                .map(message -> new Message(
                        message.key(),
                        message.arguments().stream()
                                .map(fact -> NUMBER.matcher(fact).replaceAll("0"))
                                .toList()))
                .toList();
    }

    private Set<String> forbidden() {
        return sights.stream()
                .flatMap(sight -> sight.counts().stream())
                .filter(Sight.Count::forbidden)
                .map(Sight.Count::outcome)
                .collect(Collectors.toSet());
    }
}
