package lab.ipc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import racecourse.contract.ipc.MessageReceiver;

final class FrameReader implements MessageReceiver {
    private final InputStream in;
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(4);
    private Arrival last;

    private interface Arrival {
        Optional<String> get() throws IOException;
    }

    FrameReader(InputStream in) {
        this.in = Objects.requireNonNull(in, "in");
        Thread reader = new Thread(this::read, "reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try {
            boolean more = true;
            while (more) {
                Optional<String> message;
                try {
                    message = next();
                } catch (IOException e) {
                    arrivals.put(() -> {
                        throw e;
                    });
                    return;
                }
                more = message.isPresent();
                arrivals.put(() -> message);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> next() throws IOException {
        byte[] head = in.readNBytes(Integer.BYTES);
        if (head.length == 0) {
            return Optional.empty();
        }
        if (head.length < Integer.BYTES) {
            throw new EOFException();
        }
        int count = ByteBuffer.wrap(head).getInt();
        if (count < 0 || count > FramedMessenger.LONGEST) {
            throw new StreamCorruptedException("count " + count);
        }
        byte[] body = in.readNBytes(count);
        if (body.length < count) {
            throw new EOFException();
        }
        return Optional.of(new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> receive() throws IOException {
        if (last != null) {
            return last.get();
        }
        boolean interrupted = false;
        Arrival arrival = null;
        while (arrival == null) {
            try {
                arrival = arrivals.take();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        boolean ends = true;
        try {
            Optional<String> message = arrival.get();
            ends = message.isEmpty();
            return message;
        } finally {
            if (ends) {
                last = arrival;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
