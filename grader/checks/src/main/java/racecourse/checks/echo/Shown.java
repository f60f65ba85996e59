package racecourse.checks.echo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes as a reader of evidence sees them: short, and with nothing invisible. */
final class Shown {
    private static final int MOST = 60;
    private static final int BEFORE = 16;

    private Shown() {}

    static String text(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8), 0);
    }

    /** Shows bytes from a little before a place of interest. */
    static String text(byte[] bytes, int interest) {
        int from = Math.max(0, interest - BEFORE);
        while (from > 0 && (bytes[from] & 0xC0) == 0x80) {
            from--;
        }
        int to = Math.min(bytes.length, from + MOST);
        while (to < bytes.length && (bytes[to] & 0xC0) == 0x80) {
            to++;
        }
        String text = new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.UTF_8);
        StringBuilder shown = new StringBuilder(from > 0 ? "…" : "");
        text.codePoints().forEach(point -> shown.append(visible(point)));
        return shown.append(to < bytes.length ? "… (" + bytes.length + " bytes)" : "")
                .toString();
    }

    private static String visible(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isVisible(point) ? Character.toString(point) : String.format("\\u%04x", point);
        };
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
