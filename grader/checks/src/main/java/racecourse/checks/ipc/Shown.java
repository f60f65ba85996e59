package racecourse.checks.ipc;

import java.util.HexFormat;
import java.util.Optional;

/** How messages and bytes read in evidence: short, with nothing invisible. */
final class Shown {
    private static final int CHARS = 40;
    private static final int BYTES = 20;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private Shown() {}

    static String text(String message) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < Math.min(CHARS, message.length()); i++) {
            char c = message.charAt(i);
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                default -> text.append(c >= ' ' && c < 0x7f ? String.valueOf(c) : String.format("\\u%04x", (int) c));
            }
        }
        text.append('"');
        return message.length() <= CHARS ? text.toString() : text + "… (" + message.length() + " chars)";
    }

    static String answer(Optional<String> answer) {
        return answer.map(Shown::text).orElse("empty");
    }

    static String bytes(byte[] bytes) {
        return bytes.length <= BYTES
                ? "[" + HEX.formatHex(bytes) + "]"
                : "[" + HEX.formatHex(bytes, 0, BYTES) + " …] (" + bytes.length + " bytes)";
    }
}
