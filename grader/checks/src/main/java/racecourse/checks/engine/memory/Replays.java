package racecourse.checks.engine.memory;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.memory.Replay.Ended;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;

/** Plays plots with a submission, in every order of their turns and with every value that a racing read may see. */
public final class Replays {
    private static final int MOST_CUTS = 80;

    /** For all that racing reads leave open; what has not been tried by then is not judged. */
    private static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(2500);

    private static boolean held;

    private final Message expected;
    private final Message hint;
    private final List<Plot> plots;

    private Replays(Message expected, Message hint, List<Plot> plots) {
        this.expected = expected;
        this.hint = hint;
        this.plots = plots;
    }

    /**
     * Takes plots.
     *
     * @param expected what the contract demands of every call in them
     * @param hint what to try when it is not so
     * @param plots the plots
     * @return the plots, to be played
     */
    public static Replays of(Message expected, Message hint, Plot... plots) {
        return new Replays(expected, hint, List.of(plots));
    }

    /**
     * Returns a detection that lets other threads in before every access of a call, all else as it is: what comes out has
     * really happened.
     *
     * @return the detection; without power where a planted race got through or a planted correct class was accused
     */
    public Detection interleaved() {
        return subject -> {
            control();
            Subject own = rewritten(subject);
            for (Plot plot : plots) {
                play(plot, own, new Reading(new Gaps(), 0, Accused.ALL));
            }
            return new Outcome.Clean();
        };
    }

    /**
     * Returns a detection that gives racing reads every value that the memory model allows them, whether this processor
     * would or not.
     *
     * @return the detection; without power where the code could not be followed
     */
    public Detection weakly() {
        return weakly(Accused.ALL);
    }

    /**
     * Returns the same detection for labs in which whatever goes wrong without an old value is another check's affair.
     *
     * @return the detection
     */
    public Detection onlyWeakly() {
        return weakly(Accused.OLD_VALUES);
    }

    /**
     * Returns a detection of collections of the JDK that two threads change with nothing to order the two. They are made
     * for one thread at a time; what goes wrong then need not show.
     *
     * @return the detection
     */
    public Detection racesInCollections() {
        return weakly(Accused.RACES_IN_COLLECTIONS);
    }

    private Detection weakly(Accused accused) {
        return Detection.asking(List.of(accused.rule), subject -> {
            control();
            try {
                return weakly(rewritten(subject), accused);
            } catch (Violation e) {
                throw new Violation(e.evidence().ruledBy(accused.rule));
            }
        });
    }

    /** What is wrong with a run. */
    private enum Accused {
        /** Whatever comes out that must not. */
        ALL("memory.allowed-values"),
        /** The same where a read was given an old value. */
        OLD_VALUES("memory.allowed-values"),
        /** Changes of one collection that nothing orders. */
        RACES_IN_COLLECTIONS("memory.collections-guarded");

        private final String rule;

        Accused(String rule) {
            this.rule = rule;
        }
    }

    /**
     * What racing reads are given.
     *
     * @param gaps told what could not be followed
     * @param end when to stop trying what they may see; 0: what is there
     * @param accused what is wrong with a run
     */
    private record Reading(Gaps gaps, long end, Accused accused) {
        boolean isWeak() {
            return end != 0;
        }
    }

    private Outcome weakly(Subject own, Accused accused) {
        Gaps gaps = new Gaps();
        String atomic = Kinds.of(own.classPath()).atomicAbove();
        if (atomic != null) {
            gaps.hide("what is inherited from " + atomic);
        }
        Reading reading = new Reading(gaps, Math.max(1, System.nanoTime() + LIMIT_NANOS), accused);
        for (Plot plot : plots) {
            play(plot, own, reading);
        }
        return gaps.first().isEmpty() ? new Outcome.Clean() : unfollowed(gaps, accused);
    }

    private Outcome unfollowed(Gaps gaps, Accused accused) {
        Message reason = Message.of("engine.memory.unfollowed", gaps.first());
        Place place = Story.place(gaps.firstAt(), null);
        Evidence gap = Evidence.of(expected, reason).ruledBy(accused.rule);
        return new Outcome.Powerless(reason, List.of(place == null ? gap : gap.at(List.of(place))));
    }

    private static Subject rewritten(Subject subject) {
        Rewriter rewriter = new Rewriter(Kinds.of(subject.classPath()));
        return subject.rewritten(rewriter::rewritten, Hooks.class);
    }

