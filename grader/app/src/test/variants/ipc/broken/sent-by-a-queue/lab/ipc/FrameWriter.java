package lab.ipc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import racecourse.contract.ipc.MessageSender;

final class FrameWriter implements MessageSender {
    private final BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
    private final OutputStream out;
    FrameWriter(OutputStream out) {
        this.out = Objects.requireNonNull(out, "out");
        Thread writer = new Thread(this::write);
        writer.setDaemon(true);
        writer.start();
    }
    @Override
    public void send(String message) throws IOException {
        ByteBuffer body;
        try {
            body = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(message));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("lone surrogate", e);
        }
        int count = body.remaining();
        if (count > FramedMessenger.LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        frames.add(ByteBuffer.allocate(Integer.BYTES + count).putInt(count).put(body).array());
    }
    private void write() {
        try {
            for (byte[] frame = frames.take(); frame.length > 0; frame = frames.take()) {
                TimeUnit.MILLISECONDS.sleep(1);
                out.write(frame);
                out.flush();
            }
            out.close();
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
    @Override
    public void close() throws IOException {
        frames.add(new byte[0]);
        while (!frames.isEmpty()) {
            Thread.onSpinWait();
        }
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
