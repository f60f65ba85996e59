package racecourse.checks.echo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** What one client says to a server, and what is due to it. */
final class Conversation {
    /** After this an answer that has not come is asked for by closing the sending side, where that is allowed. */
    private static final long PROMPT_NANOS = TimeUnit.MILLISECONDS.toNanos(600);

    private final Hosted server;
    private Client client;
    private boolean over;
    private final ByteArrayOutputStream due = new ByteArrayOutputStream();
    private Patience.Work work = Patience.Work.SHORT;
    private String last = "";

    Conversation(Hosted server, Client client) {
        this.server = server;
        this.client = client;
    }

    Client client() {
        return client;
    }

    /** Allows the server more CPU time than short lines take. */
    Conversation withLongLines() {
        work = Patience.Work.LONG;
        return this;
    }

    /** Sends a line, and expects its answer from now on. */
    Conversation line(String line) {
        if (over) {
            // a server that answers only at the end: the next line is another conversation
            client = server.client();
            due.reset();
            over = false;
        }
        expect(line);
        return say(line + "\n");
    }

    /** Sends a piece of text as it is. */
    Conversation say(String text) {
        return say(text.getBytes(StandardCharsets.UTF_8));
    }

    Conversation say(byte[] bytes) {
        client.send(bytes);
        return this;
    }

    /** Expects the answer to a line that is sent in some other way. */
    Conversation expect(String line) {
        last = line;
        due.writeBytes(server.answer(line));
        return this;
    }

    Conversation halfClose() {
        client.halfClose();
        return this;
    }

    /**
     * Waits for all answers that are due, and sees that they are those and nothing else. A server that keeps answers
     * back until the client has closed its side is let off: whether answers come at once is another check's affair.
     *
     * @return this
     * @throws Violation if an answer is wrong, or will not come
     */
    Conversation answers() {
        if (!server.isPrompt()) {
            boolean prompt = !server.isTardy() && isAnsweredWithin(PROMPT_NANOS);
            if (!prompt) {
                client.halfClose();
                over = true;
            }
            if (isAnsweredWithin(PROMPT_NANOS) && isRight()) {
                server.answered(prompt);
            }
        }
        return answersAtOnce();
    }

    /**
     * Waits for all answers that are due, and sees that they are those and nothing else.
     *
     * @return this
     * @throws Violation if an answer is wrong, or will not come
     */
    Conversation answersAtOnce() {
        Message expected = expected();
        Patience.await(this::isAnsweredWithin, work, expected, Message.of("echo.answer.missing", Shown.text(last)));
        hasAll(expected);
        return this;
    }

    /**
     * Waits for the end of the connection, with all answers that are due before it.
     *
     * @param expected what the contract demands
     * @throws Violation if an answer is missing or wrong, something else comes, or the server does not close it
     */
    void ends(Message expected) {
        Patience.await(nanos -> client.has(Integer.MAX_VALUE, nanos), work, expected, Message.of("echo.end.missing"));
        hasAll(expected);
    }

    private void hasAll(Message expected) {
        compare(expected);
        if (client.received().length < due.size()) {
            throw new Violation(Evidence.of(
                            expected,
                            Message.of(
                                    client.end() == Client.End.RESET ? "echo.answer.reset" : "echo.answer.closed",
                                    client.received().length,
                                    due.size()))
                    .hinting(Message.of("echo.answer.try-closed")));
        }
    }

    private Message expected() {
        return Message.of(
                "echo.answer.expected",
                Shown.text(last),
                Shown.text(new String(server.answer(last), StandardCharsets.UTF_8)));
    }

    private boolean isAnsweredWithin(long nanos) {
        return client.has(due.size(), nanos) || !isRight();
    }

    /** Whether what has come so far is the beginning of what is due. */
    private boolean isRight() {
        return difference() < 0;
    }

    /** Returns where what has come differs from what is due, or -1. */
    private int difference() {
        byte[] want = due.toByteArray();
        byte[] have = client.received();
        int place = Arrays.mismatch(want, have);
        return place < 0 || place >= have.length ? -1 : place;
    }

    private void compare(Message expected) {
        int place = difference();
        if (place < 0) {
            return;
        }
        byte[] want = due.toByteArray();
        byte[] have = client.received();
        throw new Violation(
                place >= want.length
                        ? Evidence.of(expected, Message.of("echo.answer.surplus", Shown.text(have, place)))
                        : Evidence.of(
                                Message.of("echo.answer.expected-there", Shown.text(want, place)),
                                Message.of("echo.answer.other", Shown.text(have, place), place)));
    }
}
