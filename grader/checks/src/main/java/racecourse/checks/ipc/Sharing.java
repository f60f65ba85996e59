package racecourse.checks.ipc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Hold;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Stops;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;

/**
 * Threads that share a sender. One is held in the middle of its message, by the stream or between two steps of its
 * code, and others send meanwhile; on the wire each message must be whole.
 */
final class Sharing {
    static final Duration LIMIT = Duration.ofSeconds(5);
    private static final List<String> TEXTS = List.of("one", "two", "six");

    /** More steps than a short message takes, unless a loop takes one for each byte. */
    private static final int STOPS = 40;

    private Sharing() {}

    /** The first is held after each of its bytes in turn; then the second, with the third waiting for both. */
    static void heldByTheStream(Messenger messenger) {
        int length = Traffic.sent(messenger, TEXTS.subList(0, 1)).length;
        for (int at = 1; at < length; at++) {
            heldByTheStream(messenger, at, TEXTS.subList(0, 2));
        }
        heldByTheStream(messenger, 2, TEXTS);
        heldByTheStream(messenger, length - 1, TEXTS);
        // what is sent otherwise when it is long
        heldByTheStream(messenger, 5, List.of("x".repeat(20_000), "short"));
        heldByTheStream(messenger, 5, List.of("short", "x".repeat(20_000)));
    }

    private static void heldByTheStream(Messenger messenger, int at, List<String> texts) {
        List<byte[]> whole = Traffic.sentEach(messenger, texts);
        try (Scene scene = new Scene();
                Hold hold = new Hold()) {
            scene.gate().open();
            Holding out = new Holding(hold, at, whole.get(0).length + at);
            Messenger.Writing sender = Refusals.sender(messenger, out);
            List<Actor> actors = new ArrayList<>();
            List<Place> places = new ArrayList<>();
            for (String text : texts) {
                actors.add(scene.start(name(actors), Call.of(() -> sender.send(text))));
                if (actors.size() == 1) {
                    mustBeHeld(scene, hold, actors.get(0));
                    places.addAll(place(hold.last(), actors.get(0)));
                } else {
                    settle(scene, actors.get(actors.size() - 1), places);
                }
            }
            if (texts.size() > 2) {
                hold.release();
                hold.awaitHeld(actors.get(actors.size() - 1));
                actors.forEach(actor -> settle(scene, actor, places));
            }
            hold.open();
            allWhole(scene, actors, out, whole, places);
        }
    }

    /** The first is held after each step of its code in turn, the second then in the middle of its message. */
    static void heldBetweenSteps(Messenger messenger) {
        // of two lengths, so that the count of the one is none of the other
        List<String> texts = List.of("one", "three");
        // what is done once in a JVM is done before
        List<byte[]> whole = Traffic.sentEach(messenger, texts);
        for (int stop = 1; stop <= STOPS; stop++) {
            if (!heldBetweenSteps(messenger, stop, texts, whole)) {
                return;
            }
        }
    }

    /** Returns whether there was such a stop. */
    private static boolean heldBetweenSteps(Messenger messenger, int stop, List<String> texts, List<byte[]> whole) {
        try (Scene scene = new Scene();
                Hold between = new Hold();
                Hold inside = new Hold()) {
            scene.gate().open();
            Holding out = new Holding(inside);
            Messenger.Writing sender = Refusals.sender(messenger, out);
            Actor held = scene.start("A", () -> Stops.during(between, stop, Call.of(() -> sender.send(texts.get(0)))));
            if (!between.awaitHeld(held)) {
                scene.awaitEnd(held, Traffic.SENDS);
                return false;
            }
            List<Place> places = new ArrayList<>(place(between.last(), held));
            out.holdAfter(out.written() + 2);
            Actor other = scene.start("B", Call.of(() -> sender.send(texts.get(1))));
            settle(scene, other, places);
            if (inside.holds()) {
                places.addAll(place(inside.last(), other));
            }
            between.open();
            settle(scene, held, places);
            inside.open();
            allWhole(scene, List.of(held, other), out, whole, places);
            return true;
        }
    }

    /** Whoever waits for a sender may be refused: what was sent before it is flushed all the same. */
    static void flushesBesideTheRefused(Messenger messenger) {
        String text = TEXTS.get(0);
        int length = Traffic.sent(messenger, List.of(text)).length;
        try (Scene scene = new Scene();
                Hold hold = new Hold()) {
            scene.gate().open();
            Holding out = new Holding(hold, 2);
            Messenger.Writing sender = Refusals.sender(messenger, out);
            Actor sending = scene.start("A", Call.of(() -> sender.send(text)));
            mustBeHeld(scene, hold, sending);
            Actor refused = scene.start("B", Call.of(() -> sender.send("\uD800")));
            settle(scene, refused, new ArrayList<>());
            hold.open();
            scene.awaitEnd(sending, Traffic.SENDS);
            scene.awaitEnd(refused, Traffic.SENDS);
            if (sending.thrown() != null) {
                throw Scene.threw(Traffic.SENDS, sending.thrown());
            }
            if (out.flushed() < length) {
                throw new Violation(Evidence.of(
                                Message.of("ipc.flush.expected", Shown.text(text), length),
                                Message.of("ipc.flush.refused", out.written(), out.flushed()))
                        .because(Message.of("ipc.flush.why"))
                        .hinting(Message.of("ipc.flush.try")));
            }
        }
    }

    private static String name(List<Actor> actors) {
        return String.valueOf((char) ('A' + actors.size()));
    }

    private static void mustBeHeld(Scene scene, Hold hold, Actor actor) {
        if (hold.awaitHeld(actor)) {
            return;
        }
        scene.awaitEnd(actor, Traffic.SENDS);
        if (actor.thrown() != null) {
            throw Scene.threw(Traffic.SENDS, actor.thrown());
        }
        throw new Powerless(Message.of("ipc.share.not-held"));
    }

    private static void settle(Scene scene, Actor actor, List<Place> places) {
        Actor.Rest rest = actor.settle(scene.gate(), LIMIT);
        if (rest == Actor.Rest.RESTLESS) {
            throw new Powerless(Message.of("engine.time-ran-out", actor.name()));
        }
        if (rest == Actor.Rest.WAITING) {
            places.addAll(actor.isAt());
        }
    }

    private static List<Place> place(List<StackTraceElement> stack, Actor actor) {
        return Threads.innermost(stack, Message.of("engine.is-here", actor.name()));
    }

    private static void allWhole(
            Scene scene, List<Actor> actors, Recording out, List<byte[]> whole, List<Place> places) {
        for (Actor actor : actors) {
            scene.awaitEnd(actor, Traffic.SENDS);
        }
        for (Actor actor : actors) {
            if (actor.thrown() != null) {
                throw Scene.threw(Traffic.SENDS, actor.thrown());
            }
        }
        @Nullable Integer mixed = Mixture.firstByteOfNone(out.bytes(), whole);
        if (mixed != null) {
            throw new Violation(Evidence.of(
                            Message.of("ipc.share.expected", whole.size()),
                            Message.of("ipc.share.observed", Shown.bytes(out.bytes()), mixed))
                    .at(places.stream().distinct().limit(4).toList())
                    .because(Message.of("ipc.share.why"))
                    .hinting(Message.of("ipc.share.try")));
        }
    }
}
