package lab.echo;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/** The conversation with one client, on a thread of its own. */
final class Conversation implements Runnable, Closeable {
    private static final int LONGEST_LINE = 65_536;

    private final Socket socket;
    private final byte[] suffix;

    Conversation(Socket socket, byte[] suffix) {
        this.socket = socket;
        this.suffix = suffix;
    }

    @Override
    public void run() {
        try (socket) {
            // an answer is written whole, so there is nothing to wait for before it is sent
            socket.setTcpNoDelay(true);
            LineReader lines = new LineReader(socket.getInputStream(), LONGEST_LINE);
            OutputStream out = socket.getOutputStream();
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                out.write(answer(line.get()));
            }
        } catch (IOException e) {
            // the client has gone, or the server is being closed: either way the conversation is over
        }
    }

    private byte[] answer(byte[] line) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream(line.length + suffix.length + 1);
        answer.writeBytes(line);
        answer.writeBytes(suffix);
        answer.write('\n');
        return answer.toByteArray();
    }

    /** Ends the conversation, from any thread: a read or a write in progress fails. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
