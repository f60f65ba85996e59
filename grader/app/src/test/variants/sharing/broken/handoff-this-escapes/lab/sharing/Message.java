package lab.sharing;

import java.util.concurrent.atomic.AtomicReference;

/** A message that takes its place in the slot. */
abstract class Message {
    Message(AtomicReference<Message> slot) {
        slot.set(this);
    }

    abstract int content();
}
