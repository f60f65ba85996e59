package lab.ipc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import racecourse.contract.ipc.MessageSender;

final class FrameWriter implements MessageSender {
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "writer");
        thread.setDaemon(true);
        return thread;
    });
    private final OutputStream out;
    FrameWriter(OutputStream out) {
        this.out = Objects.requireNonNull(out, "out");
    }
    @Override
    public void send(String message) throws IOException {
        byte[] frame = frame(message);
        Future<?> written = writer.submit(() -> {
            out.write(frame);
            out.flush();
            return null;
        });
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    written.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IOException("could not be written", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
    private static byte[] frame(String message) {
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < message.length() && Character.isLowSurrogate(message.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("lone surrogate");
            }
        }
        byte[] body = message.getBytes(StandardCharsets.UTF_8);
        if (body.length > FramedMessenger.LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        return ByteBuffer.allocate(Integer.BYTES + body.length).putInt(body.length).put(body).array();
    }
    @Override
    public void close() throws IOException {
        writer.shutdown();
        out.close();
    }
}
