package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Exchanger;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Place;
import racecourse.checks.engine.locks.paths.Reach;
import racecourse.checks.engine.locks.paths.Submission;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** A queue is built by hand: no code of it makes or calls a concurrent collection of the JDK. */
public final class ReadyMade {
    private static final String RULE = "mechanism.built-by-hand";
    private static final String CONCURRENT = "java/util/concurrent/";

    private ReadyMade() {}

    /**
     * Makes a detector that looks at all code that some methods, and the making of the object, may run.
     *
     * @param entry the class
     * @param methods its methods
     * @return the detector's code
     */
    public static Detection isNotBehind(String entry, String... methods) {
        return Detection.asking(List.of(RULE), subject -> {
            for (Reach.ForeignCall call : reach(subject, entry, methods).foreign()) {
                if (isReadyMade(call.owner())) {
                    throw new Violation(Evidence.of(
                                    Message.of("engine.ready-made.expected"),
                                    Message.of("engine.ready-made.observed", text(call)))
                            .at(List.of(place(call.at())))
                            .hinting(Message.of("engine.ready-made.try"))
                            .ruledBy(RULE));
                }
            }
            return new Outcome.Clean();
        });
    }

    private static Reach reach(Subject subject, String entry, String... methods) {
        Submission submission = Submission.read(subject.classPath(), List.of(entry));
        List<String> names = new ArrayList<>(Arrays.asList(methods));
        names.add("<init>");
        names.add("<clinit>");
        List<MethodCode> from = new ArrayList<>();
        for (String name : names) {
            from.addAll(submission.named(entry.replace('.', '/'), name));
        }
        return Reach.of(submission, from);
    }

    private static boolean isReadyMade(String owner) {
        if (!owner.startsWith(CONCURRENT) || owner.indexOf('/', CONCURRENT.length()) >= 0) {
            return false;
        }
        try {
            Class<?> type = Class.forName(owner.replace('/', '.'), false, ReadyMade.class.getClassLoader());
            return Collection.class.isAssignableFrom(type)
                    || Map.class.isAssignableFrom(type)
                    || Exchanger.class.isAssignableFrom(type);
        } catch (ClassNotFoundException e) {
            // of another JDK: nothing is known of it
            return false;
        }
    }

    private static String text(Reach.ForeignCall call) {
        String type = call.owner().substring(call.owner().lastIndexOf('/') + 1);
        return call.name().equals("<init>") ? "new " + type + "(…)" : type + "." + call.name() + "(…)";
    }

    private static racecourse.checks.protocol.Place place(Place at) {
        return new racecourse.checks.protocol.Place(at.file(), at.line(), null);
    }
}
