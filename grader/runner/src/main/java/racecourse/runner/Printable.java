package racecourse.runner;

import java.util.List;

/** Text that holds words of a submission, made fit for a terminal or a log: it steers neither. */
public final class Printable {
    private Printable() {}

    /**
     * Shows characters that steer a terminal, or turn the direction of writing, by their number; and sets a mark in front
     * of what a build server would take for a command to it.
     *
     * @param text the text
     * @return its lines, at least one
     */
    public static List<String> lines(String text) {
        return List.of(text.split("\n", -1)).stream().map(Printable::line).toList();
    }

    /**
     * The same, on one line.
     *
     * @param text the text
     * @return the text without line ends
     */
    public static String line(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (steers(c)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        int begin = shown.length() - shown.toString().stripLeading().length();
        String rest = shown.substring(begin);
        return rest.startsWith("::") || rest.startsWith("##")
                ? shown.insert(begin, "| ").toString()
                : shown.toString();
    }

    private static boolean steers(int c) {
        return (c != '\t' && Character.isISOControl(c))
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x2028
                || c == 0x2029;
    }
}
