package lab.sharing;

import java.util.concurrent.atomic.AtomicReference;

/** A message with a number. */
class NumberMessage extends Message {
    private final int number;

    NumberMessage(AtomicReference<Message> slot, int number) {
        super(slot);
        this.number = number;
    }

    @Override
    int content() {
        return number;
    }
}
