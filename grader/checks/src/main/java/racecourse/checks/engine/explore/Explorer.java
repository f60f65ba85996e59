package racecourse.checks.engine.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Knot;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Timeline;

/** Plays scripts with a submission under many interleavings. */
public final class Explorer {
    private static final Duration LIMIT = Duration.ofSeconds(6);

    private static boolean held;

    private Explorer() {}

    /**
     * Makes a detection that plays scripts one after the other.
     *
     * @param expected what the contract demands
     * @param hint what to try when it is not so
     * @param scripts makes the scripts for a submission
     * @return the detection; without power where a planted race got through, a planted correct class was accused, or the
     *     explorer could not follow the code
     */
    public static Detection of(Message expected, Message hint, Function<Subject, List<Script>> scripts) {
        return of(expected, hint, scripts, true);
    }

    /**
     * The same for code that waits for others to change something. The explorer wakes who waits when it likes and counts
     * turns, so that nobody goes on is no proof there, and the detection has no power then.
     *
     * @param expected what the contract demands
     * @param hint what to try when it is not so
     * @param scripts makes the scripts for a submission
     * @return the detection
     */
    public static Detection ofWaiting(Message expected, Message hint, Function<Subject, List<Script>> scripts) {
        return of(expected, hint, scripts, false);
    }

    private static Detection of(
            Message expected, Message hint, Function<Subject, List<Script>> scripts, boolean deadlocksCount) {
        return subject -> {
            control();
            List<Class<?>> classes = subject.classes();
            List<Message> silent = new ArrayList<>();
            try (LincheckExplorer explorer = new LincheckExplorer(classes)) {
                for (Script script : scripts.apply(subject)) {
                    Exploration found = explorer.explore(new ScriptRun(script), script.schedules(), LIMIT);
                    if (found instanceof Exploration.DeadlockFound && !deadlocksCount) {
                        silent.add(Message.of("engine.explore.loops"));
                    } else {
                        judge(found, expected, hint, subject, silent);
                    }
                }
            }
            if (!silent.isEmpty()) {
                throw new Powerless(silent.get(0));
            }
            return new Outcome.Clean();
        };
    }

    /** Plays the controls before anybody asks, so that the first submission need not wait for them. */
    public static void warmUp() {
        try {
            control();
        } catch (Powerless e) {
            // whoever asks is told so
        }
    }

    private static void judge(
            Exploration found, Message expected, Message hint, Subject subject, List<Message> silent) {
        if (found instanceof Exploration.RaceFound race) {
            throw raced(race, expected, hint, subject);
        } else if (found instanceof Exploration.DeadlockFound deadlock) {
            Timeline timeline = new Interleaving(subject, deadlock.steps(), deadlock.fullTrace()).timeline();
            throw deadlocked(new Deadlock(timeline), expected);
        } else if (found instanceof Exploration.LoopsForever) {
            // decided by counting turns: a suspicion, no proof
            silent.add(Message.of("engine.explore.loops"));
        } else if (found instanceof Exploration.NoWord none) {
            silent.add(Message.of("engine.explore.no-word", none.reason()));
        }
    }

    private static Violation deadlocked(Deadlock deadlock, Message expected) {
        Evidence evidence = Evidence.of(expected, Message.of("engine.explore.deadlock"))
                .at(Interleaving.lastPlaces(deadlock.timeline()))
                .along(deadlock.timeline())
                .because(Message.of("engine.explore.deadlock.why"))
                .hinting(Message.of("engine.stuck.circle.try"));
        Knot knot = deadlock.knot();
        return new Violation(knot == null ? evidence : evidence.tied(knot));
    }

    private static Violation raced(Exploration.RaceFound race, Message expected, Message hint, Subject subject) {
        Timeline timeline = new Interleaving(subject, race.steps(), race.fullTrace()).timeline();
        Throwable cause = race.cause();
        if (cause instanceof ScriptRun.WrongOutcome) {
            return new Violation(
                    Evidence.of(expected, Message.of("engine.explore.outcome", String.valueOf(cause.getMessage())))
                            .at(Interleaving.firstPlaces(timeline))
                            .along(timeline)
                            .hinting(hint));
        }
        Throwable thrown = cause instanceof ScriptRun.CallThrew && cause.getCause() != null ? cause.getCause() : cause;
        return new Violation(
                Scene.threw(expected, thrown).evidence().along(timeline).hinting(hint));
    }

    private static synchronized void control() {
        if (held) {
            return;
        }
        if (!(play(PlantedScripts.racy()) instanceof Exploration.RaceFound)) {
            throw new Powerless(Message.of("engine.control.spared"));
        }
        if (!(play(PlantedScripts.guarded()) instanceof Exploration.NothingFound)) {
            throw new Powerless(Message.of("engine.control.accused", "PlantedScripts.guarded"));
        }
        held = true;
    }

    private static Exploration play(Script script) {
        try (LincheckExplorer explorer = new LincheckExplorer(List.of())) {
            return explorer.explore(new ScriptRun(script), script.schedules(), LIMIT);
        }
    }
}
