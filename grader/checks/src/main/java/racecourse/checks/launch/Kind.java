package racecourse.checks.launch;

import java.lang.reflect.Method;
import java.util.List;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.starting.Body;
import racecourse.checks.engine.starting.Rest;
import racecourse.checks.engine.starting.Started;
import racecourse.checks.engine.starting.Starter;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;

/** Of what class the threads are. */
final class Kind {
    private Kind() {}

    static Outcome isExactlyThread(Subject subject) {
        Message expected = Message.of("launch.exactly.expected");
        Class<?> type = started(Launching.of(subject).runnable(), expected);
        if (type != Thread.class) {
            throw new Violation(Evidence.of(expected, Message.of("launch.kind.observed", type.getName()))
                    .at(places(type))
                    .hinting(Message.of("launch.exactly.try")));
        }
        return new Outcome.Clean();
    }

    static Outcome isSubclassWithItsOwnRun(Subject subject) {
        Message expected = Message.of("launch.subclass.expected");
        Class<?> type = started(Launching.of(subject).subclass(), expected);
        if (type == Thread.class) {
            throw new Violation(Evidence.of(expected, Message.of("launch.kind.observed", type.getName()))
                    .hinting(Message.of("launch.subclass.try")));
        }
        if (!overridesRun(type)) {
            throw new Violation(Evidence.of(expected, Message.of("launch.subclass.no-run", type.getName()))
                    .at(places(type))
                    .hinting(Message.of("launch.subclass.try")));
        }
        return new Outcome.Clean();
    }

    private static Class<?> started(Starter way, Message expected) {
        try (Scene scene = new Scene()) {
            Body body = new Body();
            Thread thread = Started.by(scene, way, "kind", body).thread();
            Rest.await(scene, thread, body, expected);
            return thread.getClass();
        }
    }

    private static boolean overridesRun(Class<?> type) {
        for (Class<?> one = type; one != null && one != Thread.class; one = one.getSuperclass()) {
            for (Method method : one.getDeclaredMethods()) {
                if (method.getName().equals("run") && method.getParameterCount() == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Place> places(Class<?> type) {
        if (!Subject.owns(type.getName())) {
            return List.of();
        }
        String topLevel = type.getName().replaceFirst("\\$.*$", "");
        return List.of(new Place(topLevel.replace('.', '/') + ".java", 0, null));
    }
}
