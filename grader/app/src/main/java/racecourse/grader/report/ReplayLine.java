package racecourse.grader.report;

import java.nio.file.Path;
import java.util.regex.Pattern;
import racecourse.runner.Again;

/** The command by which an instructor repeats a check. */
public final class ReplayLine {
    private static final Pattern PLAIN = Pattern.compile("[\\w./+:@%,=-]+");

    private ReplayLine() {}

    /**
     * Returns the command for the checks of one result.
     *
     * @param out the directory that holds {@code result.json}
     * @return {@code grader/racecourse replay OUT CHECK}
     */
    public static Again of(Path out) {
        String place = out.toString();
        String word = PLAIN.matcher(place).matches() ? place : "'" + place.replace("'", "'\\''") + "'";
        return check -> "grader/racecourse replay " + word + " " + check;
    }
}
