package racecourse.checks.ipc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.ipc.MessageReceiver;
import racecourse.contract.ipc.MessageSender;
import racecourse.contract.ipc.ProcessMessenger;

/** A submission's messengers: a new one for each end, or one for all. */
final class FramedMessengers implements Messenger {
    static final String CLASS = "lab.ipc.FramedMessenger";

    private final MethodHandle constructor;
    private final @Nullable ProcessMessenger shared;

    FramedMessengers(Subject subject) {
        this(subject.constructor(CLASS, ProcessMessenger.class), null);
    }

    private FramedMessengers(MethodHandle constructor, @Nullable ProcessMessenger shared) {
        this.constructor = constructor;
        this.shared = shared;
    }

    /** Returns the same with one messenger that makes all ends. */
    FramedMessengers one() throws Throwable {
        return new FramedMessengers(constructor, messenger());
    }

    ProcessMessenger messenger() throws Throwable {
        return shared == null ? (ProcessMessenger) constructor.invokeExact() : shared;
    }

    @Override
    public Writing sender(OutputStream out) throws Throwable {
        MessageSender sender = made(messenger().sender(out), "sender(out)");
        return new Writing() {
            @Override
            public void send(String message) throws IOException {
                sender.send(message);
            }

            @Override
            public void close() throws IOException {
                sender.close();
            }
        };
    }

    @Override
    public Reading receiver(InputStream in) throws Throwable {
        MessageReceiver receiver = made(messenger().receiver(in), "receiver(in)");
        return new Reading() {
            @Override
            public Optional<String> receive() throws IOException {
                return made(receiver.receive(), "receive()");
            }

            @Override
            public void close() throws IOException {
                receiver.close();
            }
        };
    }

    private static <T> T made(@Nullable T answer, String call) {
        if (answer == null) {
            throw new Violation(Evidence.of(Message.of("ipc.not-null", call), Message.of("ipc.null", call)));
        }
        return answer;
    }
}
