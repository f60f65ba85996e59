package racecourse.checks.queue;

import org.jspecify.annotations.Nullable;

/**
 * A call that changes a queue.
 *
 * @param kind which
 * @param item what is put; unique within a trial; 0 where nothing is put
 */
record Op(Kind kind, int item) {
    /** The four calls that change a queue. */
    enum Kind {
        PUT,
        GET,
        PUT_NO_WAIT,
        GET_NO_WAIT;

        boolean puts() {
            return this == PUT || this == PUT_NO_WAIT;
        }

        boolean waits() {
            return this == PUT || this == GET;
        }
    }

    static Op put(int item) {
        return new Op(Kind.PUT, item);
    }

    static Op get() {
        return new Op(Kind.GET, 0);
    }

    static Op putNoWait(int item) {
        return new Op(Kind.PUT_NO_WAIT, item);
    }

    static Op getNoWait() {
        return new Op(Kind.GET_NO_WAIT, 0);
    }

    /** Makes the call; returns what was got, true for what was put, {@link Channel#REFUSED} when it was refused. */
    @Nullable
    Object on(Channel queue) throws Throwable {
        return switch (kind) {
            case PUT -> {
                queue.put(item);
                yield true;
            }
            case GET -> queue.get();
            case PUT_NO_WAIT -> queue.putNoWait(item) ? true : Channel.REFUSED;
            case GET_NO_WAIT -> queue.getNoWait();
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case PUT -> "put(" + item + ")";
            case GET -> "get()";
            case PUT_NO_WAIT -> "putNoWait(" + item + ")";
            case GET_NO_WAIT -> "getNoWait()";
        };
    }
}
