package lab.echo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Takes a stream of bytes apart into lines. Not for several threads. */
final class LineReader {
    private final InputStream in;
    private final int longest;

    /**
     * Reads from a stream.
     *
     * @param in the stream
     * @param longest how many bytes a line may have
     */
    LineReader(InputStream in, int longest) {
        this.in = new BufferedInputStream(in);
        this.longest = longest;
    }

    /** Waits for a line and returns it without its end; nothing at the end of the stream, or once a line is too long. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != -1; b = in.read()) {
            if (b == '\n') {
                return Optional.of(line.toByteArray());
            }
            if (line.size() == longest) {
                return Optional.empty();
            }
            line.write(b);
        }
        return Optional.empty();
    }
}
