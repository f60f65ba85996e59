package racecourse.checks.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Frames and requests as lines of text: a mark, the run's key, a sequence number, the encoded record. Whatever else a
 * submission writes to the same stream is not such a line.
 */
public final class Wire {
    /** What every line begins with. */
    public static final String MARK = "#racecourse";

    /** The longest line that is read. */
    public static final int MAX_LINE = 4 << 20;

    private Wire() {}

    /**
     * Encodes a record as one line, without line end.
     *
     * @param key the run's key
     * @param sequence counts the lines of one direction from 0
     * @param record the frame or request, a record
     * @return the line
     */
    public static String line(String key, long sequence, Object record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            RecordCodec.write(out, record.getClass(), record);
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode " + record.getClass(), e);
        }
        String body = Base64.getEncoder().encodeToString(bytes.toByteArray());
        String type = record.getClass().getSimpleName();
        return MARK + " " + key + " " + sequence + " " + type + " " + body;
    }

    /**
     * Decodes a line.
     *
     * @param line the line, without line end
     * @param key the run's key
     * @param sequence the number that is due
     * @param type {@link Request} or {@link Frame}
     * @param <T> the same
     * @return the record, or {@code null} if the line is not one of the protocol's with that key and number
     */
    public static <T> @Nullable T parse(String line, String key, long sequence, Class<T> type) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 5
                || !parts[0].equals(MARK)
                || !parts[1].equals(key)
                || !parts[2].equals(Long.toString(sequence))) {
            return null;
        }
        Class<?> body = named(type, parts[3]);
        if (body == null) {
            return null;
        }
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(parts[4])))) {
            Object record = RecordCodec.read(in, body);
            return in.read() < 0 ? type.cast(record) : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /**
     * Returns whether a line claims to be one of the protocol's with that key.
     *
     * @param line the line, without line end
     * @param key the run's key
     * @return whether it does, in whatever order and form
     */
    public static boolean isKeyed(String line, String key) {
        return line.startsWith(MARK + " " + key + " ");
    }

    private static @Nullable Class<?> named(Class<?> type, String simpleName) {
        if (!type.isSealed()) {
            return type.getSimpleName().equals(simpleName) ? type : null;
        }
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.getSimpleName().equals(simpleName)) {
                return permitted;
            }
        }
        return null;
    }
}