    /** Plays a plot with every cut. */
    private void play(Plot plot, Subject own, Reading reading) {
        // whatever is initialised by the first use is, after this
        Replay first = new Replay(plot, own, new Gaps(), -1, null);
        if (!goesOn(first, first.play(expected), plot, reading)) {
            return;
        }
        if (plot.cut() < 0) {
            runs(plot, own, reading, -1);
            return;
        }
        int points = Math.min(first.points(), MOST_CUTS);
        for (int cut = 0; cut < points; cut++) {
            if (!runs(plot, own, reading, cut)) {
                return;
            }
        }
    }

    /** Returns whether it is worth while to go on. */
    private boolean runs(Plot plot, Subject own, Reading reading, int cut) {
        if (!reading.isWeak()) {
            Replay run = new Replay(plot, own, reading.gaps(), cut, null);
            return goesOn(run, run.play(expected), plot, reading);
        }
        @Nullable List<Integer> next = List.of();
        while (next != null) {
            if (System.nanoTime() - reading.end() > 0) {
                reading.gaps().blind("so many ways", "");
                return false;
            }
            Choices choices = new Choices(next);
            Replay run = new Replay(plot, own, reading.gaps(), cut, choices);
            if (!goesOn(run, run.play(expected), plot, reading)) {
                return false;
            }
            // where the one inside has to wait, other values change nothing
            boolean enough = reading.gaps().accusesNobody()
                    || run.wasCrowded()
                    || reading.accused() == Accused.RACES_IN_COLLECTIONS;
            next = enough ? null : choices.next();
        }
        return true;
    }

    /** Judges a run; returns whether nothing is wrong with it. */
    private boolean goesOn(Replay run, Ended ended, Plot plot, Reading reading) {
        if (reading.accused() == Accused.RACES_IN_COLLECTIONS) {
            List<Place> places = run.story().races();
            if (places.isEmpty() || reading.gaps().accusesNobody()) {
                return ended.thrown() == null;
            }
            throw new Violation(Evidence.of(expected, Message.of("engine.memory.raced"))
                    .at(places)
                    .along(run.story().timeline())
                    .because(Message.of("engine.memory.raced.why"))
                    .hinting(hint));
        }
        boolean asItIs = !run.story().hasOld();
        Throwable thrown = ended.thrown();
        Message wrong = thrown == null ? plot.wrong(ended.results()) : null;
        if (thrown == null && wrong == null) {
            return true;
        }
        if (asItIs ? reading.accused() == Accused.OLD_VALUES : reading.gaps().accusesNobody()) {
            // an old value that may not be one is no reason to stop
            return !asItIs;
        }
        if (thrown != null) {
            Violation violation = Scene.threw(expected, thrown);
            throw asItIs ? violation : new Violation(told(run, violation.evidence()));
        }
        throw new Violation(
                told(run, Evidence.of(expected, Objects.requireNonNull(wrong))).hinting(hint));
    }

    private static Evidence told(Replay run, Evidence evidence) {
        Evidence placed = evidence.at(run.story().places()).along(run.story().timeline());
        return run.story().hasOld()
                ? placed.because(Message.of("engine.memory.why", run.story().oldName()))
                : placed;
    }

    private static synchronized void control() {
        if (held) {
            return;
        }
        Planted.Case.all().forEach(one -> control(one, Accused.ALL));
        Planted.Case.ofCollections().forEach(one -> control(one, Accused.RACES_IN_COLLECTIONS));
        held = true;
    }

    private static void control(Planted.Case planted, Accused accused) {
        boolean isAccused = isAccused(planted, accused);
        if (planted.wrong() && !isAccused) {
            throw new Powerless(Message.of("engine.control.spared"));
        }
        if (!planted.wrong() && isAccused) {
            throw new Powerless(Message.of("engine.control.accused", planted.name()));
        }
    }

    private static boolean isAccused(Planted.Case planted, Accused accused) {
        Message expected = Message.of("engine.call.returns");
        try {
            Outcome outcome = of(expected, expected, planted.plot()).weakly(planted.subject(), accused);
            // what is in a collection is not looked at, and it says so
            if (accused == Accused.ALL && !(outcome instanceof Outcome.Clean)) {
                throw new Powerless(Message.of("engine.control.accused", planted.name()));
            }
            return false;
        } catch (Violation e) {
            return true;
        }
    }
}
